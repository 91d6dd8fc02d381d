/** The number of a permit or a certificate, as the record tells it. */
import { sql, type SQL } from 'drizzle-orm';

/** The last one that was issued to the case whose id the column or value is; null before one was. */
export function issuedNumber(caseId: SQL): SQL {
  return sql`(SELECT made.data->>'number' FROM case_events made
    WHERE made.case_id = ${caseId} AND made.type IN ('permit-issued', 'certificate-issued')
    ORDER BY made.seq DESC LIMIT 1)`;
}
