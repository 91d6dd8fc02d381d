/** What an agency has been asked, what it will answer, and the letters by which it does. */
import { randomUUID } from 'node:crypto';
import { openJournal } from './journal';
import type { AskedRequest } from './trade';

/** An answer's whole body; its shape beyond the ids is the agency's own. */
export interface AnswerBody {
  requestId: string;
  answerId: string;
}

/** One callback to be delivered; `dueAt` is an ISO instant, `lastStatus` null when nobody was there. */
export interface Letter {
  letterId: string;
  body: AnswerBody;
  state: 'waiting' | 'silent' | 'delivered' | 'refused';
  dueAt: string;
  attempts: number;
  lastStatus: number | null;
  isFollowUp: boolean;
}

export interface KnownRequest extends AskedRequest {
  reference: string;
  receivedAt: string;
  answer: AnswerBody;
  answeredAt: string | null;
  /** Told through the control door to answer, whatever else says silence. */
  toldToAnswer: boolean;
  letters: Letter[];
}

/** Opens the book kept in the file; it survives restarts and kills. */
export async function openRequestBook(path: string) {
  const journal = await openJournal<KnownRequest>(path);

  function get(requestId: string): KnownRequest {
    const request = journal.find(requestId);
    if (!request) throw new Error(`no request ${requestId} in ${path}`);
    return request;
  }

  function change(requestId: string, changes: Partial<KnownRequest>): Promise<void> {
    return journal.put(requestId, { ...get(requestId), ...changes });
  }

  return {
    find: journal.find,
    get,
    all: journal.all,
    change,
    close: journal.close,
    add: (request: KnownRequest) => journal.put(request.requestId, request),
    changeLetter: (requestId: string, letterId: string, changes: Partial<Letter>) =>
      change(requestId, { letters: withLetter(get(requestId), letterId, changes) }),
  };
}

/** A request's letters, one of them changed. */
export function withLetter({ letters }: KnownRequest, letterId: string, changes: Partial<Letter>): Letter[] {
  return letters.map((letter) => (letter.letterId === letterId ? { ...letter, ...changes } : letter));
}

export type RequestBook = Awaited<ReturnType<typeof openRequestBook>>;

/** A letter that waits `lateMs` before it goes; a follow-up brings no follow-ups of its own. */
export function newLetter(body: AnswerBody, { lateMs = 0, isFollowUp = false } = {}): Letter {
  const dueAt = new Date(Date.now() + lateMs).toISOString();
  return { letterId: randomUUID(), body, state: 'waiting', dueAt, attempts: 0, lastStatus: null, isFollowUp };
}

export function letterOf(request: KnownRequest, letterId: string): Letter {
  const letter = request.letters.find((each) => each.letterId === letterId);
  if (!letter) throw new Error(`no letter ${letterId} of request ${request.requestId}`);
  return letter;
}
