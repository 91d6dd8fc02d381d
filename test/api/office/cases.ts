/** Cases on the record, as far along as a test needs them. */
import { randomBytes } from 'node:crypto';
import { checks } from '../../../domain/agencies';
import { caseIdFrom } from '../../../domain/case-id';
import type { CaseEvent, EventBody } from '../../../domain/events';
import type { Region } from '../../../domain/regions';
import type { Office } from './office';

const hash = 'a'.repeat(64);
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
}

/** The whole way to a grant, an hour apart. */
function wholeStory({ applicantId = 'p-one', region = 'akmola', personId = 'person-1' }: Story): EventBody[] {
  return [
    {
      type: 'application-opened',
      data: { region, applicantId, personId, personSha256: hash, policyVersion: '2026-04-13' },
    },
    { type: 'language-test-booked', data: { attempt: 1, requestId: 'r1', level: 'B1' } },
    {
      type: 'language-test-result-received',
      data: { attempt: 1, level: 'B1', blocks: [], bannedItems: false, passed: true, answer },
    },
    { type: 'form-submitted', data: { version: 1, sha256: hash, documents: [] } },
    { type: 'application-scored', data: score },
    ...checks.map((check): EventBody => ({
      type: 'check-answered',
      data: { check, requestId: 'r2', result: 'clear', codes: [], answer },
    })),
    { type: 'interview-scheduled', data: { at: '2026-06-01T05:00:00.000Z', place: 'akmola' } },
    {
      type: 'interview-recorded',
      data: { outcome: 'passed', remarks: { textId: 'text-1', sha256: hash } },
    },
    {
      type: 'decision-proposed',
      data: { outcome: 'grant', reasons: [], text: { textId: 'text-2', sha256: hash } },
    },
  ];
}

export const steps = {
  opened: 1,
  booked: 2,
  formOpen: 3,
  verification: 5,
  toSchedule: 5 + checks.length,
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
