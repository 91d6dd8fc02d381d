/** One function a verb: into the register first, then to the workflow, and back with its yes or no. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ActData, ActReceipt } from '../domain/acts';
import type { Actor } from '../domain/actor';
import type { EventData } from '../domain/events';
import type { Letter, LetterKind } from '../domain/letters';
import type { ProblemCode } from '../domain/problems';
import { isOfficer } from '../domain/roles';
import {
  openingVerbs,
  type AccountVerb,
  type DesktopVerb,
  type HouseVerb,
  type OpeningVerb,
  type UpdateVerb,
} from '../domain/verbs';
import type { AgencyNews } from '../db/agency-news';
import type { Tx } from '../db/connect';
import { IdempotencyKeyReused, type Incoming, type Intake, type IntakeEntry } from '../db/intake';
import type { ActReads } from '../db/reads/acts';
import { createAnswerDesk } from './casework/answer-desk';
import type { Deliver } from './delivery';
import { Problem } from './problems';

export type ActAnswer =
  | { kind: 'done'; number: number; receipt: ActReceipt }
  | { kind: 'refused'; number: number; code: ProblemCode }
  | { kind: 'pending'; number: number };

interface Entry<D> {
  caseId: string;
  actor: Actor;
  idempotencyKey: string;
  body: unknown;
  data: D | ((tx: Tx) => Promise<D>);
  alongside?: (tx: Tx) => Promise<void>;
}

/** Work that is registered, done and answered in one transaction; it throws to refuse, and then nothing is kept. */
type AtOnce<T> = Omit<Entry<never>, 'data' | 'alongside' | 'caseId'> & { work: (tx: Tx) => Promise<T> };

type Opening = Entry<EventData['application-opened']>;

export interface CaseworkDeps {
  intake: Intake;
  deliver: Deliver;
  news: AgencyNews;
  reads: ActReads;
  /** Why a delegate or an officer may not act in this case; asked in the transaction that stamps his act. */
  whyNotAct: (tx: Tx, caseId: string, actor: Actor) => Promise<ProblemCode | undefined>;
  /** What an answer tells a case, in codes. */
  codeAnswer: (kind: LetterKind, letter: Letter) => object;
  /** How long a caller waits for the workflow before he gets a number instead. */
  budgetMs: number;
}

/** Beyond the budget: so long nobody else delivers what a request is still delivering. */
const leaseMarginMs = 3_000;
const turnPollMs = 20;

export function createCasework(deps: CaseworkDeps) {
  const { intake, deliver, reads, whyNotAct, budgetMs } = deps;
  const leaseMs = budgetMs + leaseMarginMs;

  async function registerAct(verb: string, entry: Entry<unknown>): Promise<IntakeEntry> {
    const { caseId, actor, idempotencyKey, data, alongside } = entry;
    const opens = openingVerbs.some((known) => known === verb);
    const body = opens ? entry.body : { caseId, sent: entry.body };
    const message = opens ? data : admitted(caseId, actor, data);
    const incoming = { caseId, verb, actor, idempotencyKey, body, message, leaseMs };
    return (await register(incoming, alongside)).entry;
  }

  /** A delegate's message is told only once he is known to be one, an officer's once he is known to be none. */
  function admitted(caseId: string, actor: Actor, data: unknown): unknown {
    if (actor.role !== 'employer' && !isOfficer(actor.role)) return data;
    return async (tx: Tx) => {
      const code = await whyNotAct(tx, caseId, actor);
      if (code !== undefined) throw new Problem(code);
      return typeof data === 'function' ? (data as (tx: Tx) => Promise<unknown>)(tx) : data;
    };
  }

  async function register(incoming: Incoming, alongside?: Parameters<Intake['register']>[1]) {
    try {
      return await intake.register(incoming, alongside);
    } catch (error) {
      if (error instanceof IdempotencyKeyReused)
        throw new Problem('idempotency-key-reused', { cause: error });
      throw error;
    }
  }

  async function atOnce<T>(verb: string, caseId: string | null, order: AtOnce<T>) {
    const { actor, idempotencyKey, body, work } = order;
    const message = caseId === null ? {} : admitted(caseId, actor, {});
    const { entry } = await register(
      { caseId, verb, actor, idempotencyKey, body, message, leaseMs },
      async (tx) => ({ state: 'answered', answer: await work(tx) }),
    );
    return { number: entry.number, answer: entry.answer as T };
  }

  /** Acts of one case go in the order of their stamps; who cannot be answered in time keeps his number. */
  async function attend(entry: IntakeEntry): Promise<ActAnswer> {
    const until = Date.now() + budgetMs;
    for (let current = entry; current.state === 'received';) {
      if (Date.now() >= until) return { kind: 'pending', number: entry.number };
      if (await intake.isNext(entry)) return deliverNow(entry, until - Date.now());
      await sleep(turnPollMs);
      current = (await intake.findEntry(entry.number)) ?? entry;
      entry = current;
    }
    return answerOf(entry);
  }

  async function deliverNow(entry: IntakeEntry, withinMs: number): Promise<ActAnswer> {
    const settlement = await deliver(entry, withinMs);
    if (settlement !== undefined) return answerOf((await intake.settle(entry.number, settlement)) ?? entry);
    await intake.release(entry.number, 0);
    return { kind: 'pending', number: entry.number };
  }

  return {
    /** Starts a case of the verb's kind; a repeat answers with the case that the first one opened. */
    async open(verb: OpeningVerb, entry: Opening): Promise<ActAnswer & { caseId: string }> {
      const registered = await registerAct(verb, entry);
      return { ...(await attend(registered)), caseId: registered.caseId ?? entry.caseId };
    },

    /** The workflow's own yes or no; `pending` when no worker answered within the budget. */
    async act<V extends UpdateVerb>(verb: V, entry: Entry<ActData[V]>): Promise<ActAnswer> {
      return attend(await registerAct(verb, entry));
    },

    /** Registered, done and answered in one transaction. */
    async atDesk<T>(
      verb: DesktopVerb,
      { caseId, ...entry }: AtOnce<T> & { caseId: string },
    ): Promise<{ number: number; answer: T }> {
      return atOnce(verb, caseId, { ...entry, body: { caseId, sent: entry.body } });
    },

    /** The same for what is about no case: an operator's order, an act on an employer's account. */
    atHouse: <T>(verb: HouseVerb | AccountVerb, order: AtOnce<T>) => atOnce(verb, null, order),

    async findAct(number: number): Promise<IntakeEntry | undefined> {
      return intake.findEntry(number);
    },

    ...createAnswerDesk({ ...deps, register, leaseMs }),

    /** The instant in which the case lives: the wall clock, and in development the days it was moved ahead. */
    async caseNow(caseId: string): Promise<string> {
      return new Date(Date.now() + (await reads.offsetOf(caseId))).toISOString();
    },
  };
}
export type Casework = ReturnType<typeof createCasework>;

function answerOf({ number, state, answer }: IntakeEntry): ActAnswer {
  if (state === 'answered') return { kind: 'done', number, receipt: answer as ActReceipt };
  if (state === 'refused') return { kind: 'refused', number, code: (answer as { code: ProblemCode }).code };
  return { kind: 'pending', number };
}
