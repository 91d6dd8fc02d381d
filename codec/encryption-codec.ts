/** Payloads leave and enter every Temporal client and worker through here: AES-256-GCM, the key named by its id. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { ValueError, type Payload, type PayloadCodec } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import type { Keyring } from './keyring';

const { Payload: PayloadMessage } = temporal.api.common.v1;
const encoding = 'binary/encrypted';
const ivBytes = 12;
const tagBytes = 16;

/** Whoever lacks the key of a payload cannot say what it held: the id is named, nothing else. */
export class PayloadKeyMissing extends Error {
  override readonly name = 'PayloadKeyMissing';
  constructor(readonly keyId: string) {
    super(`no payload key ${keyId}`);
  }
}

/** The key id is authenticated with the content; what is not encrypted is refused, not passed through. */
export function createEncryptionCodec(keyring: Keyring): PayloadCodec {
  return {
    encode: async (payloads) => payloads.map((payload) => encrypt(payload, keyring)),
    decode: async (payloads) => payloads.map((payload) => decrypt(payload, keyring)),
  };
}

function encrypt(payload: Payload, { current }: Keyring): Payload {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', current.key, iv).setAAD(Buffer.from(current.id));
  const content = cipher.update(PayloadMessage.encode(payload).finish());
  return {
    metadata: { encoding: Buffer.from(encoding), 'encryption-key-id': Buffer.from(current.id) },
    data: Buffer.concat([iv, content, cipher.final(), cipher.getAuthTag()]),
  };
}

function decrypt(payload: Payload, keyring: Keyring): Payload {
  const { metadata, data } = payload;
  if (Buffer.from(metadata?.['encoding'] ?? []).toString() !== encoding || !data) {
    throw new ValueError('a payload that is not encrypted has no place here');
  }
  const id = Buffer.from(metadata?.['encryption-key-id'] ?? []).toString();
  const key = keyring.findKey(id);
  if (key === undefined) throw new PayloadKeyMissing(id);
  const sealed = Buffer.from(data);
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  }).setAAD(Buffer.from(id));
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  const content = decipher.update(sealed.subarray(ivBytes, -tagBytes));
  return PayloadMessage.decode(Buffer.concat([content, decipher.final()]));
}
