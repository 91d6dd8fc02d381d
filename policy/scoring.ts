/** The automatic score: a row per criterion, each with what it was given for. Pure, so that it can be recomputed. */
import type { Score, ScoreRow } from '../domain/events';
import type { ApplicationForm } from '../domain/form';
import type { Policy } from './policies';
import { criteria, scoringTableOf } from './scoring-tables';

export type Hash = (value: unknown) => string;

interface Submitted {
  version: number;
  sha256: string;
  content: ApplicationForm;
}

/** Reads a submitted form under the pinned policy; `hash` gives the SHA-256 (hex) of a JSON value. */
export function scoreForm(form: Submitted, { scoring }: Policy, hash: Hash): Score {
  const { table, threshold } = scoring.value;
  const rows = criteria.map((criterion): ScoreRow => {
    const { max, points, bucketOf, evidenceOf } = scoringTableOf(table).criteria[criterion];
    const bucket = bucketOf(form.content);
    const given = points[bucket];
    if (given === undefined) throw new Error(`${table}: no row ${bucket} in ${criterion}`);
    return { criterion, bucket, points: given, max, evidenceSha256: hash(evidenceOf(form.content)) };
  });
  const total = rows.reduce((sum, row) => sum + row.points, 0);
  const { version: formVersion, sha256: formSha256 } = form;
  return { table, formVersion, formSha256, rows, total, threshold, passed: total >= threshold };
}
