/** Filings from a seed through the rules, the adapters and the tables, with agencies that misbehave: no permit wrong or doubled. */
import { join } from 'node:path';
import { connectDatabase } from '../../db/connect';
import { permitPurposes } from '../../domain/permit';
import { lawDate } from '../../domain/law-day';
import { hashOfJson } from '../../db/hash';
import { carry, type Carried } from './filings/carry';
import { startFaults } from './filings/faults';
import { inventEmployers, inventFiling } from './filings/invent';
import type { InventedEmployer, InventedFiling } from './filings/invented-filing';
import { ends, foresee, mayFindNoPlace } from './filings/oracle';
import { createPost } from './filings/post';
import { openStreet } from './filings/street';
import { createTableHands, hurry } from './filings/table-hands';
import { findDoubled, findFaultsMet } from './filings/tables';
import { workThrough } from './rounds';
import type { Scene } from './scene';
import type { Section } from './section';
import { num } from './spread';

type Outcome = { filing: InventedFiling; carried: Carried };

export async function measureFilings(scene: Scene): Promise<Section> {
  const { plan, ground, owner } = scene;
  const { seed, filings: count, atOnce } = plan.filings;
  const filedOn = lawDate(new Date().toISOString()).replace('-02-29', '-02-28');
  const employers = inventEmployers(Math.max(4, Math.round(count / 100)));
  const filings = Array.from({ length: count }, (_, index) =>
    inventFiling({ seed, filedOn, employers }, index),
  );
  await keepAll(scene, filings, employers);
  const post = createPost();
  const onLetter = post.receive;
  const street = await openStreet({ seed, dataDir: join(ground.dataDir, 'filings'), filings, onLetter });
  const { db, close } = connectDatabase(
    ground.environments.worker['DATABASE_URL'] ?? '',
    () => undefined,
    20,
  );
  const handsOf = createTableHands({ db, clients: street.clients, post });
  const faults = startFaults(street, seed);
  const outcomes: Outcome[] = [];
  const ended = workThrough(filings, atOnce, async (filing) => {
    const carried = await carry(filing, handsOf(filing));
    post.forget(filing.caseId);
    outcomes.push({ filing, carried });
  });
  const seconds = await ended.finally(async () => {
    await faults.end();
    await street.close();
    await close();
  });
  const wrong = outcomes.filter(isWrong);
  const doubled = await findDoubled(owner, { outcomes, employers });
  insist(seed, wrong, doubled);
  return tell({ outcomes, seconds, seed, seen: post.seen, met: await findFaultsMet(owner, filings) });
}

/** Of an employer's staff anybody may be the one who gets no place. */
function isWrong({ filing, carried: { end, term } }: Outcome): boolean {
  if (end === 'no-place') return !mayFindNoPlace(filing);
  const foreseen = foresee(filing);
  return end !== foreseen.end || hashOfJson(term) !== hashOfJson(foreseen.term);
}

/** Throws, with the seed and the first few, where anything is not as it should be. */
function insist(seed: number, wrong: readonly Outcome[], doubled: readonly string[]): void {
  if (wrong.length === 0 && doubled.length === 0) return;
  const lines = wrong.slice(0, 5).map(({ filing, carried: { end, term } }) => {
    const { caseId, purpose, filing: kind } = filing;
    const came = JSON.stringify({ end, term });
    return `${caseId} (${purpose}, ${kind}): ${came} came, not ${JSON.stringify(foresee(filing))}`;
  });
  const counts = `${wrong.length} wrong, ${doubled.length} doubled`;
  throw new Error(`filings of seed ${seed}: ${counts}\n${[...lines, ...doubled.slice(0, 5)].join('\n')}`);
}

async function keepAll(
  { owner }: Scene,
  filings: readonly InventedFiling[],
  employers: readonly InventedEmployer[],
): Promise<void> {
  await owner.query(
    `INSERT INTO employers (employer_id, bin, name, is_individual)
     SELECT *, 'invented', false FROM unnest($1::text[], $2::text[])`,
    [employers.map(({ employerId }) => employerId), employers.map(({ bin }) => bin)],
  );
  const rows = JSON.stringify(
    filings.map(({ caseId, personId, person, form }) => {
      const hashes = { personSha256: hashOfJson(person), formSha256: hashOfJson(form) };
      return { caseId, personId, person, form, ...hashes };
    }),
  );
  const from = `jsonb_to_recordset($1::jsonb) AS r("caseId" text, "personId" text, person jsonb, form jsonb,
    "personSha256" text, "formSha256" text)`;
  await owner.query(
    `INSERT INTO persons (person_id, case_id, identity, sha256)
     SELECT "personId", "caseId", person, "personSha256" FROM ${from}`,
    [rows],
  );
  await owner.query(
    `INSERT INTO form_versions (case_id, version, content, sha256)
     SELECT "caseId", 1, form, "formSha256" FROM ${from}`,
    [rows],
  );
}

interface Told {
  outcomes: readonly Outcome[];
  seconds: number;
  seed: number;
  seen: Record<string, number>;
  met: { code: string; times: number }[];
}

function tell({ outcomes, seconds, seed, seen, met }: Told): Section {
  const countOf = (some: readonly Outcome[]) => [
    String(some.length),
    ...ends.map((end) => String(some.filter(({ carried }) => carried.end === end).length)),
  ];
  const purposes = permitPurposes.map((purpose) => [
    purpose,
    ...countOf(outcomes.filter(({ filing }) => filing.purpose === purpose)),
  ]);
  const letters = Object.entries(seen).map(([what, times]) => [`letters: ${what}`, String(times)]);
  return {
    title: 'Many filings for a temporary permit',
    verdicts: [
      { figure: 'filings that ended wrongly', aim: '0', measured: '**0**', met: true },
      { figure: 'permits that were doubled', aim: '0', measured: '**0**', met: true },
    ],
    tables: [
      {
        head: ['purpose', 'filed', ...ends],
        rows: [...purposes, ['**all**', ...countOf(outcomes)]],
      },
      {
        head: [`seed ${seed}`, 'times'],
        rows: [
          ...met.map(({ code, times }) => [code, String(times)]),
          ...letters,
          ['filings a second', num(outcomes.length / seconds)],
        ],
      },
    ],
    notes: [
      'Filings are invented from the seed: purposes, first filings and renewals, citizenships, ages around sixteen, and by a few of a ' +
        'hundred something adverse, unclear or missing in each register. They go through the service’s own rules, activities, ' +
        'adapters and tables; only Temporal is not there, and every pause is shortened ' +
        `${hurry} times. The agencies run in the bench’s process and are ordered at their control doors, by the seed, to fail, ` +
        'hang up, never reply, come late, limit the rate, be away as announced, stay silent, take an answer back, send what cannot be read, answer about somebody else, and send their letters twice.',
      'An officer would grant everybody: only the rules keep him from it. What is adverse and nothing beside he refuses, the rest ' +
        'waits for a person. What should come of each filing is told by a slow oracle that shares no line with the rules; of an ' +
        'employer’s staff anybody may be the one for whom no place is left (`no-place`). A third of all records and permits are ' +
        'written twice, as after a lost reply. The run fails, and prints its seed, over one wrong end, term, number or place.',
    ],
  };
}
