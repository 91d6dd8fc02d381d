/** What the record will say of an agency's answer: what it changes, or only that it was kept. */
import type { AgencyName } from '../domain/agencies';
import type { CaseFile } from '../domain/case-file';
import type { EventBody, Reason, Score } from '../domain/events';
import type { CheckNews, TestNews } from '../domain/news';
import { articleOf, type RefusalGround } from './grounds';
import { markLanguageTest } from './language-test';
import { policyOf } from './policies';

/** A pass opens the form; the last failed attempt ends the application by rule. */
export function eventsOfTestNews(file: CaseFile, news: TestNews): EventBody[] {
  const open = file.testAttempts.find(
    ({ requestId, passed }) => requestId === news.requestId && passed === null,
  );
  if (open === undefined || file.status !== 'awaiting-test-result') return [kept('testing-centre', news)];
  const policy = policyOf(file.policyVersion);
  const { level, bannedItems, answer } = news;
  const marked = markLanguageTest(news, policy);
  const received: EventBody = {
    type: 'language-test-result-received',
    data: { attempt: open.attempt, level, bannedItems, answer, ...marked },
  };
  const last = file.testAttempts.length >= policy.language.attempts.value;
  return marked.passed || !last
    ? [received]
    : [received, refusedByRule('language-test-failed', 'language-test')];
}

/** An answer counts while its check is open, also when silence was already noted but nobody has judged yet. */
export function eventsOfCheckNews(file: CaseFile, news: CheckNews): EventBody[] {
  const { check, requestId, result, codes, answer } = news;
  const found = file.checks?.[check];
  const inTime = file.status === 'verification' || file.status === 'awaiting-judgement';
  const open =
    found !== undefined && found.judgement === null && (found.result ?? 'no-answer') === 'no-answer';
  if (!inTime || !open) return [kept(check, news)];
  return [{ type: 'check-answered', data: { check, requestId, result, codes, answer } }];
}

/** A score below the threshold refuses by itself; the record names the rule. */
export function eventsOfScore(score: Score): EventBody[] {
  const scored: EventBody = { type: 'application-scored', data: score };
  return score.passed ? [scored] : [scored, refusedByRule('score-below-threshold', 'score')];
}

function kept(agency: AgencyName, { requestId, answer }: TestNews | CheckNews): EventBody {
  return { type: 'late-answer-kept', data: { agency, requestId, answer } };
}

function refusedByRule(ground: RefusalGround, evidence: string): EventBody {
  const reason: Reason = { ground, article: articleOf(ground), evidence };
  return { type: 'application-refused', data: { by: 'rule', reasons: [reason] } };
}
