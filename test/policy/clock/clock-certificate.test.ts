/** The certificate of a clock: what follows from the facts, and nothing else. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hashOfJson } from '../../../db/hash';
import type { ClockCertificate } from '../../../domain/clock-certificate';
import { checkCertificate } from '../../../policy/clock/check-certificate';
import { withAnotherValue } from '../../support/leaves';
import { aCertificate, certificates } from './certificates';
import { holds } from './seeds';

const check = (certificate: ClockCertificate) => checkCertificate(certificate, hashOfJson);
const rehashed = ({ sha256: _, ...body }: ClockCertificate): ClockCertificate => ({
  ...body,
  sha256: hashOfJson(body),
});

describe('a certificate that nobody touched', () => {
  test('agrees with itself, also after a way through a file', () => {
    holds(
      fc.property(certificates, (certificate) => {
        expect(check(JSON.parse(JSON.stringify(certificate)) as ClockCertificate)).toEqual([]);
      }),
      80,
    );
  });

  test('says the same when it is made again', () => {
    expect(aCertificate()).toEqual(aCertificate());
  });
});

describe('a certificate that was altered', () => {
  test('is refused whatever leaf of it is changed', () => {
    holds(
      fc.property(certificates, fc.nat(), (certificate, which) => {
        expect(check(withAnotherValue(certificate, which))).not.toEqual([]);
      }),
      150,
    );
  });

  test('names the figure that was changed', () => {
    const certificate = structuredClone(aCertificate());
    certificate.clocks[0]!.reading.daysUsed += 1;
    expect(check(certificate)).toEqual([
      { fault: 'differs', pointer: '/clocks/0/reading/daysUsed', stated: 14, recomputed: 13 },
    ]);
  });

  test('names it also when the hash was made to fit', () => {
    const certificate = structuredClone(aCertificate());
    certificate.clocks[0]!.reading.dueOn = '2026-09-30';
    expect(check(rehashed(certificate)).map(({ pointer }) => pointer)).toEqual([
      '/clocks/0/reading/dueOn',
      '/sha256',
    ]);
  });

  test('names every sum that no longer follows from a fact', () => {
    const certificate = structuredClone(aCertificate());
    certificate.clocks[0]!.ledger.stops = [];
    const pointers = check(rehashed(certificate)).map(({ pointer }) => pointer);
    expect(pointers).toEqual(
      expect.arrayContaining(['/clocks/0/reading/daysUsed', '/clocks/0/lines/3/kind']),
    );
  });

  test('names its hash when that alone was changed', () => {
    const certificate = { ...aCertificate(), sha256: '0'.repeat(64) };
    expect(check(certificate)).toMatchObject([{ pointer: '/sha256', stated: '0'.repeat(64) }]);
  });

  test('counts again under another calendar that it was given', () => {
    const { caseId: _, ...august } = aCertificate({ startedAt: '2026-08-03T05:00:00.000Z', stops: [] });
    const certificate = { caseId: 'case-1', ...august, calendar: 'kz-2026-01' } as ClockCertificate;
    expect(check(certificate).map(({ pointer }) => pointer)).toContain('/clocks/0/reading/dueOn');
  });
});

describe('a certificate that cannot be computed', () => {
  test('names a calendar that nobody published, and whether the hash fits', () => {
    const certificate = rehashed({ ...aCertificate(), calendar: 'kz-2031-01' });
    const unknown = {
      fault: 'unknown-calendar',
      pointer: '/calendar',
      stated: 'kz-2031-01',
      recomputed: ['kz-2026-01', 'kz-2026-03'],
    };
    expect(check(certificate)).toEqual([unknown]);
    expect(check({ ...certificate, seq: 99 })).toEqual([
      unknown,
      expect.objectContaining({ pointer: '/sha256' }),
    ]);
  });

  test.each([
    ['an instant that is none', '2026-13-45T00:00:00.000Z'],
    ['an end before the beginning', '2026-01-01T00:00:00.000Z'],
  ])('names %s', (_, to) => {
    const certificate = structuredClone(aCertificate());
    certificate.clocks[0]!.ledger.stops[0]!.to = to;
    const faults = check(rehashed(certificate)).filter(({ fault }) => fault === 'not-computable');
    expect(faults.map(({ pointer }) => pointer)).toEqual(['/clocks/0/ledger/stops/0/to']);
  });

  test('names an instant that no calendar reaches', () => {
    const certificate = rehashed({ ...aCertificate(), at: '9999-01-01T00:00:00.000Z' });
    expect(check(certificate)).toMatchObject([{ fault: 'not-computable' }]);
  });
});
