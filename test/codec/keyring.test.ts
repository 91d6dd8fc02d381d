/** The file of the payload keys: what is read from it, and every fault it can have. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseKeyring, readKeyring } from '../../codec/keyring';

const key = (byte: number) => Buffer.alloc(32, byte);
const line = (id: string, byte: number) => `${id}:${key(byte).toString('base64')}`;

describe('the keys', () => {
  test('are found by id; the first one encrypts', () => {
    const keyring = parseKeyring(`${line('june', 6)}\n${line('may', 5)}\n`);
    expect(keyring.current).toEqual({ id: 'june', key: key(6) });
    expect(keyring.findKey('may')).toEqual(key(5));
    expect(keyring.findKey('june')).toEqual(key(6));
    expect(keyring.findKey('april')).toBeUndefined();
  });

  test('may stand between empty lines, with spaces around and the line ends of Windows', () => {
    const keyring = parseKeyring(`\r\n  ${line('june', 6)}  \r\n\r\n${line('may', 5)}\r\n`);
    expect(keyring.current.id).toBe('june');
    expect(keyring.findKey('may')).toEqual(key(5));
  });

  test('are read from their file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ruqsat-keys-'));
    const path = join(folder, 'payload-keys');
    writeFileSync(path, line('may', 5));
    expect(readKeyring(path).current).toEqual({ id: 'may', key: key(5) });
    rmSync(folder, { recursive: true });
    expect(() => readKeyring(path)).toThrow('ENOENT');
  });
});

describe('a key file', () => {
  const secret = key(7).toString('base64');

  test.each([
    ['that is empty', '', 'no key'],
    ['of nothing but empty lines', '\n \n', 'no key'],
    ['with a key that is too short', `may:${Buffer.alloc(31).toString('base64')}`, 'line 1'],
    ['with a key that is too long', `may:${Buffer.alloc(33).toString('base64')}`, 'line 1'],
    ['with a key without an id', secret, 'line 1'],
    ['with an empty id', `:${secret}`, 'line 1'],
    ['with an id of strange signs', `may 2026:${secret}`, 'line 1'],
    ['with an id without an end', `${'m'.repeat(41)}:${secret}`, 'line 1'],
    ['with a key in hex', `may:${key(7).toString('hex')}`, 'line 1'],
    ['with a fault in its second line', `${line('may', 5)}\nnonsense`, 'line 2'],
  ])('%s is refused', (_, content, because) => {
    expect(() => parseKeyring(content)).toThrow(because);
  });

  test('with one id for two keys is refused: what the first seals the second could not open', () => {
    expect(() => parseKeyring(`${line('may', 5)}\n${line('may', 6)}`)).toThrow('may');
  });

  test('that is refused does not tell its keys', () => {
    const told = (content: string): string => {
      try {
        parseKeyring(content);
        return 'taken';
      } catch (error) {
        return String(error);
      }
    };
    for (const content of [secret, `:${secret}`, `may:${secret}=`, `${line('may', 7)}\nmay may:${secret}`]) {
      expect(told(content)).not.toContain(secret.slice(0, 16));
      expect(told(content)).not.toBe('taken');
    }
  });
});
