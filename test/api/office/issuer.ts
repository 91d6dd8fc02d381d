/** An issuer of tokens for tests: keys on loopback, and tokens of every kind, good and bad. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { PersonPapers } from '../../../domain/person';

export const issuer = 'https://issuer.test';
export const audience = 'ruqsat';

/** Call `close` in `afterAll`. */
export async function startIssuer() {
  const own = await generateKeyPair('ES256');
  const foreign = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'k1', alg: 'ES256' };
  let answering = true;
  const server = createServer((_, reply) => {
    if (!answering) reply.writeHead(500).end();
    else reply.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  interface Wish {
    expiresIn?: string;
    audience?: string;
    issuer?: string;
    key?: Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];
    kid?: string;
    /** Whose account it is. */
    papers?: Partial<PersonPapers>;
  }
  const sign = (subject: string, roles: unknown, wish: Wish = {}) =>
    new SignJWT({ roles, ...claimsOf(wish.papers) })
      .setProtectedHeader({ alg: 'ES256', kid: wish.kid ?? 'k1' })
      .setSubject(subject)
      .setIssuer(wish.issuer ?? issuer)
      .setAudience(wish.audience ?? audience)
      .setExpirationTime(wish.expiresIn ?? '10m')
      .sign(wish.key ?? own.privateKey);

  return {
    jwksUrl: `http://127.0.0.1:${port}/jwks`,
    sign,
    signForeign: (subject: string, roles: string[]) => sign(subject, roles, { key: foreign.privateKey }),
    falter: () => {
      answering = false;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function claimsOf({ citizenship, passportNumber, iin }: Partial<PersonPapers> = {}) {
  return { citizenship, passport_number: passportNumber, iin };
}
