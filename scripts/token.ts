/** `npm run token -- <persona>`: prints a bearer token of the running stack, and nothing else, on stdout. */
import { parseArgs } from 'node:util';
import { getRunningStack } from './running-stack';

interface Wanted {
  persona: string;
  lifetimeSeconds: number | undefined;
}

interface Persona {
  persona: string;
  roles: string[];
  about: string;
}

const usage =
  'Usage: npm run -s token -- <persona> [--lifetime=<seconds>]\n' +
  '       TOKEN=$(npm run -s token -- aigul); a negative lifetime gives a token that is already over.';

async function main(): Promise<void> {
  const identityUrl = process.env['IDENTITY_URL'] || getRunningStack().neighbourUrls.identity;
  const { persona, lifetimeSeconds } = await readWanted(identityUrl);
  const response = await ask(`${identityUrl}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona, ...(lifetimeSeconds !== undefined && { lifetimeSeconds }) }),
  });
  const answer = (await response.json()) as { access_token?: string; title?: string };
  if (response.status === 404)
    throw new Error(await listPersonas(identityUrl, `There is no persona "${persona}".`));
  if (answer.access_token === undefined)
    throw new Error(`The issuer gave no token: ${answer.title ?? response.status}`);
  process.stdout.write(`${answer.access_token}\n`);
}

async function readWanted(identityUrl: string): Promise<Wanted> {
  const { values, positionals } = parse();
  const [persona, ...more] = positionals;
  if (persona === undefined || more.length > 0) throw new Error(await listPersonas(identityUrl, usage));
  const lifetimeSeconds = values.lifetime === undefined ? undefined : Number(values.lifetime);
  if (lifetimeSeconds !== undefined && !Number.isInteger(lifetimeSeconds)) {
    throw new Error(`A lifetime is a whole number of seconds, and this is "${values.lifetime}".\n${usage}`);
  }
  return { persona, lifetimeSeconds };
}

function parse() {
  try {
    return parseArgs({ allowPositionals: true, options: { lifetime: { type: 'string' } } });
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${usage}`, { cause: error });
  }
}

async function listPersonas(identityUrl: string, why: string): Promise<string> {
  const personas = (await (await ask(`${identityUrl}/personas`)).json()) as Persona[];
  const widest = Math.max(...personas.map(({ roles }) => roles.join(', ').length));
  const rows = personas.map(
    ({ persona, roles, about }) => `  ${persona.padEnd(8)} ${roles.join(', ').padEnd(widest)}  ${about}`,
  );
  return [why, '', 'Who can sign in here:', ...rows].join('\n');
}

async function ask(url: string, init: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(10_000) });
  } catch (cause) {
    throw new Error(
      `Nobody answers at ${url}. Type "npm start" in another terminal and wait until it is ready.`,
      {
        cause,
      },
    );
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
