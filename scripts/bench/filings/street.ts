/** The agencies that know the invented people, in this process, and the box into which their letters fall. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { createAgency } from '../../../agencies/agency';
import {
  CallbackRequest,
  FamilyRequest,
  permitRequests,
  PlainRequest,
  type AskedRequest,
  type Trade,
} from '../../../agencies/trade';
import { createAgencyClients } from '../../../clients/agency-clients';
import { createCallbackVerifier, signatureHeader } from '../../../clients/callback-signature';
import { agencyNames, type AgencyName } from '../../../domain/agencies';
import { answersAbout, otherwise } from './answers';
import type { AskedAgency, InventedFiling } from './invented-filing';

/** Shorter than in the service, so that a reply that never comes does not hold up ten thousand filings. */
const timeoutMs = 700;

const requests = {
  berkut: PlainRequest,
  'criminal-registry': CallbackRequest,
  'iin-registry': FamilyRequest,
  'fingerprint-registry': PlainRequest,
  'security-service': CallbackRequest,
  'migration-register': PlainRequest,
  'medical-registry': PlainRequest,
  ...permitRequests,
} as const satisfies Record<AskedAgency, unknown>;
export const askedAgencies = Object.keys(requests) as AskedAgency[];
export const lettering: readonly AskedAgency[] = ['criminal-registry', 'security-service'];

function tradeOf(name: AskedAgency, find: (passportNumber: string) => InventedFiling): Trade {
  return {
    name,
    byCallback: lettering.includes(name),
    request: requests[name],
    latencyMs: 0,
    latencyJitterMs: 0,
    lateMs: 5,
    factsFor: ({ person, question }: AskedRequest) =>
      answersAbout(name, find(person.passportNumber), question),
    contradict: (facts) => ('record' in facts ? otherwise(facts) : {}),
  };
}

interface StreetAsked {
  seed: number;
  dataDir: string;
  filings: readonly InventedFiling[];
  /** A letter that is signed by its agency; false where it cannot be read. */
  onLetter(agency: AgencyName, raw: Buffer): Promise<boolean>;
}

export async function openStreet({ seed, dataDir, filings, onLetter }: StreetAsked) {
  const byPassport = new Map(filings.map((filing) => [filing.person.passportNumber, filing]));
  const find = (passportNumber: string) => {
    const filing = byPassport.get(passportNumber);
    if (filing === undefined) throw new Error('nobody of the invented people');
    return filing;
  };
  const urls = Object.fromEntries(agencyNames.map((name) => [name, 'http://127.0.0.1:9'])) as Record<
    AgencyName,
    string
  >;
  const agencies = new Map<AskedAgency, FastifyInstance>();
  for (const name of askedAgencies) {
    const app = await createAgency(tradeOf(name, find), { dataDir, seed });
    urls[name] = await app.listen({ host: '127.0.0.1', port: 0 });
    agencies.set(name, app);
  }
  for (const { person, silent, contradicted } of filings) {
    if (!silent && !contradicted) continue;
    const asked = silent ? { silent } : { contradiction: true };
    await order(agencies, 'criminal-registry', { scope: scopeOf(person), ...asked });
  }
  const jwksUrls = Object.fromEntries(
    agencyNames.map((name) => [name, `${urls[name]}/.well-known/jwks.json`]),
  ) as Record<AgencyName, string>;
  const verify = createCallbackVerifier({ jwksUrls, audience: 'ruqsat' });
  const box = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      void receive(String(request.url), request.headers[signatureHeader], Buffer.concat(parts)).then(
        (status) => response.writeHead(status).end(),
        () => response.writeHead(503).end(),
      );
    });
  });
  async function receive(url: string, signature: unknown, raw: Buffer): Promise<number> {
    const agency = askedAgencies.find((name) => url === `/callbacks/${name}`);
    if (agency === undefined) return 404;
    if (!(await verify(agency, String(signature), raw)).ok) return 401;
    return (await onLetter(agency, raw)) ? 204 : 400;
  }
  await new Promise<void>((resolve) => box.listen(0, '127.0.0.1', resolve));
  const callbackBaseUrl = `http://127.0.0.1:${(box.address() as AddressInfo).port}`;
  return {
    clients: createAgencyClients({ urls, timeoutMs, callbackBaseUrl }),
    order: (agency: AskedAgency, behaviour: object) => order(agencies, agency, behaviour),
    async close(): Promise<void> {
      await Promise.all([...agencies.values()].map((app) => app.close()));
      box.closeAllConnections();
      await new Promise((resolve) => box.close(resolve));
    },
  };
}
export type Street = Awaited<ReturnType<typeof openStreet>>;

const scopeOf = ({ passportNumber }: InventedFiling['person']) => ({ passportNumber });

/** At the control door, as anybody else would. */
async function order(agencies: Map<AskedAgency, FastifyInstance>, agency: AskedAgency, payload: object) {
  const reply = await agencies.get(agency)?.inject({ method: 'PUT', url: '/control/behaviour', payload });
  if (reply?.statusCode !== 200) throw new Error(`${agency} takes no orders: ${reply?.body}`);
}
