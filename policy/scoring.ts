/** The automatic score: a row per criterion, each with what it was given for. Pure, so that it can be recomputed. */
import type { CertifiedLevel, Score, ScoreRow } from '../domain/events';
import type { ApplicationForm } from '../domain/form';
import { nearestChanges } from './nearest-changes';
import type { PermanentPolicy } from './policies';
import type { LawOfTheDay } from './scoring-buckets';
import { criteria, scoringTableOf } from './scoring-tables';
import { requiredFunds } from './solvency';

/** `hash` gives the SHA-256 (hex) of a JSON value. */
export type Hash = (value: unknown) => string;

export interface SubmittedForm {
  version: number;
  sha256: string;
  content: ApplicationForm;
}

interface Beside {
  filedOn: string;
  provedKazakh: CertifiedLevel | null;
  hash: Hash;
}

/** Reads a submitted form under the pinned policy and the amounts of the day of filing (a law's date). */
export function scoreForm(
  form: SubmittedForm,
  { scoring }: Pick<PermanentPolicy, 'scoring'>,
  { filedOn, provedKazakh, hash }: Beside,
): Score {
  const { threshold } = scoring.value;
  const table = scoringTableOf(scoring.value.table);
  const law: LawOfTheDay = { filedOn, requiredTenge: requiredFunds(filedOn).value, provedKazakh };
  const rows = criteria.map((criterion): ScoreRow => {
    const { max, points, evidence, bucketOf, ...row } = table.criteria[criterion];
    const source = typeof row.source === 'function' ? row.source(form.content, law) : row.source;
    const bucket = bucketOf(form.content, law);
    const given = points[bucket];
    if (given === undefined) throw new Error(`${table.name}: no row ${bucket} in ${criterion}`);
    const read = evidence.map((pointer) => [pointer, valueAt({ ...form.content, law }, pointer)]);
    const evidenceSha256 = hash(Object.fromEntries(read));
    return { criterion, bucket, points: given, max, evidence: [...evidence], evidenceSha256, source };
  });
  const total = rows.reduce((sum, row) => sum + row.points, 0);
  const { version: formVersion, sha256: formSha256 } = form;
  const passed = total >= threshold;
  const shortfall = nearestChanges({ rows, total, threshold }, table);
  return { table: table.name, formVersion, formSha256, rows, total, threshold, passed, shortfall };
}

function valueAt(value: object, pointer: string): unknown {
  const fields = pointer.slice(1).split('/');
  return fields.reduce<unknown>((within, field) => (within as Record<string, unknown>)[field], value);
}
