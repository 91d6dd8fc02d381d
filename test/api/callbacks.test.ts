/** Agencies' later answers: signed or refused, and every refusal on record. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { signatureHeader as signedUnder } from '../../clients/callback-signature';
import { signatureHeader } from '../../api/schemas/callback';
import { sha256Hex } from '../../db/hash';
import { openOffice, type Office } from './office/office';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());
beforeEach(() => {
  office.asked.length = 0;
  office.refusedCallbacks.length = 0;
  office.state.received = { number: 9, state: 'received', replayed: false, duplicate: false };
});

const answer = { requestId: 'r1', answerId: 'a1', record: 'none', wanted: false, offences: [] };
const body = JSON.stringify(answer);

const deliver = (payload: string, signature?: string, path = '/callbacks/criminal-registry') =>
  office.app.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/json', ...(signature && { [signatureHeader]: signature }) },
    payload,
  });

test('the header is the one that the verifier knows', () => {
  expect(signatureHeader).toBe(signedUnder);
});

test('a signed answer is handed on with the hash of its bytes', async () => {
  const spaced = `${body} `;
  const reply = await deliver(spaced, 'good');
  expect([reply.statusCode, reply.json()]).toEqual([202, { number: 9, state: 'received' }]);
  expect(office.asked).toEqual([
    {
      verb: 'receiveAnswer',
      entry: { kind: 'criminal-registry', deliveryId: 'd-1', letter: answer, rawSha256: sha256Hex(spaced) },
    },
  ]);
});

test('an answer for a case that is over or unknown is kept, and the agency is content', async () => {
  office.state.received = { number: 10, state: 'kept', replayed: false, duplicate: false };
  const reply = await deliver(body, 'good');
  expect([reply.statusCode, reply.json().state]).toEqual([202, 'kept']);
});

describe('a delivery is refused, and that is recorded,', () => {
  const expectRefusal = (
    reply: Awaited<ReturnType<typeof deliver>>,
    code: string,
    deliveryId: string | null,
  ) => {
    expect(reply.json().code).toBe(code);
    const [refused] = office.refusedCallbacks;
    expect(refused).toMatchObject({ agency: 'criminal-registry', code, deliveryId });
  };

  test('when it is not signed, whatever it says', async () => {
    const reply = await deliver('not even json');
    expect(reply.statusCode).toBe(401);
    expectRefusal(reply, 'callback-unsigned', null);
    expect(office.asked).toEqual([]);
  });

  test('when it came before', async () => {
    office.state.received = { number: 10, state: 'answered', replayed: true, duplicate: false };
    const reply = await deliver(body, 'good');
    expect(reply.statusCode).toBe(409);
    expectRefusal(reply, 'callback-replayed', 'd-1');
  });

  test('when it cannot be read', async () => {
    expectRefusal(await deliver('{"requestId"', 'good'), 'malformed-request', 'd-1');
    expect(office.asked).toEqual([]);
  });

  test('when it does not keep to the contract', async () => {
    const reply = await deliver(JSON.stringify({ ...answer, wanted: 'no', gossip: 1 }), 'good');
    expect(reply.statusCode).toBe(422);
    expectRefusal(reply, 'invalid-input', 'd-1');
    expect(office.asked).toEqual([]);
  });
});

describe('the doors', () => {
  const ids = { requestId: 'r1', answerId: 'a1' };
  const confirmation = { certificateNumber: 'K-1', level: 'B1', status: 'genuine', validUntil: '2028-03-01' };

  test.each<[string, string, object]>([
    ['/callbacks/security-service', 'security-service', { ...ids, position: 'agreement' }],
    ['/callbacks/bank', 'bank', { ...ids, status: 'genuine', amountTenge: 1, requiredTenge: null }],
    ['/callbacks/testing-centre/certificates', 'certificate-confirmation', { ...ids, ...confirmation }],
  ])('%s takes letters of the kind %s', async (path, kind, letter) => {
    const reply = await deliver(JSON.stringify(letter), 'good', path);
    expect(reply.statusCode).toBe(202);
    expect(office.asked).toMatchObject([{ verb: 'receiveAnswer', entry: { kind, letter } }]);
  });

  test.each(['/callbacks/berkut', '/callbacks/customs', '/callbacks/bank/certificates'])(
    'there is none at %s',
    async (path) => {
      expect((await deliver(body, 'good', path)).statusCode).toBe(404);
      expect(office.asked).toEqual([]);
    },
  );

  test('a confirmation of a certificate is no result of a test', async () => {
    const reply = await deliver(
      JSON.stringify({ ...ids, ...confirmation }),
      'good',
      '/callbacks/testing-centre',
    );
    expect(reply.json().code).toBe('invalid-input');
  });
});

test("one agency's answer does not pass at the door of another", async () => {
  const reply = await deliver(body, 'good', '/callbacks/testing-centre');
  expect(reply.json().code).toBe('invalid-input');
});
