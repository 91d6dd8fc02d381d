/** Plays one life against a running stack, and tells it from its record. */
import { people } from '../../agencies/people';
import type { Callers } from './callers';
import type { Ink } from './ink';
import { countDays, lawTimeOf } from './law-time';
import { createTools, type Life, type Walked } from './life';
import { readStory, type Story } from './story';
import { drawTimeline } from './timeline';
import { UnexpectedAnswer } from './unexpected-answer';
import { nameRegion } from './who';

export interface Played extends Walked {
  life: Life;
  story: Story;
  seconds: number;
}

/** Throws UnexpectedAnswer when a step is answered otherwise than it should be, or the life ends otherwise. */
export async function playLife(life: Life, callers: Callers, say: (step: string) => void): Promise<Played> {
  const begunAt = performance.now();
  const walked = await life.walk(createTools(callers, life, say));
  const seconds = (performance.now() - begunAt) / 1000;
  const story = await readStory(callers, walked.caseId);
  const { status, reasons } = story.view;
  if (status !== life.end) {
    const line = `GET /admin/cases/${walked.caseId}`;
    throw new UnexpectedAnswer({
      who: 'marat',
      line,
      expected: `status ${life.end}`,
      answer: { status, reasons },
    });
  }
  return { ...walked, life, story, seconds };
}

interface Paper {
  ink: Ink;
  width: number;
  apiUrl: string;
}

export function drawLife({ life, story, asides, seconds }: Played, { ink, width, apiUrl }: Paper): string[] {
  const { caseId, view, chapters } = story;
  const url = `${apiUrl}/admin/cases/${caseId}`;
  const { daysUsed, termDays } = view.clock;
  const count =
    `${chapters.length} events, ${countDays(daysOf(story))} in law, ${daysUsed} of the clock's ${termDays} used, ` +
    `${seconds.toFixed(1)} s in reality`;
  return [
    ink.bold(titleOf(life)),
    ink.dim(
      `case ${caseId}, region ${nameRegion(view.region)}; days count from the opening, hours are the law's (UTC+5)`,
    ),
    '',
    ...drawTimeline(story, asides, { ink, width }),
    '',
    `  ${ink.marks(outcomeOf(story))}; ${count}`,
    ink.dim(`  look further   npm run audit -- replay ${caseId}`),
    ink.dim(`                 curl -H "authorization: Bearer $(npm run -s token -- aigul)" ${url}`),
  ];
}

/** What it is about, and who lives it. */
export function titleOf({ title, persona }: Life): string {
  const { surname, givenName, citizenship } = people[persona].person;
  return `${title}: ${givenName} ${surname}, ${citizenship}`;
}

function outcomeOf({ view: { certificate, kind, score, status } }: Story): string {
  const paper = kind === 'temporary-permit' ? 'permit' : 'certificate';
  if (certificate !== null) return `✓ ${status}: ${paper} ${certificate.number}`;
  return `✗ ${status}${score?.passed === false ? `: ${score.total} of ${score.threshold} points` : ''}`;
}

function daysOf({ chapters, view }: Story): number {
  const last = chapters.at(-1)?.event.effectiveAt ?? view.openedAt;
  return lawTimeOf(last).dayNumber - lawTimeOf(view.openedAt).dayNumber;
}
