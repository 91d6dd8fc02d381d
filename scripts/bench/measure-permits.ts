/** Clear permits per second against a bare workflow, and how long the part takes that nobody has a hand in. */
import type { BareShape } from './bare-workflows';
import { permitLife } from './life-kinds';
import { liveMany, type Load } from './live-many';
import { linesPutOff, noteOnCeilings } from './put-off';
import { alternate } from './rounds';
import type { Scene } from './scene';
import { spreadHead, spreadRow, type Section } from './section';
import { quantile, ratiosOf, spreadOf } from './spread';

interface Compared {
  load: Load;
  ours: number[];
  bare: number[];
  waits: Waits[];
}

/** Milliseconds from the filing's own instant to the rows that say so. */
interface Waits {
  answered: number;
  proposed: number;
}

export async function measurePermits(scene: Scene, shape: BareShape): Promise<Section> {
  const kind = permitLife(scene);
  const bareSide = kind.bareLike(shape);
  const since = new Date();
  await scene.cast.orderAgencies({ silent: true });
  await liveMany(scene, kind, { side: kind.ours, atOnce: 5, lives: 5 });
  await liveMany(scene, kind, { side: bareSide, atOnce: 5, lives: 5 });
  const compared: Compared[] = [];
  for (const load of scene.plan.permits) {
    const waits: Waits[] = [];
    const { ours, bare } = await alternate(scene.plan.rounds, {
      ours: async () => {
        const { perSecond, caseIds } = await liveMany(scene, kind, { side: kind.ours, ...load });
        waits.push(...(await waitsOf(scene, caseIds)));
        return perSecond;
      },
      bare: async () => (await liveMany(scene, kind, { side: bareSide, ...load })).perSecond,
    });
    compared.push({ load, ours, bare, waits });
  }
  return tell(compared, noteOnCeilings(await linesPutOff(scene.owner, since)));
}

/** An act is effective when it was sent; rows carry the instant at which they were written. */
async function waitsOf({ owner }: Scene, caseIds: readonly string[]): Promise<Waits[]> {
  const { rows } = await owner.query<Waits>(
    `SELECT (extract(epoch FROM max(e.recorded_at) FILTER (WHERE e.type = 'check-answered')
         - min(e.effective_at) FILTER (WHERE e.type = 'form-submitted')) * 1000)::float8 AS answered,
       (extract(epoch FROM max(e.recorded_at) FILTER (WHERE e.type = 'decision-proposed')
         - min(e.effective_at) FILTER (WHERE e.type = 'form-submitted')) * 1000)::float8 AS proposed
     FROM case_events e WHERE e.case_id = ANY($1) GROUP BY e.case_id`,
    [caseIds],
  );
  if (rows.length !== caseIds.length) throw new Error(`${rows.length} of ${caseIds.length} were proposed`);
  return rows;
}

function tell(compared: readonly Compared[], ceilings: string): Section {
  const rows = compared.flatMap(({ load: { atOnce }, ours, bare }) => [
    spreadRow(`temporaryPermit, ${atOnce} at once`, 'permits/s', spreadOf(ours)),
    spreadRow(`bare workflow, ${atOnce} at once`, 'permits/s', spreadOf(bare)),
    spreadRow(`ratio, ${atOnce} at once (no aim)`, '', ratiosOf(ours, bare)),
  ]);
  const waits = compared.flatMap(({ load: { atOnce }, waits: all }) => [
    waitRow(
      `filed to proposed by the rule, ${atOnce} at once`,
      all.map(({ proposed }) => proposed),
    ),
    waitRow(
      `of which to the last answer, ${atOnce} at once`,
      all.map(({ answered }) => answered),
    ),
  ]);
  const loads = compared.map(({ load: { atOnce, lives } }) => `${lives} at ${atOnce} at once`).join(', ');
  return {
    title: 'Clear permits per second',
    verdicts: [],
    tables: [
      { head: spreadHead, rows },
      { head: ['the automatic part', 'n', 'p50 ms', 'p99 ms'], rows: waits },
    ],
    notes: [
      `A round is ${loads}; the sides take turns, and each round the other one begins.`,
      'Both sides are driven by the same program at the level of Temporal, as the API’s delivery does: one update with start, ' +
        'three updates, one signal, each sent when the one before is on the record. Ours asks five registers for the form and ' +
        'seven agencies for the verification, over HTTP, of which the fingerprint registry is told to answer without its usual ' +
        'second and a half; it reads and keeps every answer, compares papers, computes the term twice and numbers the permit. ' +
        'The bare one has as many activities, flushes and timers; beside the record they do nothing.',
      'The automatic part runs from the instant of the filing to the row of the proposal. Within it lies the one thing that no rule ' +
        'does: an officer looks at the papers, here at once, while the agencies are being asked.',
      ceilings,
    ],
  };
}

function waitRow(figure: string, values: readonly number[]): string[] {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => String(Math.round(quantile(sorted, share)));
  return [figure, String(sorted.length), `**${at(0.5)}**`, at(0.99)];
}
