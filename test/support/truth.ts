/** Whether Temporal and PostgreSQL tell one story of a case: the check after everything that dies. */
import { expect } from '@jest/globals';
import { foldEvents } from '../../domain/apply-event';
import type { CaseFile } from '../../domain/case-file';
import type { CaseEvent } from '../../domain/events';
import { findBreak, type ChainedEvent } from '../../db/chain';
import { caseFileQuery } from '../../workflows/messages';
import type { House } from './house';

type Row = Omit<ChainedEvent, 'data'> & { data: CaseEvent['data'] };

/** The recorded events of a case in their order, as they lie in PostgreSQL. */
export async function recordedEvents({ owner }: House, caseId: string): Promise<Row[]> {
  const { rows } = await owner.query<Row>(
    `SELECT case_id AS "caseId", seq, type, to_char(effective_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "effectiveAt",
       to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "recordedAt", actor_id AS "actorId",
       actor_role AS "actorRole", cause_id AS "causeId", data, previous_hash AS "previousHash", hash
     FROM case_events WHERE case_id = $1 ORDER BY seq`,
    [caseId],
  );
  return rows;
}

/** Resolves when every act of the case has its answer. */
export async function everyActAnswered({ owner, desk }: House, caseId: string): Promise<void> {
  const waiting = () =>
    owner.query<{ number: string }>(`SELECT number FROM intake WHERE case_id = $1 AND state = 'received'`, [
      caseId,
    ]);
  await desk.until(waiting, ({ rows }) => rows.length === 0, 40_000);
}

/** Workflow, tables and record of one moment: a case that is still at work moves on between two looks. */
async function lookEverywhere(house: House, caseId: string) {
  const told = await house.client.workflow.getHandle(caseId).query(caseFileQuery);
  const { rows: cases } = await house.owner.query<{ case_file: CaseFile }>(
    'SELECT case_file FROM cases WHERE case_id = $1',
    [caseId],
  );
  return { told, table: cases[0]?.case_file, rows: await recordedEvents(house, caseId) };
}

/** Workflow and tables agree, the record is whole, every event is there once. */
export async function expectOneStory(house: House, caseId: string): Promise<CaseFile> {
  const { told, table, rows } = await house.desk.until(
    () => lookEverywhere(house, caseId),
    (seen) => seen.table?.seq === seen.told.seq && seen.rows.length === seen.told.seq,
    30_000,
  );
  expect(table).toEqual(told);
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
  expect(findBreak(rows)).toBeUndefined();
  const events = rows.map(
    ({ actorId, actorRole, ...row }) =>
      ({ ...row, actor: { id: actorId, role: actorRole } }) as unknown as CaseEvent,
  );
  expect(foldEvents(caseId, events)).toEqual(told);
  const once = rows.map(({ type, causeId }) => `${type} because of ${causeId}`);
  expect(new Set(once).size).toBe(once.length);
  return told;
}
