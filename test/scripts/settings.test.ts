/** What each process of the stack is told: enough to work, and no secret that is another's. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { findProjectRoot } from '../../scripts/servers/project-root';
import { addressesOf } from '../../scripts/stack/addresses';
import { environmentsOf } from '../../scripts/stack/environments';
import { portSpan, readSettings, wantedPorts } from '../../scripts/stack/settings';

const secrets = {
  postgresPassword: 'owner-secret',
  apiRolePassword: 'api/secret',
  workerRolePassword: 'worker-secret',
  auditRolePassword: 'audit-secret',
};

function environments(env: NodeJS.ProcessEnv) {
  const settings = readSettings(env);
  const found = {
    databaseUrl: 'postgres://postgres:owner-secret@127.0.0.1:9401/ruqsat',
    temporalAddress: '127.0.0.1:9402',
    payloadKeysFile: 'payload-keys',
  };
  return environmentsOf(settings, addressesOf(settings, found), secrets);
}

describe('the settings of a stack', () => {
  it('count every port from RUQSAT_PORT', () => {
    const ports = Object.values(wantedPorts(readSettings({ RUQSAT_PORT: '9400' })));
    const expected = [
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36,
    ].map((offset) => 9400 + offset);
    expect(ports.sort((one, other) => one - other)).toEqual(expected);
    expect(ports.at(-1)).toBe(9400 + portSpan - 1);
  });

  it('give every neighbour the port that the README says', () => {
    const readme = readFileSync(join(findProjectRoot(), 'README.md'), 'utf8');
    const rows = [...readme.matchAll(/^\| ([a-z-]+) +\|.*\| (\d{4}) \|$/gm)];
    const told = Object.fromEntries(rows.map(([, name = '', port]) => [name, Number(port)]));
    expect(told).toEqual(readSettings({}).ports.neighbours);
  });

  it('want no port for a server that somebody else runs', () => {
    const given = { DATABASE_URL: 'postgres://db/cases', TEMPORAL_ADDRESS: 'temporal:7233' };
    const wanted = Object.keys(wantedPorts(readSettings(given))).join();
    expect(wanted).not.toMatch(/postgres|temporal/);
  });

  it.each(['80', '8400.5', 'many'])('refuse %s as a base port', (port) => {
    expect(() => readSettings({ RUQSAT_PORT: port })).toThrow(/RUQSAT_PORT/);
  });

  it('give the API its own role and no other’s password', () => {
    const { api } = environments({});
    expect(api['DATABASE_URL']).toBe('postgres://ruqsat_api:api%2Fsecret@127.0.0.1:9401/ruqsat');
    expect(JSON.stringify(api)).not.toMatch(/owner-secret|worker-secret|audit-secret/);
  });

  it('tell the agencies nothing of our database, our engine or our keys', () => {
    const { agencies } = environments({});
    expect(Object.keys(agencies).join()).not.toMatch(/DATABASE|TEMPORAL|KEYS/);
  });
});
