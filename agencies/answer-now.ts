/** Telling an agency to answer at once, and what. */
import { randomUUID } from 'node:crypto';
import { Type, type TObject } from 'typebox';
import type { Office } from './office';
import type { AnswerBody, KnownRequest } from './request-book';
import type { Receipt } from './send-callback';
import type { AgencyName } from '../domain/agencies';
import { agencyAnswerSchemas } from '../domain/agency-answers';
import { CertificateConfirmation } from '../domain/language-certificate';

export interface AnswerNow {
  requestId?: string;
  passportNumber?: string;
  answer?: Record<string, unknown>;
}

const strict = { additionalProperties: false };

/** `answer` holds any of the facts of this agency's answers; the ids are not for anybody to choose. */
export function answerNowSchema(agency: AgencyName): TObject {
  const usual: TObject = agencyAnswerSchemas[agency];
  const other = agency === 'testing-centre' ? CertificateConfirmation.properties : {};
  const whole = Type.Object({ ...usual.properties, ...other });
  return Type.Object(
    {
      requestId: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
      passportNumber: Type.Optional(Type.String({ minLength: 1, maxLength: 15 })),
      answer: Type.Optional(Type.Partial(Type.Omit(whole, ['requestId', 'answerId']), strict)),
    },
    strict,
  );
}

/**
 * Answers every matching request that is still owed an answer, whatever says silence. A request named by its id is
 * answered even if it was before; then other facts make it a second answer, with an id of its own. An agency that
 * answers in its replies calls in those who wait, and gives this answer from now on. `delivered` counts what was
 * taken, `replies` says what came back for each.
 */
export async function answerNow(office: Office, { requestId, passportNumber, answer }: AnswerNow) {
  const matching = office.book
    .all()
    .filter((request) => requestId === undefined || request.requestId === requestId)
    .filter(({ person }) => passportNumber === undefined || person.passportNumber === passportNumber)
    .filter(({ answeredAt }) => requestId !== undefined || answeredAt === null);
  const receipts = await Promise.all(matching.map((request) => speak(office, request, answer)));
  const replies = receipts.flat();
  const taken = replies.filter(({ status }) => status !== null && status >= 200 && status < 300);
  return { delivered: taken.length, replies };
}

async function speak(
  office: Office,
  request: KnownRequest,
  facts: Record<string, unknown> | undefined,
): Promise<Receipt[]> {
  const { trade, book, waitingRoom, courier } = office;
  const { requestId, answeredAt } = request;
  const isSecond = answeredAt !== null && facts !== undefined;
  const answer: AnswerBody = { ...request.answer, ...facts, ...(isSecond && { answerId: randomUUID() }) };
  await book.change(requestId, { toldToAnswer: true, answer });
  if (trade.byCallback) return courier.deliverNow(requestId, facts && answer);
  const called = waitingRoom.callIn(requestId);
  return Array.from({ length: called }, () => ({ requestId, status: 200, body: '' }));
}
