/** Cases on the record, as far along as a test needs them. */
import { randomBytes } from 'node:crypto';
import { permanentChecks as checks } from '../../../domain/agencies';
import { caseIdFrom } from '../../../domain/case-id';
import type { CaseEvent, DocumentRef, EventBody } from '../../../domain/events';
import type { Region } from '../../../domain/regions';
import type { Office } from './office';

export const hash = 'a'.repeat(64);
export const textRef = (textId: string) => ({ textId, sha256: hash });
const answer = { answerId: 'answer-1', sha256: hash };

const score = {
  table: 'demonstration-2026-02',
  formVersion: 1,
  formSha256: hash,
  rows: [
    {
      criterion: 'language',
      bucket: 'kazakh-advanced',
      points: 90,
      max: 120,
      evidence: ['/languages'],
      evidenceSha256: hash,
      source: 'language-certificate',
    },
  ],
  total: 430,
  threshold: 400,
  passed: true,
  shortfall: [],
};

interface Story {
  applicantId?: string;
  region?: Region;
  personId?: string;
  openedAt?: string;
  policyVersion?: string;
  documents?: DocumentRef[];
  /** What happened after the step, in order. */
  then?: EventBody[];
}

/** The whole way to a grant, an hour apart. */
function wholeStory({
  applicantId = 'p-one',
  region = 'akmola',
  personId = 'person-1',
  documents = [],
  policyVersion = '2026-04-13',
}: Story): EventBody[] {
  const calendar = 'kz-2026-03';
  return [
    {
      type: 'application-opened',
      data: { region, applicantId, personId, personSha256: hash, policyVersion, calendar },
    },
    { type: 'language-test-booked', data: { attempt: 1, requestId: 'r1', level: 'B1' } },
    {
      type: 'language-test-result-received',
      data: {
        attempt: 1,
        level: 'B1',
        blocks: [{ block: 'reading', items: 40, correct: 30, requiredPercent: 50, passed: true }],
        bannedItems: false,
        passed: true,
        barredUntil: null,
        answer,
      },
    },
    { type: 'form-submitted', data: { version: 1, sha256: hash, documents } },
    { type: 'application-scored', data: score },
    ...checks.map((check): EventBody => ({
      type: 'check-answered',
      data: { check, requestId: 'r2', result: 'clear', codes: [], answer },
    })),
    {
      type: 'interview-scheduled',
      data: {
        at: '2026-06-01T05:00:00.000Z',
        place: 'akmola-office',
        panel: ['s-1', 's-2', 's-3'],
        quorum: 2,
      },
    },
    {
      type: 'interview-recorded',
      data: {
        outcome: 'passed',
        final: true,
        questions: [{ question: 'way-of-life', points: 4, max: 5, remark: textRef('text-3') }],
        votes: [
          { member: 's-1', vote: 'for' },
          { member: 's-2', vote: 'for' },
        ],
        remarks: textRef('text-1'),
      },
    },
    {
      type: 'decision-proposed',
      data: { outcome: 'grant', reasons: [], text: textRef('text-2'), hearing: false },
    },
  ];
}

export const steps = {
  opened: 1,
  booked: 2,
  formOpen: 3,
  verification: 5,
  toSchedule: 5 + checks.length,
  scheduled: 6 + checks.length,
  interviewed: 7 + checks.length,
  proposed: 8 + checks.length,
} as const;

/** Puts a case on the record and returns its id. */
export async function recordCase(
  office: Office,
  until: keyof typeof steps,
  story: Story = {},
): Promise<string> {
  const caseId = caseIdFrom(randomBytes(11));
  const startMs = Date.parse(story.openedAt ?? new Date(Date.now() - 86_400_000).toISOString());
  const events = wholeStory(story)
    .slice(0, steps[until])
    .concat(story.then ?? [])
    .map((body, index) => ({
      ...body,
      seq: index + 1,
      effectiveAt: new Date(startMs + index * 3_600_000).toISOString(),
      actor: { id: 'a-person', role: 'caseworker' },
      causeId: `cause-${index + 1}`,
    })) as CaseEvent[];
  await office.record.appendEvents(caseId, events);
  return caseId;
}
