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
import { ends, foresee, mayFindNoPlace, type End } from './filings/oracle';
import { createPost } from './filings/post';
import { openStreet } from './filings/street';
import { createTableHands, hurry } from './filings/table-hands';
import { findDoubled, findFaultsMet } from './filings/tables';
import { workThrough } from './rounds';
import type { Scene } from './scene';
import type { Section } from './section';
import { num } from './spread';

/** `before`: what came of the same person's earlier filing. */
type Outcome = { filing: InventedFiling; carried: Carried; before: Carried | undefined };

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
  const ended = workThrough(byPerson(filings), atOnce, async (ofOne) => {
    let before: Carried | undefined;
    for (const filing of ofOne) {
      const carried = await carry(filing, handsOf(filing));
      post.forget(filing.caseId);
      outcomes.push({ filing, carried, before });
      before = carried;
    }
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

/** Who files once more does so when the first filing has come to its end. */
function byPerson(filings: readonly InventedFiling[]): InventedFiling[][] {
  const again = new Map(filings.map((filing) => [filing.after, filing]));
  const firsts = filings.filter(({ after }) => after === null);
  return firsts.map((first) => [first, again.get(first.caseId)].filter((each) => each !== undefined));
}

/** Of an employer's staff anybody may be the one who gets no place. */
function isWrong({ filing, carried: { end, term }, before }: Outcome): boolean {
  if (end === 'no-place') return !mayFindNoPlace(filing, before);
  const foreseen = foresee(filing, before);
  return end !== foreseen.end || hashOfJson(term) !== hashOfJson(foreseen.term);
}

/** Throws, with the seed and the first few, where anything is not as it should be. */
function insist(seed: number, wrong: readonly Outcome[], doubled: readonly string[]): void {
  if (wrong.length === 0 && doubled.length === 0) return;
  const lines = wrong.slice(0, 5).map(({ filing, carried: { end, term }, before }) => {
    const { caseId, purpose, filing: kind } = filing;
    const came = JSON.stringify({ end, term });
    return `${caseId} (${purpose}, ${kind}): ${came} came, not ${JSON.stringify(foresee(filing, before))}`;
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
  const again = outcomes.filter(({ before }) => before?.end === 'granted');
  const ended = (some: readonly Outcome[], end: End) =>
    some.filter(({ carried }) => carried.end === end).length;
  const countOf = (some: readonly Outcome[]) => [
    String(some.length),
    ...ends.map((end) => String(ended(some, end))),
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
      { figure: 'days for which one person has two permits', aim: '0', measured: '**0**', met: true },
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
          ['filings of who was granted the same before', String(again.length)],
          ['of them granted, after the first', String(ended(again, 'granted'))],
          ['of them left to a person', String(ended(again, 'to-a-person'))],
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
        'written twice, as after a lost reply. Every twelfth filing is the one before it, filed once more by the same person when that ' +
        'has ended: what is renewed already is left to a person until the renewal has begun and is itself renewed, a first permit begins after the other. ' +
        'The run fails, and prints its seed, over one wrong end, term, number, place, or day that a person has two permits for.',
    ],
  };
}
