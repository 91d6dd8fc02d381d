/** Fields that many shapes share. */
import { Type, type Static, type TProperties, type TSchema } from 'typebox';
import { plainText } from '../../domain/plain-text';

export const strict = { additionalProperties: false };

/** An object that takes no field beyond its own. */
export function exact<T extends TProperties>(properties: T, description?: string) {
  return Type.Object(properties, { ...strict, ...(description !== undefined && { description }) });
}

/** Or null; as a body: or nothing sent at all. */
export function nullable<T extends TSchema>(schema: T) {
  const { type } = schema as { type?: unknown };
  if (typeof type !== 'string') throw new Error('only a schema of one type can be nullable');
  const values = (schema as { enum?: unknown[] }).enum;
  return Type.Unsafe<Static<T> | null>({
    ...schema,
    type: [type, 'null'],
    ...(values !== undefined && { enum: [...values, null] }),
  });
}

/** A closed list of words. */
export function oneOf<const T extends readonly string[]>(values: T, description?: string) {
  return Type.Unsafe<T[number]>({ type: 'string', enum: [...values], ...(description && { description }) });
}

export const Instant = Type.String({
  format: 'date-time',
  maxLength: 40,
  description: 'ISO 8601 instant, answered in UTC',
});
export const Day = Type.String({ format: 'date', description: "the law's date, YYYY-MM-DD" });
export const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 in hex' });
export const Count = Type.Integer({ minimum: 0 });
export const PersonSubject = Type.String({
  pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$',
  description: 'The opaque subject of a person of the office, as in the token',
});
export const CalendarVersion = Type.String({
  pattern: '^[a-z0-9][a-z0-9-]{0,39}$',
  description: 'The version of a calendar of working days',
});
/** What a person writes in his own words; kept beside the record, which holds its hash. */
export const FreeText = plainText(4000);
export const CaseId = Type.String({ description: 'A case id such as 7Q4M-2XHD-9F3T' });
export const EmployerId = Type.String({
  pattern: '^[0-9a-f-]{36}$',
  description: 'The account of an employer: then a delegate of it files, for a worker',
});
/** As people type it: any case, with or without the dashes. */
export const CaseParams = Type.Object({ caseId: Type.String({ maxLength: 40 }) });
