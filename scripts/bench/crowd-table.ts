/** A table of cases as full as a whole country's: copies of one case, with another place in the list each. */
import type { Pool } from 'pg';

/** Of each four one is closed, of the others one in five stands; the rest is spread over two months. */
const copy = `
  INSERT INTO cases
  SELECT made.* FROM cases template CROSS JOIN generate_series(1, $2::integer) number
  CROSS JOIN LATERAL jsonb_populate_record(template, jsonb_build_object(
    'case_id', 'synthetic-' || number,
    'region', (ARRAY['abai', 'akmola', 'almaty', 'karaganda'])[1 + number % 4],
    'latest_start_at', CASE WHEN number % 5 > 0 THEN now() + (random() * 60 - 20) * interval '1 day' END,
    'closed_at', CASE WHEN number / 4 % 4 = 0 THEN now() END)) made
  WHERE template.case_id = $1`;

/** Bytes of the whole table with its indexes. */
export async function crowdTable(owner: Pool, template: string, rows: number): Promise<number> {
  await owner.query(copy, [template, rows]);
  await owner.query('VACUUM ANALYZE cases');
  const { rows: sizes } = await owner.query<{ size: string }>(
    `SELECT pg_total_relation_size('cases') AS size`,
  );
  return Number(sizes[0]?.size);
}

export async function clearTable(owner: Pool): Promise<void> {
  await owner.query(`DELETE FROM cases WHERE case_id LIKE 'synthetic-%'`);
  await owner.query('VACUUM ANALYZE cases');
}
