/** Whole lives per second, many at once: ours against the bare workflow, and ours through the API. */
import type { BareShape } from './bare-workflows';
import { liveLifeOverHttp } from './live-life-over-http';
import type { LifeKind } from './life-kinds';
import { eventsOf, liveMany, sampled, type Load, type Round } from './live-many';
import { withCpu } from './proc';
import { linesPutOff, noteOnCeilings } from './put-off';
import { alternate, workThrough } from './rounds';
import { pidsOf, type ProcessNames, type Scene } from './scene';
import { atLeast, spreadHead, spreadRow, type Section, type Table } from './section';
import { medianOf, num, ratiosOf, spreadOf } from './spread';
import { formRef } from './synthetic-case';

type Rounds = { atOnce: number; lives: number; ours: Round[]; bare: Round[] };

const perSecond = ({ perSecond: value }: Round) => value;

export async function measureLives(scene: Scene, kind: LifeKind, shape: BareShape): Promise<Section> {
  const { plan, cast, owner } = scene;
  const since = new Date();
  const bare = kind.bareLike(shape);
  const liveOurs = (load: Load) => liveMany(scene, kind, { side: kind.ours, ...load });
  const liveBare = (load: Load) => liveMany(scene, kind, { side: bare, ...load });
  await cast.orderAgencies({ silent: true });
  await liveOurs({ atOnce: 10, lives: 10 });
  await liveBare({ atOnce: 10, lives: 10 });
  const compared: Rounds[] = [];
  for (const load of plan.lives) {
    const sides = { ours: () => liveOurs(load), bare: () => liveBare(load) };
    compared.push({ ...load, ...(await alternate(plan.rounds, sides)) });
  }
  const overHttp = await measureOverHttp(scene, liveBare);
  const section = tell(compared, overHttp);
  const ceilings = noteOnCeilings(await linesPutOff(owner, since));
  return { ...section, notes: [...section.notes, ceilings] };
}

async function measureOverHttp(scene: Scene, liveBare: (load: Load) => Promise<Round>): Promise<Rounds> {
  const { plan, cast, desk } = scene;
  const { atOnce, lives } = plan.lifeOverHttp;
  await cast.orderAgencies({ lateMs: 0 });
  await liveLifeOverHttp(desk);
  const overHttp = async (): Promise<Round> => {
    const numbers = Array.from({ length: lives }, (_, index) => index + 1);
    const caseIds: string[] = [];
    const work = () =>
      workThrough(numbers, atOnce, async () => void caseIds.push(await liveLifeOverHttp(desk)));
    const { result: seconds, cores } = await withCpu(pidsOf(scene), work);
    const events = await eventsOf(scene, caseIds.slice(-sampled));
    return { perSecond: lives / seconds, cores, events, caseIds };
  };
  const sides = { ours: overHttp, bare: () => liveBare(plan.lifeOverHttp) };
  return { atOnce, lives, ...(await alternate(plan.rounds, sides)) };
}

function tell(compared: Rounds[], overHttp: Rounds): Section {
  const rows = compared.flatMap(({ atOnce, ours, bare }) => [
    spreadRow(`residencePermit, ${atOnce} at once`, 'lives/s', spreadOf(ours.map(perSecond))),
    spreadRow(`bare workflow, ${atOnce} at once`, 'lives/s', spreadOf(bare.map(perSecond))),
    spreadRow(`ratio, ${atOnce} at once`, '', ratioOf({ ours, bare })),
  ]);
  const http = [
    spreadRow(
      `whole lives over HTTP, ${overHttp.atOnce} at once`,
      'lives/s',
      spreadOf(overHttp.ours.map(perSecond)),
    ),
    spreadRow('bare workflow, the same rounds', 'lives/s', spreadOf(overHttp.bare.map(perSecond))),
    spreadRow('ratio (no aim)', '', ratioOf(overHttp)),
  ];
  const lives = compared.map(({ atOnce, lives: each }) => `${each} lives at ${atOnce} at once`).join(', ');
  return {
    title: 'Whole lives per second',
    verdicts: compared.map((rounds) =>
      atLeast(0.8, `whole lives, ${rounds.atOnce} at once, against the bare workflow`, ratioOf(rounds)),
    ),
    tables: [{ head: spreadHead, rows: [...rows, ...http] }, cpuTable(compared, overHttp)],
    notes: [
      `A round is ${lives}, ${overHttp.lives} over HTTP; the sides take turns, and each round the other one begins.`,
      'Both sides are driven by the same program at the level of Temporal, as the API’s delivery does: one update with ' +
        'start, eight updates, four signals, each sent when the one before is on the record; a life is measured up to the ' +
        'certificate, and the case, which would live on for a year, is ended outside the measured time. Ours runs in the production worker with the encrypting codec and asks real agencies over ' +
        'HTTP, which answer at once, also the fingerprint registry, which usually takes a second and a half; the bare one has no codec, no rules, no agencies, and its activities beside the ' +
        'record do nothing.',
      `Over HTTP the same life takes ${12 + formRef.documents.length} requests and its long polls, days are skipped up to the interview, each act goes through the intake register, and ` +
        'agencies call back signed.',
    ],
  };
}

function ratioOf({ ours, bare }: Pick<Rounds, 'ours' | 'bare'>) {
  return ratiosOf(ours.map(perSecond), bare.map(perSecond));
}

function cpuTable(compared: Rounds[], overHttp: Rounds): Table {
  const last = compared.at(-1);
  const columns = [last?.ours ?? [], last?.bare ?? [], overHttp.ours];
  const names = Object.keys(overHttp.ours[0]?.cores ?? {}) as ProcessNames[];
  const row = (name: string, valueOf: (round: Round) => number) => [
    name,
    ...columns.map((rounds) => num(medianOf(rounds.map(valueOf)))),
  ];
  const all = ({ cores }: Round) => names.reduce((sum, name) => sum + cores[name], 0);
  const atOnce = last?.atOnce ?? 0;
  return {
    head: ['CPU ms per life, median', `ours, ${atOnce} at once`, `bare, ${atOnce} at once`, 'ours over HTTP'],
    rows: [
      ...names.map((name) => row(name, ({ cores, perSecond: lives }) => (1000 * cores[name]) / lives)),
      row('**all together**', (round) => (1000 * all(round)) / round.perSecond),
      row('cores in use, all together', all),
      row('events in a history', ({ events }) => events),
    ],
  };
}
