/** What an agency sends after its answer, when it is told to misbehave. */
import { randomUUID } from 'node:crypto';
import type { Behaviour } from './behaviour';
import { newLetter, type AnswerBody, type KnownRequest, type Letter } from './request-book';
import type { Trade } from './trade';

/** Copies of the answer at once, and a contradiction after the agency's usual (or ordered) time. */
export function followUps(trade: Trade, order: Behaviour, request: KnownRequest): Letter[] {
  const { duplicates = 0, contradiction, lateMs = trade.lateMs } = order;
  const copies = Array.from({ length: duplicates }, () => newLetter(request.answer, { isFollowUp: true }));
  if (!contradiction) return copies;
  return [...copies, newLetter(contradicting(trade, request.answer), { isFollowUp: true, lateMs })];
}

/** The same request, other facts, an answerId of its own. */
export function contradicting(trade: Trade, answer: AnswerBody): AnswerBody {
  return { ...answer, ...trade.contradict(answer), answerId: randomUUID() };
}
