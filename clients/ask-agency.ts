/** One request to one agency over HTTP: sent, timed, and its reply checked before anybody believes it. */
import type { Static, TObject, TProperties, TString } from 'typebox';
import { Compile } from 'typebox/compile';
import { AgencyTrouble, type AgencyTroubleCode } from './agency-trouble';
import { readRetryAfter } from './retry-after';
import type { AgencyName } from '../domain/agencies';
import { isAskedAbout, type Named } from '../domain/answer-shape';
import type { BankSubject, FamilyMember } from '../domain/agency-questions';
import type { LanguageCertificate } from '../domain/language-certificate';
import type { PersonIdentity } from '../domain/person';

/** Where an agency is (`url` without a path), and how many milliseconds its whole reply may take. */
export interface AgencyLine {
  url: string;
  timeoutMs: number;
}

export interface AgencyRequest {
  requestId: string;
  person: PersonIdentity;
}

/** What some agencies are told besides; which of it is the adapter's business. */
interface FullRequest extends AgencyRequest {
  level?: string;
  certificate?: LanguageCertificate;
  family?: FamilyMember[];
  subject?: BankSubject;
  callbackUrl?: string;
}

type ReplySchema = TObject<TProperties & { requestId: TString }>;

const largestReplyBytes = 1024 * 1024;

/**
 * Builds the function that POSTs a request and returns the reply's body, once its status is `expected`, its shape `schema`
 * and its `requestId` ours; an answer that names somebody names our person. The requestId is also the Idempotency-Key:
 * asking again is asking once.
 * Throws AgencyTrouble and nothing else.
 */
export function createAsk<S extends ReplySchema>(
  agency: AgencyName,
  line: AgencyLine,
  reply: { expected: 200 | 202; schema: S },
) {
  const shape = Compile(reply.schema);
  return async (request: FullRequest): Promise<Static<S>> => {
    const { status, text } = await post(agency, line, request);
    if (status !== reply.expected) throw new AgencyTrouble(agency, 'agency-malformed', { status });
    const body = readJson(agency, text);
    if (!shape.Check(body)) throw new AgencyTrouble(agency, 'agency-malformed');
    const named: Named = body;
    const isAbout = reply.expected === 202 || isAskedAbout(request.person, named);
    const isOurs = body.requestId === request.requestId && isAbout;
    if (!isOurs) throw new AgencyTrouble(agency, 'agency-mismatch');
    return body;
  };
}

async function post(agency: AgencyName, { url, timeoutMs }: AgencyLine, request: AgencyRequest) {
  try {
    const response = await fetch(new URL('/requests', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': request.requestId },
      body: JSON.stringify(request),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) await refuse(agency, response);
    return { status: response.status, text: await readText(agency, response) };
  } catch (error) {
    if (error instanceof AgencyTrouble) throw error;
    const late = error instanceof DOMException && error.name === 'TimeoutError';
    throw new AgencyTrouble(agency, late ? 'agency-timeout' : 'agency-unreachable');
  }
}

async function refuse(agency: AgencyName, response: Response): Promise<never> {
  const { status } = response;
  await response.body?.cancel();
  const retryAfterMs = readRetryAfter(response.headers.get('retry-after'), Date.now());
  throw new AgencyTrouble(agency, codeOf(status, retryAfterMs !== undefined), { status, retryAfterMs });
}

function codeOf(status: number, saysWhen: boolean): AgencyTroubleCode {
  if (status === 429) return 'agency-limited';
  if (status === 503 && saysWhen) return 'agency-away';
  return status < 400 || status >= 500 || status === 408 ? 'agency-error' : 'agency-rejected';
}

async function readText(agency: AgencyName, response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += part.byteLength;
    if (bytes > largestReplyBytes) throw new AgencyTrouble(agency, 'agency-malformed');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function readJson(agency: AgencyName, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AgencyTrouble(agency, 'agency-malformed');
  }
}
