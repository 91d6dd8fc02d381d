/** What people say in random lives: for every verb an act with some content, chosen by a roll of the dice. */
import type { Actor } from '../../../domain/actor';
import type { ActData } from '../../../domain/acts';
import { checks, type Check } from '../../../domain/agencies';
import type { CaseFile } from '../../../domain/case-file';
import {
  agencyBehind,
  documentKinds,
  objectionKinds,
  returnStages,
  stopReasons,
} from '../../../domain/events';
import type { DocumentKind, DocumentRef, Judgement, Reason } from '../../../domain/events';
import { lawDate, shiftDays } from '../../../domain/law-day';
import { changeKinds, windowRules } from '../../../domain/permit';
import { updateVerbs, type UpdateVerb } from '../../../domain/verbs';
import { calendars } from '../../../policy/clock/calendars';
import { mayBeAskedFor } from '../../../policy/may-be-asked';
import { evidenceCodes } from '../../../policy/ground-evidence';
import { findArticle, groundCodes } from '../../../policy/grounds';
import { mayGrant } from '../../../policy/guards/decision';
import { applicant, operator, textRef } from '../../support/case-files';

/** When, and the roll that decides what is said. */
export interface Moment {
  at: string;
  roll: number;
}

export const cast: readonly Actor[] = [
  applicant,
  { id: 'aizhan', role: 'caseworker' },
  { id: 'dauren', role: 'caseworker' },
  { id: 'dauren', role: 'supervisor' },
  { id: 'bolat', role: 'supervisor' },
  { id: 'kairat', role: 'supervisor' },
  { id: 'saule', role: 'supervisor' },
  operator,
];

const sha256 = 'd'.repeat(64);

/** One of a list, the same for the same roll. */
export function oneOf<T>(list: readonly T[], roll: number): T {
  const one = list[roll % list.length];
  if (one === undefined) throw new Error('nothing to choose from');
  return one;
}

function handed(file: CaseFile, kinds: readonly DocumentKind[]): DocumentRef[] {
  return [...new Set(kinds)].map((kind) => ({ documentId: `${kind}-${file.seq}`, kind, sha256 }));
}

function unjudgedOf(found: CaseFile['checks']): Check {
  const asked = checks.filter((check) => found?.[check] !== undefined);
  return asked.find((check) => found?.[check]?.result !== 'clear' && !found?.[check]?.judgement) ?? 'berkut';
}

const mostlyClear = (roll: number): Judgement => (roll % 5 === 0 ? 'adverse' : 'clear');
/** What is named at random is mostly no reason at all, and then refused; what is told next is shown by the form. */
function refusing({ kind }: CaseFile, roll: number): Reason[] {
  const ground = roll % 3 === 0 ? oneOf(groundCodes, roll >> 2) : 'false-data';
  const evidence = roll % 3 === 0 ? oneOf(evidenceCodes, roll >> 7) : 'form';
  return [{ ground, article: findArticle(kind, ground) ?? '', evidence }];
}

type Sayings = { [V in UpdateVerb]: (file: CaseFile, moment: Moment) => ActData[V] };

