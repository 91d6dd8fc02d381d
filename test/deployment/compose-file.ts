/** Reads docker-compose.yml as Compose would: merges resolved, variables put in where a test wants them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { parse } from 'yaml';
import composeSchema from './compose-spec.schema.json';

export interface Service {
  image?: string;
  build?: unknown;
  command?: string[];
  entrypoint?: string[];
  environment?: Record<string, string>;
  healthcheck?: { test?: string[] };
  restart?: string;
  ports?: string[];
  volumes?: string[];
  profiles?: string[];
  networks?: string[];
  secrets?: string[];
  privileged?: boolean;
  depends_on?: Record<string, { condition: string; required?: boolean }>;
}

export interface ComposeFile {
  services: Record<string, Service>;
  secrets?: Record<string, { file?: string }>;
}

export const root = join(__dirname, '..', '..');

export const readText = (path: string) => readFileSync(join(root, path), 'utf8');

export const readCompose = (text: string) => parse(text, { merge: true }) as ComposeFile;

/** Our own processes are built here; the rest is pulled. */
export const isOurs = (service: Service) => service.build !== undefined;

export const isJob = (service: Service) => service.restart === 'no';

/** Every fault that the Compose specification finds in a file, as a sentence. */
export function findSchemaFaults(file: unknown): string[] {
  const { $schema: _, ...schema } = composeSchema;
  const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
  if (validate(file)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const variable = /\$\{(\w+)(?:(:?[-?])([^}]*))?\}/g;

export interface Variable {
  whole: string;
  name: string;
  operator: string | undefined;
  fallback: string;
}

export function findVariables(text: string): Variable[] {
  return [...text.matchAll(variable)].map(([whole, name = '', operator, fallback = '']) => ({
    whole,
    name,
    operator,
    fallback,
  }));
}

/** Throws, as Compose does, when a variable that must be given is not. */
export function fillIn(text: string, values: Record<string, string>): string {
  return findVariables(text).reduce((filled, { whole, name, operator, fallback }) => {
    const value = values[name];
    if (!value && operator === ':?') throw new Error(`${name} is missing: ${fallback}`);
    return filled.replace(whole, () => value || fallback);
  }, text);
}

export function readDotEnv(text: string): Record<string, string> {
  const lines = text.split('\n').filter((line) => /^\w+=/.test(line));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}
