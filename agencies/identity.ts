/** The issuer of bearer tokens on the development stack: ask for a persona, get its token. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { SignJWT } from 'jose';
import { Type, type Static } from 'typebox';
import { personas, type Persona } from './personas';
import { Problem } from './problem';
import { createServer, type ServerOptions } from './server';
import { loadSigningKey, type SigningKey } from './signing-key';

export interface IdentityDeps {
  dataDir: string;
  /** The issuer's own base URL, which is also the `iss` of its tokens. */
  issuer: string;
  logger?: ServerOptions['logger'];
}

const usualSeconds = 8 * 60 * 60;

/** A negative lifetime gives a token that is already over, to try doors with. */
const TokenRequest = Type.Object(
  {
    persona: Type.String({ minLength: 1, maxLength: 50 }),
    lifetimeSeconds: Type.Optional(Type.Integer({ minimum: -86_400, maximum: 30 * 86_400 })),
  },
  { additionalProperties: false },
);

/** Resolves to a server that is ready to listen. Tokens are ES256 JWTs for the audience `ruqsat`; one of the
 * cast says whose account it is. */
export async function createIdentity({ dataDir, issuer, logger }: IdentityDeps): Promise<FastifyInstance> {
  const key = await loadSigningKey(join(dataDir, 'identity.key.json'));
  const app = createServer({ name: 'identity', logger });

  app.get('/.well-known/jwks.json', () => key.publicKeys);
  app.get('/.well-known/openid-configuration', () => ({
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    token_endpoint: `${issuer}/token`,
  }));
  app.get('/personas', () =>
    [...personas].map(([persona, { subject, roles, about }]) => ({ persona, subject, roles, about })),
  );
  app.post<{ Body: Static<typeof TokenRequest> }>(
    '/token',
    { schema: { body: TokenRequest } },
    async ({ body }, reply) => {
      const { lifetimeSeconds = usualSeconds } = body;
      const persona = personas.get(body.persona);
      if (!persona) throw new Problem(404, 'persona-unknown', 'no such persona: see /personas');
      const { subject, roles } = persona;
      const token = await signToken(persona, { key, issuer, lifetimeSeconds });
      reply.header('cache-control', 'no-store');
      return { access_token: token, token_type: 'Bearer', expires_in: lifetimeSeconds, subject, roles };
    },
  );
  return app;
}

interface Terms {
  key: SigningKey;
  issuer: string;
  lifetimeSeconds: number;
}

function signToken(
  { subject, roles, papers }: Persona,
  { key, issuer, lifetimeSeconds }: Terms,
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const issuedAt = Math.min(now, now + lifetimeSeconds);
  const { citizenship, passportNumber, iin } = papers ?? {};
  return new SignJWT({ roles, citizenship, passport_number: passportNumber, iin })
    .setProtectedHeader({ alg: 'ES256', kid: key.kid, typ: 'JWT' })
    .setIssuer(issuer)
    .setAudience('ruqsat')
    .setSubject(subject)
    .setIssuedAt(issuedAt)
    .setExpirationTime(now + lifetimeSeconds)
    .setJti(randomUUID())
    .sign(key.privateKey);
}
