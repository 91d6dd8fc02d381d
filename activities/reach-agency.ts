/** What a case hears when it asks: an answer, an acceptance, or that nobody can be reached. */
import { randomInt } from 'node:crypto';
import { activityInfo } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { AgencyTrouble } from '../clients/agency-trouble';
import type { AgencyLines } from '../db/agency-lines';
import type { Alarms } from '../db/alarms';
import type { CaseEvidence } from '../db/case-evidence';
import type { AgencyName } from '../domain/agencies';
import { lawDate } from '../domain/law-day';
import type { CheckNews } from '../domain/news';
import type { PersonIdentity } from '../domain/person';
import { agencyTermsOn, pauseMsAfter, unusableTriesToAlarm, type AgencyTerms } from '../policy/agency-terms';

export interface Asked {
  caseId: string;
  personId: string;
  requestId: string;
}

/**
 * `not-due`: by the rule that the codes name nobody is asked, and the finding is clear from `effectiveAt` on.
 * `unreachable` with `pauseMs`: not worth asking again before so many milliseconds.
 */
export type AskReply =
  | { kind: 'answered'; news: Pick<CheckNews, 'effectiveAt' | 'answer' | 'result' | 'codes'> }
  | { kind: 'accepted' }
  | { kind: 'not-due'; effectiveAt: string; codes: string[] }
  | { kind: 'unreachable'; code: string; pauseMs?: number };

export interface LineDeps {
  evidence: CaseEvidence;
  alarms: Alarms;
  lines: AgencyLines;
  /** A number from 0 to 1; by chance unless said. */
  chance?: () => number;
  /** Instead of the terms of the day. */
  terms?: Record<AgencyName, AgencyTerms>;
}

/** A question that has no answer yet: `waitMs` until it is worth asking again, null when it never is. */
class NotNow extends Error {
  constructor(
    readonly code: string,
    readonly waitMs: number | null,
    message: string,
  ) {
    super(message);
  }
}

type Send<T> = (request: { requestId: string; person: PersonIdentity }) => Promise<T>;

/** A longer wait is the workflow's: a timer of its own that sees whether anybody still waits. */
const shortWaitMs = 10_000;
const patienceMs = 30_000;

const anyChance = () => randomInt(1_000_001) / 1_000_000;

/**
 * Builds `reach(agency, asked, send)`: sends the question when its line lets it pass, and writes down how that ended. What it
 * throws `orUnreachable` understands.
 */
export function createReach({ evidence, alarms, lines, chance = anyChance, terms: given }: LineDeps) {
  async function send<T>(
    agency: AgencyName,
    { caseId, requestId, personId }: Asked,
    to: Send<T>,
  ): Promise<T> {
    const terms = (given ?? agencyTermsOn(lawDate(new Date().toISOString())))[agency];
    const person = await evidence.getPerson(personId);
    const admission = await lines.admit({ requestId, caseId, agency }, terms);
    if (admission.kind === 'refused') {
      const { why, waitMs } = admission;
      throw new NotNow(`agency-${why}`, waitMs, `${agency} is not asked now: ${why}`);
    }
    const begunAt = performance.now();
    const latency = () => performance.now() - begunAt;
    try {
      const reply = await to({ requestId, person });
      await noteReply(admission.tryId, latency(), terms);
      return reply;
    } catch (error) {
      if (!(error instanceof AgencyTrouble)) throw error;
      throw await noteTrouble(error, {
        caseId,
        requestId,
        tryId: admission.tryId,
        terms,
        latencyMs: latency(),
      });
    }
  }

  async function noteReply(tryId: number, latencyMs: number, terms: AgencyTerms): Promise<void> {
    const late = latencyMs > terms.slowMs;
    await lines.note(tryId, { code: 'reached', weight: 'not-at-all', latencyMs, late }, terms);
  }

  async function noteTrouble(trouble: AgencyTrouble, exchange: Exchange): Promise<NotNow> {
    const { agency, code, weight, message } = trouble;
    const { caseId, requestId, tryId, terms, latencyMs } = exchange;
    const retryAfterMs = believed(trouble, terms);
    const ended = { code, weight, latencyMs, late: code === 'agency-timeout', quietMs: retryAfterMs };
    const tries = await lines.note(tryId, ended, terms);
    if (trouble.unusable && (trouble.permanent || tries >= unusableTriesToAlarm)) {
      await alarms.raise({
        code: 'agency-unusable',
        caseId,
        detail: `${agency} ${code} ${requestId}`,
      });
    }
    const waitMs = trouble.permanent ? null : pauseMsAfter(tries, { chance: chance(), retryAfterMs });
    return new NotNow(code, waitMs, message);
  }

  return send;
}

interface Exchange {
  caseId: string;
  requestId: string;
  tryId: number;
  terms: AgencyTerms;
  latencyMs: number;
}

/** Nobody who says Retry-After keeps us away for ever; who asks for slowness without saying how gets a second. */
function believed({ code, retryAfterMs }: AgencyTrouble, { longestQuietSeconds }: AgencyTerms) {
  if (retryAfterMs === undefined) return code === 'agency-limited' ? 1_000 : undefined;
  return Math.min(retryAfterMs, longestQuietSeconds * 1_000);
}

/** Short waits are Temporal's, in silence and without a slot; long ones, and a case that has gone on (`not-wanted`), its own. */
export async function orUnreachable(
  ask: () => Promise<AskReply>,
  isWanted: () => Promise<boolean> = async () => true,
): Promise<AskReply> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof NotNow)) throw error;
    const { code, waitMs, message } = error;
    if (waitMs === null) return { kind: 'unreachable', code };
    if (!(await isWanted())) return { kind: 'unreachable', code: 'not-wanted' };
    const isShort = waitMs <= shortWaitMs && Date.now() - activityInfo().scheduledTimestampMs < patienceMs;
    if (!isShort) return { kind: 'unreachable', code, pauseMs: waitMs };
    throw ApplicationFailure.create({ message, type: code, nextRetryDelay: waitMs });
  }
}
