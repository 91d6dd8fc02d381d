/** getApplication with its token checked, against bare Fastify with one prepared read of one row. */
import autocannon from 'autocannon';
import { liveLifeOverHttp } from './live-life-over-http';
import { withCpu } from './proc';
import { alternate, workThrough } from './rounds';
import { pidsOf, type ProcessNames, type Scene } from './scene';
import { atLeast, spreadHead, spreadRow, type Section } from './section';
import { medianOf, num, ratiosOf, spreadOf } from './spread';

type Request = { path: string; headers?: Record<string, string> };
type Round = { perSecond: number; p50: number; p99: number; cores: Record<ProcessNames, number> };

const perSecond = ({ perSecond: value }: Round) => value;

export async function measureReads(scene: Scene): Promise<Section> {
  const { plan, ground, cast, desk } = scene;
  await cast.orderAgencies({ lateMs: 0 });
  const caseIds: string[] = [];
  const numbers = Array.from({ length: plan.reads.cases }, (_, index) => index);
  await workThrough(numbers, 8, async () => void caseIds.push(await liveLifeOverHttp(desk)));
  const { apiUrl } = ground.addresses;
  const authorization = `Bearer ${await desk.tokenOf('guest')}`;
  const paths = caseIds.map((caseId) => `/applications/${caseId}`);
  const tags = await Promise.all(paths.map(async (path) => (await desk.call('guest', `GET ${path}`)).etag));
  const plain = paths.map((path): Request => ({ path, headers: { authorization } }));
  const known = plain.map(({ path }, index): Request => {
    return { path, headers: { authorization, 'if-none-match': tags[index] ?? '' } };
  });
  const fire = (url: string, requests: Request[], wanted: '2xx' | '3xx') => () =>
    shoot(scene, { url, requests, wanted });
  const bare = fire(
    cast.bareServerUrl,
    paths.map((path) => ({ path })),
    '2xx',
  );
  await fire(apiUrl, plain, '2xx')();
  await bare();
  const full = await alternate(plan.rounds, { ours: fire(apiUrl, plain, '2xx'), bare });
  const unchanged = await alternate(plan.rounds, { ours: fire(apiUrl, known, '3xx'), bare });
  return tell(scene, full, unchanged);
}

async function shoot(
  scene: Scene,
  { url, requests, wanted }: { url: string; requests: Request[]; wanted: '2xx' | '3xx' },
): Promise<Round> {
  const { connections, seconds: duration } = scene.plan.reads;
  const { result, cores } = await withCpu(pidsOf(scene), () =>
    autocannon({ url, requests, connections, duration }),
  );
  const answers = result['1xx'] + result['2xx'] + result['3xx'] + result['4xx'] + result['5xx'];
  if (result.errors > 0 || result[wanted] !== answers) {
    throw new Error(`${url}: ${result.errors} errors, ${result[wanted]} of ${answers} answers are ${wanted}`);
  }
  return { perSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99, cores };
}

type Compared = { ours: Round[]; bare: Round[] };

function tell({ plan }: Scene, full: Compared, unchanged: Compared): Section {
  const ratio = ({ ours, bare }: Compared) => ratiosOf(ours.map(perSecond), bare.map(perSecond));
  const rows = (name: string, { ours, bare }: Compared) => [
    spreadRow(name, 'requests/s', spreadOf(ours.map(perSecond))),
    spreadRow('bare Fastify, the same rounds', 'requests/s', spreadOf(bare.map(perSecond))),
    spreadRow('ratio', '', ratio({ ours, bare })),
    spreadRow(`${name}, p50 of a round`, 'ms', spreadOf(ours.map(({ p50 }) => p50))),
    spreadRow(`${name}, p99 of a round`, 'ms', spreadOf(ours.map(({ p99 }) => p99))),
  ];
  const names: ProcessNames[] = ['api', 'bare server', 'postgres', 'the bench itself'];
  const cores = (rounds: Round[], name: ProcessNames) =>
    num(medianOf(rounds.map((round) => round.cores[name])));
  const { connections, seconds, cases } = plan.reads;
  return {
    title: 'Where is my application',
    verdicts: [
      atLeast(0.6, 'getApplication, authorised, against bare Fastify with one prepared read', ratio(full)),
      atLeast(0.6, 'the same with If-None-Match, answered 304', ratio(unchanged)),
    ],
    tables: [
      {
        head: spreadHead,
        rows: [...rows('getApplication', full), ...rows('getApplication, 304', unchanged)],
      },
      {
        head: ['cores in use (median)', 'getApplication', 'getApplication, 304', 'bare Fastify'],
        rows: names.map((name) => [
          name,
          ...[full.ours, unchanged.ours, full.bare].map((each) => cores(each, name)),
        ]),
      },
    ],
    notes: [
      `autocannon on loopback from the bench’s process: ${connections} connections, ${seconds} s a round, ${cases} granted ` +
        'cases in turn. Ours verifies the token (and remembers verified ones by their hash), asks PostgreSQL for the ' +
        'case’s position on every request (in one statement for all requests that came at the same moment), logs one ' +
        'line, and sends the whole status as it was written when the case last changed; the bare side asks and sends ' +
        'one row of four columns for each request and neither checks nor logs anything.',
    ],
  };
}
