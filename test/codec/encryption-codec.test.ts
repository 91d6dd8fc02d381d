/** Payloads on their way to and from Temporal: encrypted, named by their key, refused when anything is wrong. */
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { defaultPayloadConverter, ValueError, type Payload } from '@temporalio/common';
import { createEncryptionCodec, PayloadKeyMissing } from '../../codec/encryption-codec';
import { parseKeyring, type Keyring } from '../../codec/keyring';

const mark = 'Sadyrkulov';
const line = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;
const [may, june] = [line('may-2026'), line('june-2026')];

async function sealed(value: unknown, keyring: Keyring = parseKeyring(may)): Promise<Payload> {
  const [payload] = await createEncryptionCodec(keyring).encode([defaultPayloadConverter.toPayload(value)!]);
  return payload!;
}

async function opened(payload: Payload, keyring: Keyring = parseKeyring(may)): Promise<unknown> {
  const [plain] = await createEncryptionCodec(keyring).decode([payload]);
  return defaultPayloadConverter.fromPayload(plain!);
}

const text = (bytes: Uint8Array | null | undefined) => Buffer.from(bytes ?? []).toString();

describe('a payload', () => {
  test('comes back as it went', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        expect(await opened(await sealed(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 50 },
    );
  });

  test('of bytes or of nothing comes back too', async () => {
    expect(await opened(await sealed(undefined))).toBeUndefined();
    expect(await opened(await sealed(new Uint8Array([0, 255, 7])))).toEqual(new Uint8Array([0, 255, 7]));
  });

  test('shows the id of its key, and nothing else', async () => {
    const { metadata, data } = await sealed({ name: mark });
    expect(Object.keys(metadata ?? {}).sort()).toEqual(['encoding', 'encryption-key-id']);
    expect(text(metadata?.['encoding'])).toBe('binary/encrypted');
    expect(text(metadata?.['encryption-key-id'])).toBe('may-2026');
    for (const form of ['utf8', 'hex', 'base64'] as const) {
      expect(Buffer.from(data!).toString(form)).not.toContain(
        Buffer.from(mark).toString(form).replace(/=+$/, ''),
      );
    }
  });

  test('is another text each time, so that equal values do not show', async () => {
    expect(text((await sealed('granted')).data)).not.toBe(text((await sealed('granted')).data));
  });

  test('is encoded in its place among others', async () => {
    const codec = createEncryptionCodec(parseKeyring(may));
    const plain = [1, 2, 3].map((value) => defaultPayloadConverter.toPayload(value)!);
    const back = await codec.decode(await codec.encode(plain));
    expect(back.map((payload) => defaultPayloadConverter.fromPayload(payload))).toEqual([1, 2, 3]);
    expect(await codec.decode(await codec.encode([]))).toEqual([]);
  });
});

describe('a key', () => {
  test('that is missing is named', async () => {
    const lost = opened(await sealed(mark), parseKeyring(june));
    await expect(lost).rejects.toBeInstanceOf(PayloadKeyMissing);
    await expect(lost).rejects.toMatchObject({ keyId: 'may-2026' });
  });

  test('of the same name but other bytes opens nothing', async () => {
    await expect(opened(await sealed(mark), parseKeyring(line('may-2026')))).rejects.toThrow();
  });

  test('that was replaced still opens what it sealed; the new one seals from now on', async () => {
    const rotated = parseKeyring(`${june}\n${may}`);
    expect(await opened(await sealed('old'), rotated)).toBe('old');
    const fresh = await sealed('new', rotated);
    expect(text(fresh.metadata?.['encryption-key-id'])).toBe('june-2026');
    expect(await opened(fresh, parseKeyring(june))).toBe('new');
    await expect(opened(fresh, parseKeyring(may))).rejects.toMatchObject({ keyId: 'june-2026' });
  });
});

describe('a payload that was touched', () => {
  test('in any one byte is refused', async () => {
    const payload = await sealed({ outcome: 'refuse' });
    for (let place = 0; place < payload.data!.length; place += 1) {
      const data = Buffer.from(payload.data!);
      data[place]! ^= 1;
      await expect(opened({ ...payload, data })).rejects.toThrow();
    }
  });

  test('and cut short is refused', async () => {
    const payload = await sealed({ outcome: 'refuse' });
    for (const length of [0, 1, 4, 11, 12, 16, 27, 28, payload.data!.length - 1]) {
      await expect(opened({ ...payload, data: payload.data!.slice(0, length) })).rejects.toThrow();
    }
  });

  test('and names another key is refused, though that key is there', async () => {
    const both = parseKeyring(`${may}\n${june}`);
    const payload = await sealed('x', both);
    const metadata = { ...payload.metadata, 'encryption-key-id': Buffer.from('june-2026') };
    await expect(opened({ ...payload, metadata }, both)).rejects.toThrow();
  });

  test('and names the same key by another id is refused: the id is sealed in', async () => {
    const [, key] = may.split(':');
    const both = parseKeyring(`${may}\nalias:${key}`);
    const payload = await sealed('x', both);
    const metadata = { ...payload.metadata, 'encryption-key-id': Buffer.from('alias') };
    await expect(opened({ ...payload, metadata }, both)).rejects.toThrow();
  });

  test.each<[string, (payload: Payload) => Payload]>([
    ['was never sealed', () => defaultPayloadConverter.toPayload({ outcome: 'grant' })!],
    ['has no metadata', ({ data }) => ({ data })],
    ['has no data', ({ metadata }) => ({ metadata })],
    [
      'says it is plain',
      ({ data, metadata }) => ({ data, metadata: { ...metadata, encoding: Buffer.from('json/plain') } }),
    ],
  ])('or %s is not passed through', async (_, change) => {
    await expect(opened(change(await sealed('x')))).rejects.toBeInstanceOf(ValueError);
  });
});
