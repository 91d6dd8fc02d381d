/** How what comes in is held against its schema: nothing added, nothing dropped, every fault named. */
import Ajv, { type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import type { FastifySchemaCompiler } from 'fastify';
import type { TSchema } from 'typebox';
import type { Fault } from './problems';

const mostFaults = 50;
const options = {
  allErrors: true,
  removeAdditional: false,
  useDefaults: true,
  allowUnionTypes: true,
} as const;

/** A body is JSON and says its types itself; what stands in an address is text and is read as what it should be. */
const bodies = withFormats(new Ajv({ ...options, coerceTypes: false }));
const addresses = withFormats(new Ajv({ ...options, coerceTypes: true }));

function withFormats(ajv: Ajv): Ajv {
  addFormats(ajv);
  return ajv;
}

export const compileShape: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) =>
  (httpPart === 'body' ? bodies : addresses).compile(schema);

/** A body that the route reads itself, since its bytes matter. */
export const compileShapeButNotBody: FastifySchemaCompiler<TSchema> = (route) =>
  route.httpPart === 'body' ? () => true : compileShape(route);

/** Builds `faultsOf(value)`: every way in which a value differs from the schema, by JSON pointer, up to `most`. */
export function createShapeCheck(schema: TSchema, most = mostFaults) {
  const validate = bodies.compile(schema);
  return (value: unknown): Fault[] => (validate(value) ? [] : toFaults(validate.errors ?? [], most));
}

/**
 * Ajv's errors as ours, of one kind once for each pointer; a missing or unknown field is named by its own. Never quotes what
 * was sent.
 */
export function toFaults(errors: readonly Partial<ErrorObject>[], most = mostFaults): Fault[] {
  const faults = errors.map(faultOf);
  const isFirst = ({ pointer, code }: Fault, index: number) =>
    faults.findIndex((fault) => fault.pointer === pointer && fault.code === code) === index;
  return faults
    .slice(0, 10 * most)
    .filter(isFirst)
    .slice(0, most);
}

function faultOf({ instancePath = '', params, keyword = '', message = '' }: Partial<ErrorObject>): Fault {
  const field: unknown = params?.['missingProperty'] ?? params?.['additionalProperty'];
  const pointer = typeof field === 'string' ? `${instancePath}/${pointerToken(field)}` : instancePath;
  return { pointer, code: codes[keyword] ?? keyword, message };
}

const codes: Readonly<Record<string, string>> = {
  required: 'missing',
  additionalProperties: 'unknown-field',
  type: 'wrong-type',
  enum: 'not-in-list',
  const: 'not-in-list',
  format: 'wrong-format',
  pattern: 'wrong-format',
  minimum: 'too-small',
  maximum: 'too-large',
  minLength: 'too-short',
  maxLength: 'too-long',
  minItems: 'too-few',
  maxItems: 'too-many',
  uniqueItems: 'repeated',
};

function pointerToken(field: string): string {
  return field.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1');
}
