/** What the agencies' process makes of its environment and command line. */
import { describe, expect, test } from '@jest/globals';
import { createServer, type AddressInfo } from 'node:net';
import { startNeighbours } from '../../agencies/neighbours';
import { neighbourNames, readSettings, readWanted } from '../../agencies/settings';
import { aDataDir } from './street';

describe('settings', () => {
  test('are read for those who are to run', () => {
    const wanted = readWanted(['berkut', 'identity']);
    const env = { AGENCIES_DATA_DIR: 'd', BERKUT_PORT: '4011', IDENTITY_PORT: '4010' };
    expect(readSettings(env, wanted)).toEqual({
      dataDir: 'd',
      host: '127.0.0.1',
      seed: 1,
      issuer: undefined,
      ports: { berkut: 4011, identity: 4010 },
    });
  });

  test('that are wrong or missing are named all at once', () => {
    const env = { BERKUT_PORT: '70000', AGENCIES_SEED: 'x' };
    expect(() => readSettings(env, ['berkut', 'criminal-registry'])).toThrow(
      /AGENCIES_DATA_DIR[^]*AGENCIES_SEED[^]*BERKUT_PORT[^]*CRIMINAL_REGISTRY_PORT/,
    );
  });

  test('without names everybody runs, and an unknown name is an error', () => {
    expect(readWanted([])).toEqual(neighbourNames);
    expect(() => readWanted(['customs'])).toThrow('no such neighbour: customs');
  });
});

test('a taken port is a clear error, and nobody is left listening', async () => {
  const dataDir = await aDataDir();
  const squatter = createServer();
  await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', resolve));
  const { port } = squatter.address() as AddressInfo;
  const settings = { dataDir: dataDir.path, host: '127.0.0.1', seed: 1, issuer: undefined };
  const started = startNeighbours({ ...settings, ports: { identity: 0, berkut: port } });
  await expect(started).rejects.toThrow(`berkut cannot listen on 127.0.0.1:${port}`);
  await new Promise((resolve) => squatter.close(resolve));
  await dataDir.remove();
});
