/** Deadlines of those who have the ball: the applicant, the testing centre, the registers, the agencies. */
import { checks, type Check } from '../../domain/agencies';
import type { CaseFile } from '../../domain/case-file';
import type { EventBody } from '../../domain/events';
import { endOfTerm } from '../../domain/law-day';
import { stateSources, type StateSource } from '../../domain/permit';
import { laterOf } from '../../domain/ledger';
import type { CaseStatus } from '../../domain/statuses';
import { validUntilOf } from '../answer-validity';
import { readOpenClock } from '../clocks';
import { testAnswerDueAt } from '../language-test';
import { isForPersonAlone } from '../new-papers';
import { permitPolicyOf, policyOf } from '../policies';
import { deadline, deadlineAfterActs, escalations, type Deadline } from './deadline';

export function turnDeadlines(file: CaseFile): Deadline[] {
  const { turn: ledger } = file.clocks;
  const dueAt = readOpenClock(file, 'turn', file.lastAt)?.dueAt ?? null;
  if (ledger === null || dueAt === null) return [];
  const { turn } = ledger;
  return [deadlineAfterActs(`turn:${turn}`, dueAt, { type: 'turn-lapsed', data: { turn } })];
}

export function testDeadlines(file: CaseFile): Deadline[] {
  if (file.status !== 'awaiting-test-result' && file.status !== 'awaiting-certificate-check') return [];
  return escalations(file, 'test-result-overdue', testAnswerDueAt(file));
}

/** A register that stays silent leaves its fields to the person: nobody waits long before an open page. */
export function fetchDeadlines(file: CaseFile): Deadline[] {
  const { permit, status } = file;
  if (permit === null || status !== 'fetching') return [];
  const minutes = permitPolicyOf(file.policyVersion).fetchMinutes.value;
  const dueAt = new Date(Date.parse(file.openedAt) + minutes * 60_000).toISOString();
  return stateSources
    .filter((source) => permit.fetched[source] === undefined)
    .map((source) => deadline(`fetch:${source}`, dueAt, unanswered(file, source)));
}

function unanswered({ caseId }: CaseFile, source: StateSource): EventBody {
  const requestId = `${caseId}.${source}.prefill`;
  const data = { source, requestId, result: 'no-answer' as const, pointers: [], answer: null };
  return { type: 'state-data-fetched', data };
}

export function checkDeadlines(file: CaseFile): Deadline[] {
  return checks.flatMap((check) => checkDeadline(file, check));
}

function checkDeadline(file: CaseFile, check: Check): Deadline[] {
  const open = file.checks?.[check];
  const asking = file.status === 'verification' || file.status === 'awaiting-documents';
  if (open === undefined || open.result !== null || !asking) return [];
  const terms = policyOf(file.policyVersion).checks.value[check];
  if (terms === undefined) throw new Error(`no policy says how long ${check} may take`);
  const { limitDays, chaseAfterDays } = terms;
  const chase = chaseAfterDays
    .map((days) => endOfTerm(open.openedAt, days))
    .find((dueAt) => dueAt > open.lastAskedAt);
  const limit = endOfTerm(open.openedAt, limitDays);
  return [
    deadline(`limit:${check}:${open.asks}`, limit, { type: 'check-unanswered', data: { check } }),
    ...(chase === undefined
      ? []
      : [
          deadline(`chase:${check}:${open.asks}`, chase, {
            type: 'check-chased',
            data: { check, ask: open.asks + 1 },
          }),
        ]),
  ];
}

const atDecision: readonly CaseStatus[] = ['awaiting-proposal', 'awaiting-approval', 'awaiting-decision'];

/** Nobody grants on an answer that may no longer be relied on: it is asked again, and a proposal not approved by then falls. */
export function expiryDeadlines(file: CaseFile): Deadline[] {
  const unfavourable = file.proposal !== null && file.proposal.outcome !== 'grant';
  if (!atDecision.includes(file.status) || unfavourable) return [];
  const policy = policyOf(file.policyVersion);
  return checks.flatMap((check) => {
    const found = file.checks?.[check];
    const answeredAt = found?.answeredAt ?? null;
    const endsAt = answeredAt && validUntilOf(policy, check, answeredAt);
    if (found === undefined || endsAt === null || isForPersonAlone(found)) return [];
    const event = { type: 'answer-expired' as const, data: { check, ask: found.asks + 1 } };
    return [deadline(`expired:${check}:${found.asks}`, laterOf(endsAt, file.statusSince), event)];
  });
}
