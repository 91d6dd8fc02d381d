/** Whether workflow code, run again over a history, gives every command that the history has. */
import { unopenedIn, type OpenedRun } from './open-history';
import { asObject } from './history-text';
import { findFirstDivergence } from './first-divergence';
import { findEventId, technicalOf, wordsOfNondeterminism } from './replay-words';
import { ReplayTimeout, type Replay, type Trouble } from './replayer';
import { diverged, notComparable, partOf, type Finding, type Part } from './verdict';

export interface Code {
  hash: string;
  /** Undefined when it was never kept. */
  code: string | undefined;
}

interface Question {
  caseId: string;
  runs: readonly OpenedRun[];
  replay: Replay;
}

/** Each run against every bundle that its own history names. */
export async function compareOwnBundles(
  question: Question,
  findBundle: (hash: string) => Promise<string | undefined>,
): Promise<Part> {
  const done: string[] = [];
  const findings: Finding[] = [];
  const notes: string[] = [];
  for (const run of question.runs) {
    const { runId, bundleHashes } = run;
    if (run.opened && bundleHashes.length === 0) {
      findings.push(notComparable(`The history of run ${runId} names no workflow code.`, { runId }));
    }
    if (bundleHashes.length > 1)
      notes.push(`${bundleHashes.length} bundles ran the run ${runId}; each was replayed.`);
    for (const hash of run.opened ? bundleHashes : []) {
      const found = await replayRun(question, run, { hash, code: await findBundle(hash) });
      findings.push(...found);
      done.push(`${run.lastEventId} events by bundle ${hash.slice(0, 12)}`);
    }
  }
  return {
    ...partOf('own-bundle', comparedOf(done, findings), [...unopenedIn(question.runs), ...findings]),
    notes,
  };
}

/** Every run against the code of today. */
export async function compareTodaysCode(question: Question, today: Code): Promise<Part> {
  const findings: Finding[] = [];
  const done: string[] = [];
  for (const run of question.runs) {
    if (!run.opened) continue;
    const found = await replayRun(question, run, today);
    findings.push(...found);
    done.push(`${run.lastEventId} events by bundle ${today.hash.slice(0, 12) || 'unknown'}`);
  }
  return partOf('todays-code', comparedOf(done, findings), [...unopenedIn(question.runs), ...findings]);
}

async function replayRun({ caseId, replay }: Question, run: OpenedRun, code: Code): Promise<Finding[]> {
  const { runId, opened } = run;
  if (opened === undefined) return [];
  if (code.code === undefined) {
    const name = code.hash === '' ? "Today's workflow code" : `The workflow code ${code.hash}`;
    const words = `${name} was not kept, so run ${runId} cannot be replayed against it.`;
    return [notComparable(words, { runId })];
  }
  const order = { caseId, code: code.code };
  try {
    const trouble = await replay({ ...order, json: opened.json });
    if (trouble === null) return [];
    const isReproduced = async (events: number) =>
      (await replay({ ...order, json: firstEvents(opened.json, events) })) === null;
    return [await findingOf(trouble, { run, isReproduced })];
  } catch (error) {
    const technical = (error as Error).message;
    const words =
      error instanceof ReplayTimeout
        ? 'Replaying took longer than it may, and was broken off.'
        : 'Replaying broke off without an answer.';
    return [notComparable(words, { runId, technical })];
  }
}

interface Divergence {
  run: OpenedRun;
  isReproduced: (events: number) => Promise<boolean>;
}

async function findingOf(
  { isNondeterminism, message }: Trouble,
  { run, isReproduced }: Divergence,
): Promise<Finding> {
  const { runId, opened } = run;
  const technical = technicalOf(message);
  const history = opened?.history ?? { events: [] };
  const activity = /scheduled event '([^']+)'/.exec(message)?.[1];
  const eventId = findEventId(message) ?? (await findFirstDivergence({ history, isReproduced, activity }));
  const event = history.events?.find((each) => Number(each.eventId) === eventId);
  const where = { runId, technical, ...(eventId !== undefined && { eventId }) };
  if (isNondeterminism) return diverged(wordsOfNondeterminism(message, event), where);
  const place = eventId === undefined ? '' : ` after event ${eventId - 1}`;
  return diverged(`The code itself failed${place}, where the history goes on.`, where);
}

function comparedOf(done: readonly string[], findings: readonly Finding[]): string {
  if (done.length === 0) return 'no history to replay';
  return `${done.join(', ')}${findings.length === 0 ? ': every command is the same' : ''}`;
}

function firstEvents(json: string, count: number): string {
  const { events } = asObject(JSON.parse(json)) as { events: unknown[] };
  return JSON.stringify({ events: events.slice(0, count) });
}
