/** What shapes mean to a caller, where that is not what they mean to the check. */
import type { FastifySchema } from 'fastify';

interface Shape {
  required?: string[];
  properties?: Record<string, { default?: unknown }>;
}
interface Operation {
  requestBody?: { required?: boolean; content?: Record<string, { schema?: { type?: unknown } }> };
}

/** A parameter with a default need not be sent: it is filled in before the check. */
export function withFreeDefaults(schema: FastifySchema | undefined): FastifySchema | undefined {
  if (schema?.querystring === undefined) return schema;
  const shape = schema.querystring as Shape;
  const required = shape.required?.filter((name) => shape.properties?.[name]?.default === undefined) ?? [];
  return { ...schema, querystring: { ...shape, required } };
}

/** A body that may be null may be left out. Changes the document. */
export function freeNullableBodies(paths: object): void {
  for (const operations of Object.values(paths) as Record<string, Operation>[])
    for (const { requestBody } of Object.values(operations)) {
      if (requestBody === undefined) continue;
      const shapes = Object.values(requestBody.content ?? {}).map(({ schema }) => schema?.type);
      if (shapes.some((type) => Array.isArray(type) && type.includes('null'))) requestBody.required = false;
    }
}
