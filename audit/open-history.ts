/** Opens the history of a run: whole or not, every payload decrypted, what it ordered and what it heard. */
import type { PayloadCodec } from '@temporalio/common';
import { defaultPayloadConverter } from '@temporalio/common';
import type { temporal } from '@temporalio/proto';
import { PayloadKeyMissing } from '../codec/encryption-codec';
import { bundlesOf, hashOfHistory, isOver, kindOf, parseHistory, type History } from './history-text';
import { diverged, notComparable, type Finding } from './verdict';
import type { CaseRun } from './runs';

type Payload = temporal.api.common.v1.IPayload;

export interface OrderedActivity {
  eventId: number;
  activity: string;
  input: unknown;
  /** Undefined while nothing came back. */
  result?: { eventId: number; value: unknown };
}

export interface OpenedRun extends Omit<CaseRun, 'json'> {
  sha256: string;
  lastEventId: number;
  isOver: boolean;
  /** Undefined when the history cannot be read, or not as a whole; `faults` says why. */
  opened: { history: History; json: string; activities: OrderedActivity[] } | undefined;
  faults: Finding[];
}

export function createHistoryOpener(codecs: readonly PayloadCodec[]) {
  async function decode(payload: Payload): Promise<Payload> {
    const [first = payload] = await codecs.reduceRight<Promise<Payload[]>>(
      async (payloads, codec) => codec.decode(await payloads),
      Promise.resolve([payload]),
    );
    return first;
  }

  /** Each payload of an event; search attributes are never encrypted. */
  async function openPayloads(runId: string, { events }: History): Promise<Map<Payload, unknown> | Finding> {
    const values = new Map<Payload, unknown>();
    for (const event of events ?? []) {
      for (const payload of payloadsIn(event)) {
        const eventId = Number(event.eventId);
        try {
          values.set(payload, defaultPayloadConverter.fromPayload(await decode(payload)));
        } catch (error) {
          return unreadable({ runId, eventId }, error);
        }
      }
    }
    return values;
  }

  return async ({ json, ...run }: CaseRun): Promise<OpenedRun> => {
    const { runId } = run;
    const base = { ...run, sha256: hashOfHistory(json), lastEventId: 0, isOver: false, opened: undefined };
    if (run.source === 'missing') {
      const words = `The history of run ${runId} is gone from Temporal and was not kept in our store.`;
      return { ...base, faults: [notComparable(words, { runId })] };
    }
    const parsed = parseHistory(json);
    if (parsed.history === undefined) {
      const words = `The history of run ${runId} is damaged: it cannot be read.`;
      return { ...base, faults: [notComparable(words, { runId, technical: parsed.fault })] };
    }
    const { history } = parsed;
    const read = {
      ...base,
      lastEventId: Number(history.events?.at(-1)?.eventId ?? 0),
      isOver: isOver(history),
      bundleHashes: bundlesOf(history),
    };
    const cut = findCut(runId, history, run.kept?.lastEventId);
    if (cut) return { ...read, faults: [cut] };
    const values = await openPayloads(runId, history);
    if (!(values instanceof Map)) return { ...read, faults: [values] };
    const altered = run.kept?.intact === false ? [notAsKept(runId)] : [];
    return { ...read, faults: altered, opened: { history, json, activities: activitiesOf(history, values) } };
  };
}
export type OpenHistory = ReturnType<typeof createHistoryOpener>;

function findCut(
  runId: string,
  { events = [] }: History,
  lastEventId: number | undefined,
): Finding | undefined {
  const gap = events?.findIndex((event, index) => Number(event.eventId) !== index + 1) ?? -1;
  if (gap >= 0) {
    const words = `The history of run ${runId} is damaged: event ${gap + 1} is not where it should be.`;
    return notComparable(words, { runId, eventId: gap + 1 });
  }
  const last = events?.length ?? 0;
  if (lastEventId === undefined || last === lastEventId) return undefined;
  const words = `The history of run ${runId} is cut off: it ends at event ${last}, and it was kept with ${lastEventId}.`;
  return notComparable(words, { runId, eventId: last });
}

function notAsKept(runId: string): Finding {
  const words = `The history of run ${runId} is no longer the text that was kept: its SHA-256 is another one.`;
  return diverged(words, { runId });
}

function unreadable(where: { runId: string; eventId: number }, error: unknown): Finding {
  if (error instanceof PayloadKeyMissing) {
    const words = `The payload key ${error.keyId} is missing, so the history of run ${where.runId} cannot be opened.`;
    return notComparable(words, where);
  }
  const words = `The history of run ${where.runId} is damaged: what event ${where.eventId} carries cannot be opened.`;
  return notComparable(words, { ...where, technical: (error as Error).message });
}

/** For the parts that need a history: which of them they had to do without; the part "history" says why. */
export function unopenedIn(runs: readonly OpenedRun[]): Finding[] {
  return runs
    .filter(({ opened }) => opened === undefined)
    .map(({ runId }) =>
      notComparable(`The history of run ${runId} could not be opened: see History.`, { runId }),
    );
}

function payloadsIn(value: unknown): Payload[] {
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return [];
  if ('metadata' in value && 'data' in value) {
    const { metadata } = value as Payload;
    const encoding = Buffer.from(metadata?.['encoding'] ?? []).toString();
    return encoding === 'binary/encrypted' ? [value as Payload] : [];
  }
  return Object.values(value).flatMap(payloadsIn);
}

function activitiesOf({ events }: History, values: Map<Payload, unknown>): OrderedActivity[] {
  const ordered = new Map<number, OrderedActivity>();
  for (const event of events ?? []) {
    const eventId = Number(event.eventId);
    const {
      activityTaskScheduledEventAttributes: scheduled,
      activityTaskCompletedEventAttributes: completed,
    } = event;
    const first = (payloads: Payload[] | null | undefined) => payloads?.[0] && values.get(payloads[0]);
    if (kindOf(event) === 'ACTIVITY_TASK_SCHEDULED') {
      const activity = scheduled?.activityType?.name ?? '';
      ordered.set(eventId, { eventId, activity, input: first(scheduled?.input?.payloads) });
    }
    const order = completed && ordered.get(Number(completed.scheduledEventId));
    if (order) order.result = { eventId, value: first(completed.result?.payloads) };
  }
  return [...ordered.values()];
}
