/** What the record will say of an agency's answer: what it changes, or only that it was kept. */
import type { AgencyName } from '../domain/agencies';
import type { CaseFile, CheckFile } from '../domain/case-file';
import type { EventBody, Reason, Score } from '../domain/events';
import type { CertificateNews, CheckNews, News, TestNews } from '../domain/news';
import { countedAttempts, isVoided } from '../domain/language-attempts';
import { lawDate } from '../domain/law-day';
import { standing, type CaseStatus } from '../domain/statuses';
import { articleOf, type RefusalGround } from './grounds';
import { barredUntilOf, findCertificateFault, isWholeSitting, markLanguageTest } from './language-test';
import { withFineLookedFor } from './permit/fine-known';
import { permanentPolicyOf, policyOf } from './policies';
import { heardBefore, reopeningBy } from './reopening';

/**
 * A pass opens the form; the last failed attempt ends the application by rule. A result that does not add up is kept
 * and marks nobody: the attempt waits for a whole one, and a supervisor hears of it when none comes in time.
 */
export function eventsOfTestNews(file: CaseFile, news: TestNews): EventBody[] {
  const open = file.testAttempts.find(
    ({ requestId, passed }) => requestId === news.requestId && passed === null && !isVoided(file, requestId),
  );
  if (open === undefined || file.status !== 'awaiting-test-result') return [kept('testing-centre', news)];
  const policy = permanentPolicyOf(file.policyVersion);
  if (!isWholeSitting(news, policy)) return [kept('testing-centre', news)];
  const { level, bannedItems, answer } = news;
  const marked = markLanguageTest(news, policy);
  const barredUntil = barredUntilOf(bannedItems, news.effectiveAt, policy);
  const received: EventBody = {
    type: 'language-test-result-received',
    data: { attempt: open.attempt, level, bannedItems, answer, barredUntil, ...marked },
  };
  const last = countedAttempts(file).length >= policy.language.attempts.value;
  return marked.passed || !last
    ? [received]
    : [received, refusedByRule('language-test-failed', 'language-test')];
}

/** A certificate without fault opens the form; any other leaves the test. */
export function eventsOfCertificateNews(file: CaseFile, news: CertificateNews): EventBody[] {
  const { requestId, level, answer } = news;
  if (file.status !== 'awaiting-certificate-check' || file.presented?.requestId !== requestId) {
    return [kept('testing-centre', news)];
  }
  const fault = findCertificateFault(news, lawDate(file.statusSince), permanentPolicyOf(file.policyVersion));
  if (fault === undefined) {
    return [{ type: 'certificate-confirmed', data: { requestId, level, answer } }];
  }
  return [{ type: 'certificate-not-confirmed', data: { requestId, fault, answer } }];
}

/**
 * An answer counts while its check is open, also when silence was already noted but nobody has judged yet. One that
 * says something else than what the case rests on sends the finding to a person, until the decision is taken; after it
 * the case is proposed to be reopened. `hearsAll` is asked before what an earlier reading did not say.
 */
export function eventsOfCheckNews(
  file: CaseFile,
  told: CheckNews,
  hearsAll: () => boolean = () => true,
): EventBody[] {
  const { policyVersion, permit } = file;
  const news = withFineLookedFor(told, told.check, { policyVersion, rule: permit?.window?.rule });
  const { check, requestId, result, codes, answer } = news;
  const found = file.checks?.[check];
  const inTime = standing[file.status].stage === 'verification';
  const open =
    found !== undefined && found.judgement === null && (found.result ?? 'no-answer') === 'no-answer';
  const data = { check, requestId, result, codes, answer };
  if (codes.includes(provisional)) return [kept(check, news)];
  if (inTime && open) return [{ type: 'check-answered', data }];
  if (found === undefined || !contradicts(found, news)) return [kept(check, news)];
  if (isUndecided(file))
    return [{ type: 'answer-contradicted', data: { ...data, ...withAppointment(file, news) } }];
  const type = reopeningBy(file, found, news);
  if (type === undefined) return [kept(check, news)];
  if (hearsAll()) return [kept(check, news), { type, data: { ...data, ask: found.asks } }];
  return heardBefore(file) ? [kept(check, news), { type, data }] : [kept(check, news)];
}

/** No answer yet, only the word that one will come: the check stays open, up to its limit. */
const provisional = 'security-more-time';

const beforeDecision: readonly CaseStatus[] = [
  'verification',
  'awaiting-documents',
  'awaiting-judgement',
  'awaiting-schedule',
  'awaiting-interview',
  'awaiting-proposal',
  'awaiting-hearing',
  'awaiting-approval',
  'awaiting-decision',
];

/** An annulment that is heard is about a decision that stands. */
function isUndecided({ status, proposal }: CaseFile): boolean {
  return beforeDecision.includes(status) && proposal?.outcome !== 'annul';
}

/** An interview whose hour has come is held, though its protocol may still be on its way. */
function withAppointment(
  { interview, policyVersion }: CaseFile,
  { effectiveAt }: CheckNews,
): { appointmentFalls?: true } {
  const isAhead = interview !== null && interview.outcome === null && effectiveAt < interview.at;
  return isAhead && policyOf(policyVersion).interview.fallsWithAnswer.value ? { appointmentFalls: true } : {};
}

/** Another answer than the one counted, and not merely what a person has already judged it to be. */
function contradicts(found: CheckFile, { result, codes, answer }: CheckNews): boolean {
  if (found.answer?.sha256 === answer.sha256 || result === found.judgement) return false;
  return result !== found.result || codes.some((code) => !found.codes.includes(code));
}

/** A score below the threshold refuses by itself; the record names the rule. */
export function eventsOfScore(score: Score): EventBody[] {
  const scored: EventBody = { type: 'application-scored', data: score };
  return score.passed ? [scored] : [scored, refusedByRule('score-below-threshold', 'score')];
}

function kept(agency: AgencyName, { requestId, answer }: News): EventBody {
  return { type: 'late-answer-kept', data: { agency, requestId, answer } };
}

function refusedByRule(ground: RefusalGround, evidence: string): EventBody {
  const reason: Reason = { ground, article: articleOf(ground), evidence };
  return { type: 'application-refused', data: { by: 'rule', reasons: [reason] } };
}
