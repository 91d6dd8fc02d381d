/** What comes to random lives from outside: answers of agencies, scores, numbers of certificates, outages. */
import { theService } from '../../../domain/actor';
import { checks, type Check } from '../../../domain/agencies';
import type { CaseFile } from '../../../domain/case-file';
import type { EventBody } from '../../../domain/events';
import { lawDate, shiftDays } from '../../../domain/law-day';
import { certificateStatuses } from '../../../domain/language-certificate';
import type { CheckNews } from '../../../domain/news';
import { limitStarters, type LimitStarter } from '../../../domain/notices';
import { eventsOfDelivery } from '../../../policy/events-of-delivery';
import { validityOf } from '../../../policy/certificate';
import {
  eventsOfCertificateNews,
  eventsOfCheckNews,
  eventsOfScore,
  eventsOfTestNews,
} from '../../../policy/events-of-news';
import { outagesToNote } from '../../../policy/outages';
import { permanentPolicyOf } from '../../../policy/policies';
import { agency, answerRef, body } from '../../support/case-files';
import { oneOf, type Moment } from './random-acts';
import { ofPermit } from './permit-news';
import type { Happening } from './happening';

export function newsFor(file: CaseFile, moment: Moment): Happening[] {
  return [
    ...ofTest(file, moment),
    ...ofChecks(file, moment),
    ...ofService(file, moment),
    ...ofPost(file, moment),
    ...ofPermit(file, moment),
  ];
}

/** A notice that starts a time limit is proved to have come, now and then for the second time. */
function ofPost({ noticesToProve }: CaseFile, { at, roll }: Moment): Happening[] {
  const waiting = Object.entries(noticesToProve) as [LimitStarter, number][];
  if (waiting.length === 0 || roll % 4 !== 0) return [];
  const [starter, noticeSeq] = oneOf(waiting, roll >> 2);
  const news = { cause: 'news', effectiveAt: at, noticeSeq, channel: 'email' as const };
  const kind = limitStarters[starter];
  return [{ actor: theService, tell: (now) => eventsOfDelivery(now, { ...news, kind }) }];
}

function ofTest(file: CaseFile, { at, roll }: Moment): Happening[] {
  const actor = agency('testing-centre');
  const news = { cause: 'news', effectiveAt: at, answer: answerRef };
  const attempt = file.testAttempts.at(roll % 5 === 0 ? 0 : -1);
  const certificate = file.presented;
  const correct = roll % 3 === 0 ? 2 : 18;
  return [
    ...(attempt
      ? often(file.status === 'awaiting-test-result', roll).map(() => ({
          actor,
          tell: (now: CaseFile) =>
            eventsOfTestNews(now, {
              ...news,
              requestId: attempt.requestId,
              level: attempt.level,
              blocks: [
                { block: 'listening', items: 20, correct },
                { block: 'reading', items: 40, correct: 2 * correct },
              ],
              bannedItems: roll % 7 === 0,
            }),
        }))
      : []),
    ...(certificate
      ? often(file.status === 'awaiting-certificate-check', roll).map(() => ({
          actor,
          tell: (now: CaseFile) =>
            eventsOfCertificateNews(now, {
              ...news,
              requestId: certificate.requestId,
              level: 'B1',
              validUntil: null,
              status: oneOf(['genuine', ...certificateStatuses], roll),
            }),
        }))
      : []),
  ];
}

/** Three doors for what is waited for, one now and then for what is not. */
function often(awaited: boolean, roll: number): number[] {
  return awaited ? [1, 2, 3] : roll % 8 === 0 ? [1] : [];
}

const readings: readonly Pick<CheckNews, 'result' | 'codes'>[] = [
  { result: 'clear', codes: [] },
  { result: 'unclear', codes: ['overstay'] },
  { result: 'clear', codes: [] },
  { result: 'adverse', codes: ['entry-ban'] },
  { result: 'clear', codes: [] },
];

function answer(check: Check, { at, roll }: Moment): Happening {
  const sha256 = String(roll % 10).repeat(64);
  return {
    actor: agency(check),
    tell: (file) =>
      eventsOfCheckNews(file, {
        cause: 'news',
        effectiveAt: at,
        check,
        requestId: `${file.caseId}.${check}.${file.checks?.[check]?.asks ?? 1}`,
        answer: { answerId: `answer-${roll}`, sha256 },
        ...oneOf(readings, roll),
      }),
  };
}

function ofChecks(file: CaseFile, { at, roll }: Moment): Happening[] {
  const found = file.checks;
  if (found === null) return [];
  const open = checks.filter((check) => found[check]?.result === null);
  const stray = roll % 9 === 0 ? [answer(oneOf(checks, roll), { at, roll: roll >> 3 })] : [];
  return [
    ...stray,
    ...ofDecided(file, { at, roll }),
    ...open.slice(0, 1).map((check) => answer(check, { at, roll })),
    ...(open.length > 0 ? [allAnswer(open, { at, roll }), allAnswer(open, { at, roll })] : []),
    ...(file.status === 'verification' && open[0] !== undefined && roll % 7 === 0 ? [notDue(open[0])] : []),
  ];
}

/** While a proposal to reopen is open, and now and then at once, an agency of the case takes back what it said. */
function ofDecided({ status, reopening, checks: found }: CaseFile, { at, roll }: Moment): Happening[] {
  const open = reopening !== null && reopening.outcome === null;
  const decided = status === 'granted' || status === 'refused' || status === 'granting';
  if (!decided || roll % (open ? 2 : 4) !== 0) return [];
  const asked = checks.filter((check) => found?.[check] !== undefined);
  const notClear = oneOf([1, 3], roll >> 8);
  return [answer(oneOf(asked, roll >> 4), { at, roll: notClear + readings.length * (roll >> 9) })];
}

/** The open checks answer in one stroke, the last of them as the roll has it. */
function allAnswer(open: readonly Check[], { at, roll }: Moment): Happening {
  const tell = (file: CaseFile): EventBody[] =>
    open.flatMap((check, index) => answer(check, { at, roll: index === 0 ? roll : 0 }).tell(file));
  return { actor: agency('berkut'), tell };
}

function notDue(check: Check): Happening {
  return { actor: theService, tell: () => [body('check-not-due', { check, codes: ['under-sixteen'] })] };
}

function ofService(file: CaseFile, { at, roll }: Moment): Happening[] {
  const total = roll % 6 === 0 ? 300 : 450;
  const scored = {
    table: 'demonstration-2026-02',
    formVersion: file.form?.version ?? 0,
    formSha256: 'd'.repeat(64),
    rows: [],
    total,
    threshold: 400,
    passed: total >= 400,
    shortfall: [],
  };
  const outage = { from: shiftDays(at, -1 - (roll % 3)), to: at };
  const noted = roll % 10 === 0 ? outagesToNote(file, [outage]) : [];
  const { certificateMonths } = permanentPolicyOf('2026-04-13');
  const certificate = { number: 'KZ-PR-2026-000001', ...validityOf(lawDate(at), { certificateMonths }) };
  return [
    ...(file.status === 'scoring' ? [{ actor: theService, tell: () => eventsOfScore(scored) }] : []),
    ...(file.status === 'granting' && file.permit === null
      ? [{ actor: theService, tell: () => [body('certificate-issued', certificate)] }]
      : []),
    ...noted.map((data) => ({ actor: theService, tell: () => [body('outage-noted', data)] })),
  ];
}
