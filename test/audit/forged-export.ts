/** Forges an export as somebody with the keys could: a score raised where the history kept it. */
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

/** Changes the result of the scoring in place, with the hash of the export set right again; returns the event's id. */
export async function forgeScore(
  exported: CaseExport,
  keys: string,
  change: (score: Score) => void,
): Promise<number> {
  const codec = createEncryptionCodec(parseKeyring(keys));
  const events = eventsOf(exported);
  const scheduled = events.find(
    (event) => event.activityTaskScheduledEventAttributes?.activityType.name === 'scoreApplication',
  );
  const completed = events.find(
    (event) => event.activityTaskCompletedEventAttributes?.scheduledEventId === scheduled?.eventId,
  )!;
  const { result } = completed.activityTaskCompletedEventAttributes!;
  const [opened] = await codec.decode([JSONToPayload(result.payloads[0]!)]);
  const score = JSON.parse(Buffer.from(opened!.data!).toString()) as Score;
  change(score);
  const [sealed] = await codec.encode([{ ...opened!, data: Buffer.from(JSON.stringify(score)) }]);
  result.payloads = [payloadToJSON(sealed!)];
  const run = exported.runs.at(-1)!;
  run.sha256 = hashOfJson(run.history);
  return Number(completed.eventId);
}
