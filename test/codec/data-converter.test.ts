/** What Temporal is told when something fails: a message that only we can read. */
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { ApplicationFailure, type LoadedDataConverter } from '@temporalio/common';
import {
  decodeOptionalFailureToOptionalError,
  encodeErrorToFailure,
  loadDataConverter,
} from '@temporalio/common/lib/internal-non-workflow';
import { createDataConverter } from '../../codec/data-converter';
import { parseKeyring } from '../../codec/keyring';

const mark = 'Sadyrkulov';
const converter = loaded();

function loaded(): LoadedDataConverter {
  const keys = `may:${randomBytes(32).toString('base64')}`;
  return loadDataConverter(createDataConverter(parseKeyring(keys)));
}

describe('a failure', () => {
  const error = ApplicationFailure.create({
    message: `no form of ${mark}`,
    type: 'FormMissing',
    details: [{ name: mark }],
    cause: new Error(`${mark} again`),
  });

  test('shows neither message, stack nor details, nor those of its cause', async () => {
    const failure = await encodeErrorToFailure(converter, error);
    const bytes = [failure.encodedAttributes?.data, failure.cause?.encodedAttributes?.data].map((data) =>
      Buffer.from(data ?? []).toString('latin1'),
    );
    expect(`${JSON.stringify(failure)} ${bytes.join()}`).not.toContain(mark);
    expect(failure.stackTrace ?? '').toBe('');
    expect(failure.applicationFailureInfo?.type).toBe('FormMissing');
  });

  test('comes back to us as it was', async () => {
    const failure = await encodeErrorToFailure(converter, error);
    const back = await decodeOptionalFailureToOptionalError(converter, failure);
    expect(back).toBeInstanceOf(ApplicationFailure);
    expect(back).toMatchObject({
      message: `no form of ${mark}`,
      type: 'FormMissing',
      details: [{ name: mark }],
    });
    expect(back?.cause).toMatchObject({ message: `${mark} again` });
  });

  test('is not readable with other keys', async () => {
    const failure = await encodeErrorToFailure(converter, error);
    await expect(decodeOptionalFailureToOptionalError(loaded(), failure)).rejects.toThrow();
  });
});
