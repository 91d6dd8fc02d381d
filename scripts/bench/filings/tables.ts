/** What the tables say when all filings are carried: whether anything is there twice, and what went wrong on the lines. */
import type { Pool } from 'pg';
import type { Carried } from './carry';
import { doubledDays } from './doubled-days';
import type { InventedEmployer, InventedFiling } from './invented-filing';

interface Carrying {
  outcomes: readonly { filing: InventedFiling; carried: Carried }[];
  employers: readonly InventedEmployer[];
}

/**
 * One line for each permit, number, term, place or person's day that should not be there, or not so. A second permit of one
 * person takes no second place, since it begins when the first has ended.
 */
export async function findDoubled(owner: Pool, { outcomes, employers }: Carrying): Promise<string[]> {
  const caseIds = outcomes.map(({ filing }) => filing.caseId);
  const { rows: permits } = await owner.query<Permit>(
    `SELECT case_id AS id, valid_from::text AS from, valid_until::text AS until, renews,
       identity->>'passportNumber' AS passport
     FROM permits JOIN persons USING (case_id) WHERE case_id = ANY($1)`,
    [caseIds],
  );
  const { rows: issued } = await owner.query<{ id: string; times: number }>(
    `SELECT case_id AS id, count(*)::int AS times FROM case_events
     WHERE type = 'permit-issued' AND case_id = ANY($1) GROUP BY case_id`,
    [caseIds],
  );
  const { rows: held } = await owner.query<{ id: string; times: number }>(
    `SELECT employer_id AS id, count(DISTINCT identity->>'passportNumber')::int AS times
     FROM employer_places JOIN persons USING (case_id) WHERE released_at IS NULL GROUP BY employer_id`,
  );
  const granted = outcomes.filter(({ carried }) => carried.end === 'granted');
  const termOf = new Map(granted.map(({ filing, carried }) => [filing.caseId, carried.term]));
  const places = new Map(employers.map(({ employerId, elsewhere }) => [employerId, 50 - elsewhere]));
  const numbers = new Set(granted.map(({ carried }) => carried.number));
  const differs = (id: string, from: string, until: string) =>
    termOf.get(id)?.validFrom !== from || termOf.get(id)?.validUntil !== until;
  return [
    ...(permits.length === granted.length ? [] : [`${permits.length} permits of ${granted.length} grants`]),
    ...(issued.length === granted.length ? [] : [`${issued.length} issued of ${granted.length} grants`]),
    ...(numbers.size === granted.length ? [] : [`${numbers.size} numbers of ${granted.length} permits`]),
    ...permits
      .filter(({ id, from, until }) => differs(id, from, until))
      .map(({ id }) => `${id}: another term`),
    ...doubledIn(permits),
    ...issued.filter(({ times }) => times !== 1).map(({ id, times }) => `${id}: issued ${times} times`),
    ...held
      .filter(({ id, times }) => id !== null && times > (places.get(id) ?? 0))
      .map(({ id, times }) => `${id}: ${times} places of ${places.get(id)}`),
  ];
}

interface Permit {
  id: string;
  from: string;
  until: string;
  renews: string | null;
  passport: string;
}

/** Days that a person has two permits for, and permits of his that are renewed twice. */
function doubledIn(permits: readonly Permit[]): string[] {
  const ofEach = new Map<string, Permit[]>();
  for (const permit of permits) {
    ofEach.set(permit.passport, [...(ofEach.get(permit.passport) ?? []), permit]);
  }
  return [...ofEach.values()].flatMap((own) => {
    const ids = own.map(({ id }) => id).join(' and ');
    const days = doubledDays(own.map(({ from, until }) => ({ validFrom: from, validUntil: until })));
    const renewed = own.map(({ renews }) => renews).filter((renews) => renews !== null);
    return [
      ...(days.length > 0 ? [`${ids}: ${days.length} days twice, from ${days[0]}`] : []),
      ...(new Set(renewed).size < renewed.length ? [`${ids}: one permit renewed twice`] : []),
    ];
  });
}

/** Questions and tries on the lines, and by the code of each trouble how often it was met. */
export async function findFaultsMet(
  owner: Pool,
  filings: readonly InventedFiling[],
): Promise<{ code: string; times: number }[]> {
  const { rows } = await owner.query<{ code: string; times: number }>(
    `SELECT coalesce(t.code, 'never ended') AS code, count(*)::int AS times
     FROM agency_tries t JOIN agency_requests r USING (request_id)
     WHERE r.case_id = ANY($1) GROUP BY 1 ORDER BY 2 DESC`,
    [filings.map(({ caseId }) => caseId)],
  );
  const tries = rows.reduce((sum, { times }) => sum + times, 0);
  const reached = rows.find(({ code }) => code === 'reached')?.times ?? 0;
  return [
    { code: 'tries on all lines', times: tries },
    { code: 'of them asked again', times: tries - reached },
    ...rows.map(({ code, times }) => ({ code: `try: ${code}`, times })),
  ];
}