const sayings: Sayings = {
  bookLanguageTest: () => ({}),
  presentCertificate: (_, { roll }) => ({ certificateId: `certificate-${roll % 2}`, sha256 }),
  submitForm: (file, { roll }) => ({
    version: file.seq,
    sha256,
    documents: handed(file, ['passport', oneOf(documentKinds, roll)]),
    ...(file.permit && { permit: { uses: [], window: { rule: oneOf(windowRules, roll), lastDay: null } } }),
  }),
  provideDocuments: (file) => ({ documents: handed(file, file.documentsRequested) }),
  confirmInterview: () => ({}),
  requestInterviewChange: () => ({ reason: textRef }),
  objectToRefusal: (_, { roll }) => ({ kind: oneOf(objectionKinds, roll), text: textRef }),
  fileComplaint: () => ({ text: textRef }),
  withdrawApplication: () => ({ reason: null }),
  assignCase: () => ({ assignee: 'dauren' }),
  voidAttempt: () => ({ reason: textRef }),
  judgeFinding: ({ checks: found }, { roll }) => ({
    check: unjudgedOf(found),
    judgement: mostlyClear(roll),
    reason: textRef,
  }),
  judgeDocuments: ({ documents }, { roll }) => {
    const open = documents.filter(({ judgement, kind }) => judgement === null && !agencyBehind[kind]);
    const some = open.slice(0, 1 + (roll % 3));
    const findings = some.map(({ documentId }) => ({ documentId, judgement: mostlyClear(roll >> 4) }));
    return { findings, reason: textRef };
  },
  requestDocuments: (file, { roll }) => {
    const kinds = documentKinds.filter((kind) => mayBeAskedFor(file, kind));
    return { kinds: [...new Set([oneOf(kinds, roll), oneOf(kinds, roll >> 4)])], reason: textRef };
  },
  askAgencyAgain: ({ checks: found }) => ({
    check: unjudgedOf(found),
    reason: textRef,
  }),
  scheduleInterview: ({ steppedBack }, { at, roll }) => ({
    at: shiftDays(at, 4 + (roll % 12)),
    place: 'abai-office',
    panel: ['saule', 'aizhan', 'dauren', 'gulnara'].filter((one) => !steppedBack.includes(one)).slice(0, 3),
  }),
  recuseFromInterview: () => ({ reason: textRef }),
  recordInterview: (file, { roll }) => {
    const attended = roll % 4 !== 0;
    const voters = file.interview?.panel.filter((one) => !file.interview?.recused.includes(one)) ?? [];
    return {
      attended,
      questions: attended ? [{ question: 'ties', points: 3, max: 5, remark: textRef }] : [],
      votes: attended ? voters.map((member) => ({ member, vote: roll % 5 === 1 ? 'against' : 'for' })) : [],
      remarks: textRef,
    };
  },
  proposeDecision: (file, { roll }) =>
    mayGrant(file) && roll % 4 !== 0
      ? { outcome: 'grant', reasons: [], text: textRef }
      : { outcome: 'refuse', reasons: refusing(file, roll >> 2), text: textRef },
  decideApplication: (file, { roll }) =>
    mayGrant(file) && roll % 4 !== 0
      ? { outcome: 'grant', version: file.proposal?.version ?? null, reasons: [], text: null }
      : { outcome: 'refuse', version: null, reasons: refusing(file, roll >> 2), text: textRef },
  recordHearing: () => ({ protocol: textRef }),
  approveDecision: ({ proposal }) => ({ version: proposal?.version ?? 0 }),
  returnDecision: ({ proposal, checks: found }, { roll }) => ({
    version: proposal?.version ?? 0,
    reason: textRef,
    judgeAnew: roll % 4 === 0 ? [] : checks.filter((check) => (found?.[check]?.judgement ?? null) !== null),
  }),
  proposeAnnulment: (file, { roll }) => ({ reasons: refusing(file, roll), text: textRef }),
  reportChange: ({ certificate }, { at, roll }) => {
    const on = lawDate(shiftDays(at, -(roll % 9)));
    const from = certificate?.validFrom ?? on;
    return { change: oneOf(changeKinds, roll), on: on < from ? from : on, text: null };
  },
  decideChange: ({ permit }, { roll }) => ({
    claim: permit?.claim?.seq ?? 0,
    outcome: roll % 2 === 0 ? 'confirm' : 'dismiss',
    reason: textRef,
  }),
  supportReopening: () => ({ reason: textRef }),
  decideReopening: (_, { roll }) => ({ outcome: roll % 3 === 0 ? 'leave' : 'reopen', reason: textRef }),
  satisfyComplaint: (_, { roll }) => ({ returnTo: oneOf([...returnStages, null], roll), reason: textRef }),
  decideComplaint: (_, { roll }) =>
    roll % 3 === 0
      ? { outcome: 'rejected', returnTo: null, reason: textRef }
      : { outcome: 'satisfied', returnTo: oneOf([...returnStages, null], roll), reason: textRef },
  stopClock: (_, { roll }) => ({ reason: oneOf(stopReasons, roll), text: textRef }),
  resumeClock: () => ({ text: textRef }),
  extendClock: (_, { roll }) => ({ days: 1 + (roll % 40), text: textRef }),
  adoptCalendar: () => ({ calendar: calendars.at(-1)?.version ?? '' }),
};

/** Verbs that would soon be the whole story: each is tried at one roll of so many. */
const seldom: Partial<Record<UpdateVerb, number>> = {
  withdrawApplication: 40,
  adoptCalendar: 10,
  assignCase: 12,
  scheduleInterview: 2,
  recuseFromInterview: 4,
  stopClock: 6,
  extendClock: 4,
  returnDecision: 3,
  requestDocuments: 4,
  askAgencyAgain: 3,
  proposeAnnulment: 3,
  requestInterviewChange: 2,
  reportChange: 2,
};

export function isTried(verb: string, roll: number): verb is UpdateVerb {
  const known = updateVerbs.find((candidate) => candidate === verb);
  return known !== undefined && roll % (seldom[known] ?? 1) === 0;
}

export function sayingOf<V extends UpdateVerb>(verb: V, file: CaseFile, moment: Moment): ActData[V] {
  return sayings[verb](file, moment);
}
