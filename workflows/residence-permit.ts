/** The life of a permanent-residence case, from the application to its certificate or its end. */
import { continueAsNew } from '@temporalio/workflow';
import type { Filing } from '../activities/ask-agencies';
import { theService } from '../domain/actor';
import type { CaseFile } from '../domain/case-file';
import { isVoided } from '../domain/language-attempts';
import { lawDate } from '../domain/law-day';
import { stageOf } from '../domain/waiting';
import { validityOf } from '../policy/certificate';
import { eventsOfScore } from '../policy/events-of-news';
import { permanentPolicyOf } from '../policy/policies';
import { requiredFunds } from '../policy/solvency';
import { askCertificate, bookTestAttempt, issueCertificate, scoreApplication } from './activities';
import { untilReached } from './asking';
import { gatherChecks } from './gather-checks';
import { beginLife, type Life } from './life';
import { liveOn, liveThrough, type CaseOutcome, type Steps } from './live-through';
import type { Carried, Opening } from './messages';

export async function residencePermit(
  opening: Opening,
  carried: Carried | null = null,
): Promise<CaseOutcome> {
  const life = beginLife(opening, carried);
  const goOn = () => continueAsNew<typeof residencePermit>(opening, life.carry());
  return liveThrough(life, steps, goOn);
}

const steps: Steps = {
  'language-test': proveLanguage,
  form: (life) => life.until((file) => stageOf(file) !== 'form'),
  scoring: score,
  verification: (life) => gatherChecks(life, filingOf),
  interview: (life) => life.until((file) => stageOf(file) !== 'interview'),
  decision: decide,
  closed: liveOn,
};

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
  const isTakenBack = () => isVoided(life.file, attempt.requestId);
  const waiting = () => life.file.testAttempts.at(-1)?.passed === null && !isTakenBack();
  await untilReached(waiting, () => bookTestAttempt({ caseId, personId, ...attempt }));
  await life.until(({ status }) => status !== 'awaiting-test-result' || isTakenBack());
}

async function confirmCertificate(life: Life): Promise<void> {
  const { caseId, personId, presented } = life.file;
  if (presented === null) throw new Error('no certificate was presented');
  const isTakenBack = () => isVoided(life.file, presented.requestId);
  const waiting = () => life.file.status === 'awaiting-certificate-check' && !isTakenBack();
  await untilReached(waiting, () => askCertificate({ caseId, personId, ...presented }));
  await life.until(({ status }) => status !== 'awaiting-certificate-check' || isTakenBack());
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

/** The bank is asked about the money that was needed on the day of the application. */
function filingOf({ form }: CaseFile): Filing {
  if (form === null) throw new Error('an agency is asked about a form that is not there');
  const on = lawDate(form.submittedAt);
  return { on, formVersion: form.version, requiredTenge: requiredFunds(on).value };
}

/** People propose, hear and approve; what was granted needs its number. */
async function decide(life: Life): Promise<void> {
  await life.until((file) => file.status === 'granting' || stageOf(file) !== 'decision');
  if (life.file.status !== 'granting') return;
  const { caseId, policyVersion, statusSince: effectiveAt } = life.file;
  const decidedOn = lawDate(effectiveAt);
  const validity = validityOf(decidedOn, permanentPolicyOf(policyVersion));
  const data = { number: await issueCertificate({ caseId, decidedOn }), ...validity };
  if (life.file.status !== 'granting') return;
  await life.record([{ type: 'certificate-issued', data }], {
    effectiveAt,
    actor: theService,
    causeId: `grant:${effectiveAt}`,
  });
}
