/** What goes wrong at the agencies while filings are carried: ordered at their control doors, mood after mood, by the seed. */
import { setTimeout as sleep } from 'node:timers/promises';
import { createDraws, type Draws } from './seed';
import { askedAgencies, lettering, type Street } from './street';

const moodMs = 120;
const always = 100_000;
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();

/** Errors and lost connections always; beside them now and then slowness, a ceiling, a short outage, or a body that is wrong. */
function moodOf(draws: Draws, byLetter: boolean): object {
  const malformed = draws.happens(0.06) ? draws.one(['json', 'schema', 'wrong-person'] as const) : null;
  const slow = draws.happens(0.1);
  const status = draws.one([500, 502, 503, 504]);
  return {
    errors: { status, times: always, share: 0.06 },
    cutConnection: { times: always, share: 0.03 },
    timeoutAfterActing: { times: always, share: 0.004 },
    ...(malformed !== null && { malformed }),
    ...(slow && { latencyMs: draws.whole(50, 400) }),
    ...(draws.happens(0.15) && { rateLimit: { perSecond: 30, burst: 10 } }),
    ...(draws.happens(0.01) && { outage: { from: inMs(0), until: inMs(draws.whole(40, 300)) } }),
    ...(byLetter && { duplicates: draws.whole(0, 2) }),
  };
}

/** Until it is ended: each agency in turn gets another mood. */
export function startFaults(street: Street, seed: number) {
  let going = true;
  const draws = createDraws(seed, 'faults');
  const giveMood = (agency: (typeof askedAgencies)[number]) =>
    street.order(agency, moodOf(draws, lettering.includes(agency)));
  async function go(): Promise<void> {
    for (const agency of askedAgencies) await giveMood(agency);
    for (let turn = 0; going; turn += 1) {
      await sleep(moodMs);
      const agency = askedAgencies[turn % askedAgencies.length];
      if (agency !== undefined) await giveMood(agency);
    }
  }
  const gone = go();
  return {
    async end(): Promise<void> {
      going = false;
      await gone;
    },
  };
}
