/** The one statement that writes: events, notices, letters, the case, its tasks, its place and its permit, all of them or none. */
import { getTableColumns, getTableName, type Column } from 'drizzle-orm';
import type { CaseFile } from '../../domain/case-file';
import { lawDate } from '../../domain/law-day';
import type { Notice } from '../../domain/notices';
import { takesPlace } from '../../domain/permit-file';
import { projectionOf } from '../../policy/projection';
import { caseChanged } from '../announcement';
import { genesisHash, type ChainedEvent } from '../chain';
import type { Database } from '../connect';
import { givesBack } from '../places';
import { caseEvents, cases, notices, tasks } from '../schema';

/** How far the record of a case has come; `now` is PostgreSQL's clock, ISO 8601. */
export interface Head {
  seq: number;
  hash: string;
  file: CaseFile | null;
  now: string;
}

/** What is to be written after a head. */
export interface Story {
  rows: ChainedEvent[];
  notices: Notice[];
  file: CaseFile;
  hash: string;
}

const { changedAt, ...caseColumns } = getTableColumns(cases);
const kept = {
  case: listsOf(caseColumns),
  events: listsOf(getTableColumns(caseEvents)),
  notices: listsOf(getTableColumns(notices)),
  tasks: listsOf(getTableColumns(tasks)),
};
const sameTask = `ROW(${kept.tasks.there}) IS NOT DISTINCT FROM ROW(${kept.tasks.given})`;

const head = `
  SELECT date_trunc('milliseconds', clock_timestamp()) AS now, seq, head_hash AS hash, case_file AS file
  FROM (SELECT) AS always LEFT JOIN cases ON case_id = $1`;

/**
 * Whoever comes second finds that the head has moved, and writes nothing. A task that is as it was stays. A place is upserted,
 * since an update does not see one that was reserved after this statement began.
 */
const write = `
  WITH moved AS (
    INSERT INTO cases (${kept.case.columns})
    SELECT ${kept.case.given} FROM jsonb_to_record($1) AS given (${kept.case.shape})
    ON CONFLICT (case_id) DO UPDATE SET ${kept.case.updates}, ${changedAt.name} = clock_timestamp()
    WHERE cases.seq = $6 AND cases.head_hash = $7
    RETURNING case_id, seq
  ), told AS (
    INSERT INTO case_events (${kept.events.columns})
    SELECT ${kept.events.given} FROM moved, jsonb_to_recordset($2) AS given (${kept.events.shape})
  ), noticed AS (
    INSERT INTO notices (${kept.notices.columns})
    SELECT ${kept.notices.given} FROM moved, jsonb_to_recordset($3) AS given (${kept.notices.shape})
  ), mailed AS (
    INSERT INTO outgoing_mail (case_id, seq)
    SELECT given."caseId", given.seq FROM moved, jsonb_to_recordset($3) AS given ("caseId" text, seq integer) WHERE $5
  ), open AS (
    SELECT given.* FROM moved, jsonb_to_recordset($4) AS given (${kept.tasks.shape})
  ), gone AS (
    DELETE FROM tasks USING moved WHERE tasks.case_id = moved.case_id
      AND NOT EXISTS (SELECT FROM open AS given WHERE ${sameTask}) RETURNING 1
  ), opened AS (
    INSERT INTO tasks (${kept.tasks.columns})
    SELECT ${kept.tasks.given} FROM open AS given, (SELECT count(*) FROM gone) AS after_gone
    WHERE NOT EXISTS (SELECT FROM tasks WHERE ${sameTask})
  ), placed AS (
    INSERT INTO employer_places (case_id, employer_id, bin, held_until, released_at)
    SELECT case_id, employer_id, bin, $8::date, CASE WHEN $9 THEN clock_timestamp() END
    FROM moved LEFT JOIN employers ON employer_id = $10 WHERE $11
    ON CONFLICT (case_id) DO UPDATE SET held_until = excluded.held_until,
      released_at = CASE WHEN $9 THEN coalesce(employer_places.released_at, excluded.released_at) END
  ), registered AS (
    UPDATE permits SET valid_from = least(coalesce($12::date, valid_from), $13::date),
      valid_until = CASE WHEN $12::date IS NULL THEN least(valid_until, $13::date) ELSE $13::date END
    FROM moved WHERE permits.case_id = moved.case_id AND $13::date IS NOT NULL
  )
  SELECT pg_notify('${caseChanged}', moved.case_id || ' ' || moved.seq) FROM moved`;

export async function readHead({ $client }: Database, caseId: string): Promise<Head> {
  const query = { name: 'read-head', text: head, values: [caseId] };
  const { rows } = await $client.query<{ now: Date } & Partial<Omit<Head, 'now'>>>(query);
  const [{ now, seq, hash, file } = { now: new Date(Number.NaN) }] = rows;
  return { now: now.toISOString(), seq: seq ?? 0, hash: hash ?? genesisHash, file: file ?? null };
}

/** False, and nothing is written, when the record has gone on since the head was read. */
export async function keepStory({ $client }: Database, before: Head, story: Story): Promise<boolean> {
  const { rows, file, hash } = story;
  const { caseId, seq } = file;
  const { row, tasks: open } = projectionOf(file);
  const values = [
    JSON.stringify({ caseId, seq, headHash: hash, ...row }),
    JSON.stringify(rows),
    JSON.stringify(story.notices),
    JSON.stringify(open.map((task) => ({ caseId, ...task }))),
    file.notifyBy === 'email',
    before.seq,
    before.hash,
    ...placeAfter(file),
    ...permitAfter(file),
  ];
  const { rowCount } = await $client.query({ name: 'keep-story', text: write, values });
  return rowCount === 1;
}

/** An employer's place follows the record: held until when, whether it is given back, which account's, and whether that is said. */
function placeAfter({
  permit,
  status,
  certificate,
}: CaseFile): [string | null, boolean, string | null, boolean] {
  const ended = givesBack.includes(status);
  const told = ended || status === 'granted';
  const employerId = permit?.employerId ?? null;
  return [certificate?.validUntil ?? null, ended, employerId, told && permit !== null && takesPlace(permit)];
}

/**
 * The register of permits follows the record: first and last day of a permit that stands. Of one that was annulled, or whose
 * decision fell, only its last day is said, and it never moves on; null: nothing is said. A permit that ended before its first
 * day is kept with its end as its only day, since the register knows no permit without a day.
 */
function permitAfter(file: CaseFile): [string | null, string | null] {
  const { kind, status, statusSince, certificate, clocks } = file;
  if (kind !== 'temporary-permit' || status === 'granting') return [null, null];
  if (certificate === null) return [null, lawDate(clocks.service.startedAt)];
  if (status === 'annulled') return [null, lawDate(statusSince)];
  return [certificate.validFrom, certificate.validUntil];
}

/** The columns of a table as SQL wants them: alone, of the table, of JSON that is shaped like our rows, and updated. */
function listsOf(columns: Record<string, Column>) {
  const all = Object.entries(columns).map(([key, column]) => described(key, column));
  return {
    columns: all.map(({ name }) => name).join(', '),
    there: all.map(({ there }) => there).join(', '),
    given: all.map(({ key }) => `given.${key}`).join(', '),
    shape: all.map(({ key, type }) => `${key} ${type}`).join(', '),
    updates: all.map(({ name }) => `${name} = excluded.${name}`).join(', '),
  };
}

function described(key: string, column: Column) {
  const { name, table } = column;
  return { key: `"${key}"`, name, there: `${getTableName(table)}.${name}`, type: column.getSQLType() };
}
