/** Forges an export as somebody with the keys could: an answer altered where the history kept it. */
import { JSONToPayload, payloadToJSON, type JSONPayload } from '@temporalio/common/lib/proto-utils';
import type { CaseExport } from '../../audit/export';
import { createEncryptionCodec } from '../../codec/encryption-codec';
import { parseKeyring } from '../../codec/keyring';
import { hashOfJson } from '../../db/hash';
import type { Score } from '../../domain/events';

interface ExportedEvent {
  eventId: string;
  activityTaskScheduledEventAttributes?: { activityType: { name: string } };
  activityTaskCompletedEventAttributes?: { scheduledEventId: string; result: { payloads: JSONPayload[] } };
}

export function eventsOf(exported: CaseExport): ExportedEvent[] {
  return (exported.runs.at(-1)!.history as { events: ExportedEvent[] }).events;
}

interface Forged {
  exported: CaseExport;
  keys: string;
  activity: string;
}

/** Changes the result of the scoring in place, with the hash of the export set right again; returns the event's id. */
export function forgeScore(exported: CaseExport, keys: string, change: (score: Score) => void) {
  return forgeAnswer({ exported, keys, activity: 'scoreApplication' }, change);
}

/** The same with the first answer of any activity. */
export async function forgeAnswer<T>(
  { exported, keys, activity }: Forged,
  change: (answer: T) => void,
): Promise<number> {
  const codec = createEncryptionCodec(parseKeyring(keys));
  const events = eventsOf(exported);
  const scheduled = events.find(
    (event) => event.activityTaskScheduledEventAttributes?.activityType.name === activity,
  );
  const completed = events.find(
    (event) => event.activityTaskCompletedEventAttributes?.scheduledEventId === scheduled?.eventId,
  )!;
  const { result } = completed.activityTaskCompletedEventAttributes!;
  const [opened] = await codec.decode([JSONToPayload(result.payloads[0]!)]);
  const answer = JSON.parse(Buffer.from(opened!.data!).toString()) as T;
  change(answer);
  const [sealed] = await codec.encode([{ ...opened!, data: Buffer.from(JSON.stringify(answer)) }]);
  result.payloads = [payloadToJSON(sealed!)];
  const run = exported.runs.at(-1)!;
  run.sha256 = hashOfJson(run.history);
  return Number(completed.eventId);
}
