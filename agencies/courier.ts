/** The courier: carries callbacks when they are due, and again until somebody takes or refuses them. */
import type { BehaviourBoard } from './behaviour-board';
import { chance } from './chance';
import { followUps } from './follow-ups';
import {
  letterOf,
  newLetter,
  withLetter,
  type AnswerBody,
  type KnownRequest,
  type Letter,
  type RequestBook,
} from './request-book';
import { sendCallback, type Receipt } from './send-callback';
import type { SigningKey } from './signing-key';
import { keepsSilent } from './silence';
import type { Trade } from './trade';

export interface CourierDeps {
  trade: Trade;
  key: SigningKey;
  book: RequestBook;
  behaviours: BehaviourBoard;
  seed: number;
  log(event: { requestId: string; status: number | null; attempts: number }, text: string): void;
}

const firstPauseMs = 250;
const longestPauseMs = 30_000;

/**
 * `take` takes a request's letters, to be carried when due. `deliverNow` carries what is owed of a request at once, with another
 * body where one is given, or a further letter where nothing is owed. After `stop` nothing leaves; what was still
 * to go does so after the next `start`.
 */
export function createCourier({ trade, key, book, behaviours, seed, log }: CourierDeps) {
  const timers = new Map<string, NodeJS.Timeout>();
  const underWay = new Map<string, Promise<Receipt>>();
  const stopped = new AbortController();

  function schedule(requestId: string, { letterId, dueAt }: Letter): void {
    if (stopped.signal.aborted) return;
    const waitMs = Math.max(0, Date.parse(dueAt) - Date.now());
    clearTimeout(timers.get(letterId));
    timers.set(
      letterId,
      setTimeout(() => void whenDue(requestId, letterId), waitMs),
    );
  }

  async function whenDue(requestId: string, letterId: string): Promise<void> {
    timers.delete(letterId);
    const request = book.get(requestId);
    if (letterOf(request, letterId).state !== 'waiting') return;
    if (keepsSilent({ trade, behaviours }, request)) {
      await book.changeLetter(requestId, letterId, { state: 'silent' });
    } else {
      await deliver(requestId, letterId);
    }
  }

  function deliver(requestId: string, letterId: string): Promise<Receipt> {
    const begun = underWay.get(letterId);
    if (begun) return begun;
    const delivery = carry(requestId, letterId).finally(() => underWay.delete(letterId));
    underWay.set(letterId, delivery);
    return delivery;
  }

  async function carry(requestId: string, letterId: string): Promise<Receipt> {
    const request = book.get(requestId);
    const letter = letterOf(request, letterId);
    const { malformed } = behaviours.behaviourFor(request);
    const receipt = await sendCallback({
      agency: trade.name,
      key,
      request,
      letter,
      malformed,
      stop: stopped.signal,
    });
    if (stopped.signal.aborted && receipt.status === null) return receipt;
    const state = outcomeOf(receipt.status);
    const changes = { state, attempts: letter.attempts + 1, lastStatus: receipt.status };
    log({ requestId, status: receipt.status, attempts: changes.attempts }, `callback ${state}`);
    if (state === 'waiting') await postpone(requestId, letter, changes);
    else await conclude(requestId, letter, changes);
    return receipt;
  }

  async function postpone(requestId: string, letter: Letter, changes: Partial<Letter>): Promise<void> {
    const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** letter.attempts);
    const spreadMs = pauseMs * 0.2 * chance(seed, `${requestId} ${letter.attempts}`);
    const dueAt = new Date(Date.now() + pauseMs + spreadMs).toISOString();
    await book.changeLetter(requestId, letter.letterId, { ...changes, dueAt });
    schedule(requestId, { ...letter, dueAt });
  }

  async function conclude(requestId: string, letter: Letter, changes: Partial<Letter>): Promise<void> {
    const request = book.get(requestId);
    const letters = withLetter(request, letter.letterId, changes);
    if (changes.state !== 'delivered') return book.change(requestId, { letters });
    const further = letter.isFollowUp ? [] : followUps(trade, behaviours.behaviourFor(request), request);
    const answeredAt = request.answeredAt ?? new Date().toISOString();
    await book.change(requestId, { answeredAt, letters: [...letters, ...further] });
    for (const each of further) schedule(requestId, each);
  }

  function take({ requestId, letters }: KnownRequest): void {
    for (const letter of letters) if (letter.state === 'waiting') schedule(requestId, letter);
  }

  async function deliverNow(requestId: string, other: AnswerBody | undefined): Promise<Receipt[]> {
    const { letters, answer } = book.get(requestId);
    const owed = letters.filter(({ state }) => state !== 'delivered');
    if (other) for (const { letterId } of owed) await book.changeLetter(requestId, letterId, { body: other });
    if (owed.length === 0) {
      owed.push(newLetter(other ?? answer, { isFollowUp: true }));
      await book.change(requestId, { letters: [...letters, ...owed] });
    }
    return Promise.all(owed.map(({ letterId }) => deliver(requestId, letterId)));
  }

  return {
    take,
    deliverNow,
    start: () => book.all().forEach(take),
    async stop() {
      stopped.abort();
      for (const timer of timers.values()) clearTimeout(timer);
      await Promise.allSettled(underWay.values());
    },
  };
}

/** A refusal is final, except where the refuser says that it may pass. */
function outcomeOf(status: number | null): 'delivered' | 'refused' | 'waiting' {
  if (status === null || status >= 500 || status === 408 || status === 429) return 'waiting';
  return status < 300 ? 'delivered' : 'refused';
}

export type Courier = ReturnType<typeof createCourier>;
