/** A certificate of clocks beside the record of its case: the same facts, the same sums, the same chain. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { compareCertificate } from '../../audit/compare-certificate';
import { printPart } from '../../audit/print-report';
import { eventOf } from '../../audit/recorded-events';
import type { ChainedEvent } from '../../db/chain';
import { hashOfJson } from '../../db/hash';
import type { ClockCertificate } from '../../domain/clock-certificate';
import { tellClocks } from '../../domain/clock-record';
import { certifyCase } from '../../policy/clock/certify-case';
import { certifyClock } from '../../policy/clock/clock-certificate';
import { examineClocks } from '../../audit/clock-file';
import { findProjectRoot } from '../../scripts/servers/project-root';
import { listKeptLives, readKeptLife } from '../replay/kept-lives';

const { caseId, events } = readKeptLife('silence-judged');
const rows = events as ChainedEvent[];

/** As the office would have handed it out after that event. */
function certificateAt(seq: number): ClockCertificate {
  const told = rows.slice(0, seq);
  const clocks = tellClocks(caseId, told.map(eventOf))!;
  const occasion = { recordHash: told.at(-1)!.hash, at: clocks.file.lastAt, hash: hashOfJson };
  return certifyCase(clocks, occasion);
}
const forged = (change: (certificate: ClockCertificate) => void): ClockCertificate => {
  const certificate = structuredClone(certificateAt(rows.length));
  change(certificate);
  return certifyClock({ ...certificate, hash: hashOfJson });
};
const pointersIn = (given: unknown) =>
  compareCertificate(caseId, given, rows).findings.map(({ pointer }) => pointer);

describe('a certificate of the case', () => {
  test('agrees with the record at whatever event it was taken', () => {
    for (let seq = 1; seq <= rows.length; seq += 1) {
      expect(compareCertificate(caseId, certificateAt(seq), rows)).toMatchObject({
        verdict: 'clean',
        compared: expect.stringMatching(new RegExp(` up to event ${seq}$`)),
      });
    }
  });

  test('with another chain hash is told, though it computes', () => {
    const certificate = forged((it) => (it.recordHash = '0'.repeat(64)));
    expect(examineClocks(certificate).verdict).toBe('clean');
    const part = compareCertificate(caseId, certificate, rows);
    expect(part.findings).toMatchObject([
      { pointer: '/recordHash', recorded: '0'.repeat(64), expected: rows.at(-1)!.hash },
      { pointer: '/sha256' },
    ]);
    expect(printPart(part)).toContain('/recordHash is not what the record of the case says');
  });

  test('whose facts and sums were changed together is told by the fact', () => {
    const certificate = forged(({ clocks }) =>
      clocks[0]!.ledger.stops.push({
        ...clocks[0]!.ledger.stops[0]!,
        from: '2026-06-01T05:00:00.000Z',
        to: '2026-06-11T05:00:00.000Z',
      }),
    );
    expect(examineClocks(certificate).verdict).toBe('clean');
    expect(pointersIn(certificate)).toContain(
      `/clocks/0/ledger/stops/${certificate.clocks[0]!.ledger.stops.length - 1}`,
    );
  });

  test('in the first format is held to the same record', () => {
    const life = readKeptLife('documents-late');
    const path = join(findProjectRoot(), 'test', 'audit', 'certificates', 'first-form.json');
    const kept = JSON.parse(readFileSync(path, 'utf8')) as object;
    const compared = (given: object) => compareCertificate(life.caseId, given, life.events as ChainedEvent[]);
    expect(compared(kept).findings).toEqual([]);
    expect(compared({ ...kept, recordHash: '0'.repeat(64) }).verdict).toBe('diverged');
  });

  test('that names another who ended a stop is told by the record alone', () => {
    const certificate = forged(({ clocks }) => (clocks[0]!.ledger.stops[0]!.end!.by.id = 'someone-else'));
    expect(examineClocks(certificate).verdict).toBe('clean');
    expect(pointersIn(certificate)).toContain('/clocks/0/ledger/stops/0/end/by/id');
  });

  test.each(listKeptLives())('of the life %s stands on the rows of its policy', (life) => {
    const kept = readKeptLife(life);
    const told = tellClocks(kept.caseId, (kept.events as ChainedEvent[]).map(eventOf))!;
    const certificate = certifyCase(told, {
      recordHash: 'a'.repeat(64),
      at: told.file.lastAt,
      hash: hashOfJson,
    });
    expect(examineClocks(certificate).findings).toEqual([]);
    for (const { grounds, calendars } of certificate.clocks.flatMap(({ segments }) => segments)) {
      expect(grounds.length).toBeGreaterThan(0);
      expect(calendars).toContain(told.file.calendar);
    }
  });

  test('that names an event which the record has not is of another record', () => {
    expect(pointersIn(forged((it) => (it.seq = 999)))).toEqual(['/seq']);
  });

  test('of another case is told so', () => {
    expect(pointersIn(forged((it) => (it.caseId = '0000-0000-0002')))).toEqual(['/caseId']);
  });

  test('that is none is told by its shape', () => {
    expect(compareCertificate(caseId, { note: 'all is well' }, rows).verdict).toBe('diverged');
  });
});
