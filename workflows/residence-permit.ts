/** The life of a permanent-residence case, from the application to its certificate or its end. */
import {
  CancellationScope,
  allHandlersFinished,
  condition,
  continueAsNew,
  isCancellation,
  startChild,
  workflowInfo,
} from '@temporalio/workflow';
import { checks, type Check } from '../domain/agencies';
import { theService } from '../domain/actor';
import { lawDate } from '../domain/law-day';
import { isClosed, type CaseStatus } from '../domain/statuses';
import { stageOf } from '../domain/waiting';
import { validityOf } from '../policy/certificate';
import { eventsOfCheckNews, eventsOfScore } from '../policy/events-of-news';
import { askAgency, bookTestAttempt, issueCertificate, scoreApplication } from './activities';
import { untilReached } from './asking';
import type { exportClosedCase } from './export-closed-case';
import { beginLife, metaOfNews, type Life } from './life';
import type { Carried, Opening } from './messages';
import { keepTime } from './timekeeper';

export interface CaseOutcome {
  caseId: string;
  status: CaseStatus;
}

export async function residencePermit(
  opening: Opening,
  carried: Carried | null = null,
): Promise<CaseOutcome> {
  const life = beginLife(opening, carried);
  const going = new CancellationScope();
  const walking = going
    .run(() => Promise.all([walk(life), keepTime(life)]))
    .catch((error: unknown) => {
      if (!isCancellation(error) || !going.consideredCancelled) throw error;
    });
  const grown = () => workflowInfo().continueAsNewSuggested;
  const over = condition(() => isClosed(life.file.status) || grown());
  const recording = life.recorder.run();
  await Promise.race([over, recording, walking.then(() => over)]);
  going.cancel();
  await Promise.race([walking, recording]);
  await keepHistory(opening.caseId);
  await Promise.race([condition(() => life.recorder.isIdle() && allHandlersFinished()), recording]);
  if (!isClosed(life.file.status)) await continueAsNew<typeof residencePermit>(opening, life.carry());
  return { caseId: opening.caseId, status: life.file.status };
}

/** Each step returns at once when the case is past it, so that a later run goes on where the last one stood. */
async function walk(life: Life): Promise<void> {
  await passLanguageTest(life);
  await life.until(({ status }) => status !== 'awaiting-form');
  await score(life);
  while (life.file.status !== 'granting') {
    await Promise.all(checks.map((check) => gatherCheck(life, check)));
    await life.until((file) => file.status === 'granting' || stageOf(file) === 'verification');
  }
  await grant(life);
}

/** The applicant books, the testing centre answers; as many attempts as the policy allows. */
async function passLanguageTest(life: Life): Promise<void> {
  while (stageOf(life.file) === 'language-test') {
    await life.until(({ status }) => status !== 'awaiting-test-booking');
    const attempt = life.file.testAttempts.at(-1);
    if (attempt === undefined) continue;
    const { caseId, personId } = life.file;
    const waiting = () => life.file.testAttempts.at(-1)?.passed === null;
    await untilReached(waiting, () => bookTestAttempt({ caseId, personId, ...attempt }));
    await life.until(({ status }) => status !== 'awaiting-test-result');
  }
}

async function score(life: Life): Promise<void> {
  const { caseId, form, status, policyVersion } = life.file;
  if (status !== 'scoring' || form === null) return;
  const filedOn = lawDate(form.submittedAt);
  const result = await scoreApplication({ caseId, version: form.version, policyVersion, filedOn });
  if (life.file.status !== 'scoring') return;
  const now = new Date().toISOString();
  const effectiveAt = now > life.file.statusSince ? now : life.file.statusSince;
  await life.record(eventsOfScore(result), {
    effectiveAt,
    actor: theService,
    causeId: `score:${form.version}`,
  });
}

/** Asks one agency, and again each time that the case orders it, for as long as verification lasts. */
async function gatherCheck(life: Life, check: Check): Promise<void> {
  const inVerification = () => stageOf(life.file) === 'verification';
  for (let asked = 0; inVerification();) {
    const found = life.file.checks?.[check];
    if (found !== undefined && found.asks > asked) {
      asked = found.asks;
      await question(life, check, asked);
    }
    await life.until(({ checks: now }) => (now?.[check].asks ?? 0) > asked || !inVerification());
  }
}

async function question(life: Life, check: Check, ask: number): Promise<void> {
  const { caseId, personId } = life.file;
  const requestId = `${caseId}.${check}.${ask}`;
  const waiting = () => life.file.checks?.[check].result === null && life.file.checks[check].asks === ask;
  const reply = await untilReached(waiting, () => askAgency({ caseId, personId, check, requestId }));
  if (reply?.kind !== 'answered') return;
  const news = { ...reply.news, check, requestId, cause: `asked:${requestId}` };
  life.applyDueBy(news.effectiveAt, true);
  await life.record(eventsOfCheckNews(life.file, news), metaOfNews(check, news));
}

async function grant(life: Life): Promise<void> {
  const { caseId, statusSince: effectiveAt } = life.file;
  const decidedOn = lawDate(effectiveAt);
  const data = { number: await issueCertificate({ caseId, decidedOn }), ...validityOf(decidedOn) };
  if (life.file.status !== 'granting') return;
  await life.record([{ type: 'certificate-issued', data }], {
    effectiveAt,
    actor: theService,
    causeId: 'grant',
  });
}

/** A run cannot export its own last event: a child that outlives it does. */
async function keepHistory(caseId: string): Promise<void> {
  const { runId } = workflowInfo();
  await startChild<typeof exportClosedCase>('exportClosedCase', {
    workflowId: `${caseId}.export.${runId}`,
    parentClosePolicy: 'ABANDON',
    args: [{ caseId, runId }],
  });
}
