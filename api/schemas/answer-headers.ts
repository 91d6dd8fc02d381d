/** Headers that answers carry, for the document; the routes set them. */
import type { TSchema } from 'typebox';

const answerHeaders = {
  Location: { type: 'string', description: 'Where to ask for what came of it' },
  ETag: { type: 'string', description: 'The version that was answered, for If-Match or If-None-Match' },
  'Retry-After': { type: 'integer', description: 'Seconds to wait; with 503 and 429' },
} as const;

type AnswerHeader = keyof typeof answerHeaders;

export function headersNamed(...names: AnswerHeader[]) {
  return Object.fromEntries(names.map((name) => [name, answerHeaders[name]]));
}

/** The schema of an answer, and the headers that come with it. */
export function withHeaders<T extends TSchema>(schema: T, ...names: AnswerHeader[]): T {
  return { ...schema, headers: headersNamed(...names) };
}
