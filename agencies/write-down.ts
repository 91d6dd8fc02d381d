/** How a request gets into the book: once, with the answer it will have. */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { whomIfNamed } from './answered-about';
import type { Office } from './office';
import { Problem } from './problem';
import { newLetter, type KnownRequest } from './request-book';
import type { AskedRequest } from './trade';

/**
 * Resolves when the request is in the file. The same requestId again is the same request, though its callback URL
 * may have moved; about anybody or anything else it is a 409.
 */
export async function writeDown(office: Office, asked: AskedRequest): Promise<KnownRequest> {
  const known = office.book.find(asked.requestId);
  if (!known) return begin(office, asked);
  if (!isDeepStrictEqual(subjectOf(known), subjectOf(asked))) {
    throw new Problem(409, 'request-id-reused', 'this requestId was used for something else');
  }
  if (known.callbackUrl !== asked.callbackUrl) {
    await office.book.change(asked.requestId, { callbackUrl: asked.callbackUrl });
  }
  return known;
}

async function begin(
  { trade, book, behaviours, courier }: Office,
  asked: AskedRequest,
): Promise<KnownRequest> {
  const receivedAt = new Date().toISOString();
  const ids = { requestId: asked.requestId, answerId: randomUUID() };
  const { lateMs = trade.lateMs } = behaviours.behaviourFor(asked);
  const answer = { ...ids, ...whomIfNamed(trade.name, asked.person), ...trade.factsFor(asked, receivedAt) };
  const request: KnownRequest = {
    ...asked,
    reference: randomUUID(),
    receivedAt,
    answer,
    answeredAt: null,
    toldToAnswer: false,
    letters: trade.byCallback ? [newLetter(answer, { lateMs })] : [],
  };
  await book.add(request);
  courier.take(request);
  return request;
}

function subjectOf({ person, level, certificate, family, subject, question }: AskedRequest): unknown[] {
  return [person, level, certificate, family, subject, question];
}
