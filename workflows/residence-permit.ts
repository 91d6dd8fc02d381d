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
import type { CaseStatus, Stage } from '../domain/statuses';
import { isOver, stageOf } from '../domain/waiting';
import { validityOf } from '../policy/certificate';
import { eventsOfCheckNews, eventsOfScore } from '../policy/events-of-news';
import { requiredFunds } from '../policy/solvency';
import { askAgency, askCertificate, bookTestAttempt, issueCertificate, scoreApplication } from './activities';
import { untilReached } from './asking';
import type { exportCase } from './export-case';
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
  const over = condition(() => isOver(life.file) || grown());
  const recording = life.recorder.run();
  await Promise.race([over, recording, walking.then(() => over)]);
  going.cancel();
  await Promise.race([walking, recording]);
  await keepHistory(opening.caseId, 'end');
  await Promise.race([condition(() => life.recorder.isIdle() && allHandlersFinished()), recording]);
  if (!isOver(life.file)) await continueAsNew<typeof residencePermit>(opening, life.carry());
  return { caseId: opening.caseId, status: life.file.status };
}

/** What is done in each stage; it ends when the case is past it, wherever it went: a decision may be set aside. */
const steps: Record<Stage, (life: Life) => Promise<void>> = {
  'language-test': proveLanguage,
  form: (life) => life.until((file) => stageOf(file) !== 'form'),
  scoring: score,
  verification: verify,
  interview: (life) => life.until((file) => stageOf(file) !== 'interview'),
  decision: decide,
  closed: liveOn,
};

async function walk(life: Life): Promise<void> {
  while (!isOver(life.file)) await steps[stageOf(life.file)](life);
}

/** The applicant books a test or shows a certificate, the testing centre answers. */
async function proveLanguage(life: Life): Promise<void> {
  while (stageOf(life.file) === 'language-test') {
    await life.until(({ status }) => status !== 'awaiting-test-booking');
    if (life.file.status === 'awaiting-test-result') await sitTest(life);
    if (life.file.status === 'awaiting-certificate-check') await confirmCertificate(life);
  }
}

async function sitTest(life: Life): Promise<void> {
  const { caseId, personId, testAttempts } = life.file;
  const attempt = testAttempts.at(-1);
  if (attempt === undefined) throw new Error('no attempt is booked');
  const waiting = () => life.file.testAttempts.at(-1)?.passed === null;
  await untilReached(waiting, () => bookTestAttempt({ caseId, personId, ...attempt }));
  await life.until(({ status }) => status !== 'awaiting-test-result');
}

async function confirmCertificate(life: Life): Promise<void> {
  const { caseId, personId, presented } = life.file;
  if (presented === null) throw new Error('no certificate was presented');
  const waiting = () => life.file.status === 'awaiting-certificate-check';
  await untilReached(waiting, () => askCertificate({ caseId, personId, ...presented }));
  await life.until(({ status }) => status !== 'awaiting-certificate-check');
}

async function score(life: Life): Promise<void> {
  const { caseId, form, status, policyVersion } = life.file;
  if (status !== 'scoring') return;
  if (form === null) throw new Error('there is no form to score');
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

async function verify(life: Life): Promise<void> {
  await Promise.all(checks.map((check) => gatherCheck(life, check)));
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
  const { caseId, personId, form } = life.file;
  if (form === null) throw new Error('an agency is asked about a form that is not there');
  const requestId = `${caseId}.${check}.${ask}`;
  const on = lawDate(form.submittedAt);
  const filing = { on, formVersion: form.version, requiredTenge: requiredFunds(on).value };
  const waiting = () => life.file.checks?.[check].result === null && life.file.checks[check].asks === ask;
  const reply = await untilReached(waiting, () => askAgency({ caseId, personId, check, requestId, filing }));
  if (reply?.kind === 'not-due') {
    const { effectiveAt, codes } = reply;
    const meta = { effectiveAt, actor: theService, causeId: `not-due:${requestId}` };
    await life.record([{ type: 'check-not-due', data: { check, codes } }], meta);
  }
  if (reply?.kind !== 'answered') return;
  const news = { ...reply.news, check, requestId, cause: `asked:${requestId}` };
  life.applyDueBy(news.effectiveAt, true);
  await life.record(eventsOfCheckNews(life.file, news), metaOfNews(check, news));
}

/** People propose, hear and approve; what was granted needs its number. */
async function decide(life: Life): Promise<void> {
  await life.until((file) => file.status === 'granting' || stageOf(file) !== 'decision');
  if (life.file.status !== 'granting') return;
  const { caseId, statusSince: effectiveAt } = life.file;
  const decidedOn = lawDate(effectiveAt);
  const data = { number: await issueCertificate({ caseId, decidedOn }), ...validityOf(decidedOn) };
  if (life.file.status !== 'granting') return;
  await life.record([{ type: 'certificate-issued', data }], {
    effectiveAt,
    actor: theService,
    causeId: `grant:${effectiveAt}`,
  });
}

/** The decision stands; what can still come is a complaint, an annulment, a reminder, an expiry. */
async function liveOn(life: Life): Promise<void> {
  if (!isOver(life.file)) await keepHistory(life.file.caseId, life.file.seq);
  await life.until((file) => isOver(file) || stageOf(file) !== 'closed');
}

/** A run cannot export its own last event: a child that outlives it does; another one when a decision falls. */
async function keepHistory(caseId: string, upTo: number | 'end'): Promise<void> {
  const { runId } = workflowInfo();
  await startChild<typeof exportCase>('exportCase', {
    workflowId: `${caseId}.export.${runId}.${upTo}`,
    parentClosePolicy: 'ABANDON',
    args: [{ caseId, runId, ended: upTo === 'end' }],
  });
}
