/** Payloads of a recording, sealed anew with the key that lies open beside it. */
import { JSONToPayload, payloadToJSON, type JSONPayload } from '@temporalio/common/lib/proto-utils';
import type { PayloadCodec } from '@temporalio/common';

const encrypted = Buffer.from('binary/encrypted').toString('base64');

/** Every encrypted payload in a protobuf JSON value, opened with one codec and sealed with the other. */
export async function sealAnew(
  value: unknown,
  codecs: { open: PayloadCodec; seal: PayloadCodec },
): Promise<unknown> {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return Promise.all(value.map((item) => sealAnew(item, codecs)));
  if (isPayload(value)) {
    const opened = await codecs.open.decode([JSONToPayload(value)]);
    const [sealed] = await codecs.seal.encode(opened);
    if (sealed === undefined) throw new Error('a payload was lost on the way');
    return payloadToJSON(sealed);
  }
  const members = Object.entries(value).map(
    async ([name, member]) => [name, await sealAnew(member, codecs)] as const,
  );
  return Object.fromEntries(await Promise.all(members));
}

function isPayload(value: object): value is JSONPayload {
  return (value as JSONPayload).metadata?.['encoding'] === encrypted;
}
