/** How every client, worker and replay of ours reads and writes payloads: encrypted, failures too. */
import type { DataConverter } from '@temporalio/common';
import { createEncryptionCodec } from './encryption-codec';
import type { Keyring } from './keyring';

export function createDataConverter(keyring: Keyring): DataConverter {
  return {
    payloadCodecs: [createEncryptionCodec(keyring)],
    failureConverterPath: require.resolve('./failure-converter'),
  };
}
