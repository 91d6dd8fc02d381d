/** Fields that the sections of the questionnaire share. */
import { Type, type TProperties } from 'typebox';
import { plainText } from '../plain-text';

/** A part of the form: it takes no field beyond its own. */
export function section<T extends TProperties>(properties: T, description?: string) {
  return Type.Object(properties, {
    additionalProperties: false,
    ...(description !== undefined && { description }),
  });
}

/** So many rows at most: nobody has more, and no body grows without end. */
export const mostRows = 30;

export function listOf<T extends TProperties>(row: T) {
  return Type.Array(section(row), { maxItems: mostRows });
}

export const Name = plainText(100);
export const Line = plainText(200);
export const Text = plainText(1000);
/** YYYY-MM-DD, a day that exists and is of these centuries: `9999-12-31` for an open end is no day to count from. */
export const Day = Type.String({ format: 'date', pattern: '^(?:19|20|21)' });
/** ISO 3166 alpha-3. */
export const Country = Type.String({ pattern: '^[A-Z]{3}$' });
export const Iin = Type.String({ pattern: '^[0-9]{12}$' });
export const Tenge = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000, description: 'whole tenge' });
export const Yes = Type.Literal(true);
