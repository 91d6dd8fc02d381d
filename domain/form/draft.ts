/** A form of any completeness: the same fields at every depth, none of them needed. */
import { Type, type Static, type TSchema } from 'typebox';

export type DeepPartial<T> = T extends readonly (infer Row)[]
  ? DeepPartial<Row>[]
  : T extends object
    ? { [Field in keyof T]?: DeepPartial<T[Field]> | undefined }
    : T;

interface Shape {
  properties?: Record<string, TSchema>;
  items?: TSchema;
  maxItems?: number;
}

/** Unknown fields stay refused and every value keeps its own limits. */
export function draftOf<T extends TSchema>(schema: T, description: string) {
  return Type.Unsafe<DeepPartial<Static<T>>>({ ...loosened(schema), description });
}

function loosened(schema: TSchema): TSchema {
  const { properties, items, maxItems } = schema as Shape;
  if (items !== undefined) return Type.Array(loosened(items), maxItems === undefined ? {} : { maxItems });
  if (properties === undefined) return schema;
  const fields = Object.entries(properties).map(([name, field]) => [name, Type.Optional(loosened(field))]);
  return Type.Object(Object.fromEntries(fields) as Record<string, TSchema>, { additionalProperties: false });
}
