/** A certificate of clocks at the auditor's desk: from a file alone, in lines, and on paper. */
import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { examineClocks, printClocks } from '../../audit/clock-file';
import { clockPage } from '../../audit/clock-page';
import { examineClockFile, NotUnderstood, readCommand, type ClockCommand } from '../../audit/command';
import { hashOfJson } from '../../db/hash';
import type { CertifiedClock, ClockCertificate, FirstClockCertificate } from '../../domain/clock-certificate';
import { checkCertificate } from '../../policy/clock/check-certificate';
import { certifyClock } from '../../policy/clock/clock-certificate';
import { rowsOf as policyRows } from '../../policy/clock/ground-rows';
import { policyOf } from '../../policy/policies';
import { official } from '../../policy/rule';
import {
  aLawfulCertificate,
  certificateOf,
  inFirstFormat,
  lawfulCertificates,
} from '../policy/clock/certificates';
import { findProjectRoot } from '../../scripts/servers/project-root';
import { aStop } from '../policy/clock/ledgers';
import { holds } from '../policy/clock/seeds';
import { withAnotherValue } from '../support/leaves';

const folder = mkdtempSync(join(tmpdir(), 'clocks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileWith(text: string): string {
  const path = join(folder, 'certificate.json');
  writeFileSync(path, text);
  return path;
}

const examine = (text: string, ...options: string[]) =>
  examineClockFile(readCommand(['clock', fileWith(text), ...options]) as ClockCommand);

const altered = (change: (certificate: ClockCertificate) => void) => {
  const certificate = JSON.parse(JSON.stringify(aLawfulCertificate())) as ClockCertificate;
  change(certificate);
  return certificate;
};

describe('the command', () => {
  test('prints the arithmetic of each clock, and CLEAN', async () => {
    const { print, code } = await examine(JSON.stringify(aLawfulCertificate()));
    expect(code).toBe(0);
    const lines = print.split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'Clock "verification", began 2026-06-01T05:00:00.000Z',
        '  term from acsour.kz of 18.05.2026: 20 working days for the interagency check (press)',
        '    20 =  20  The term: 20 working days.',
        '     5 =  35  Extended by 5 calendar days (supervisor, by bolat, 2026-06-10T05:00:00.000Z).',
        '     0 =   4  2026-06-06 to 2026-06-09: the clock stood (awaiting-documents); 4 days, not counted: 4 stood.',
        '    12 =  17  2026-06-11 to 2026-06-22: the clock ran, on an extended term (supervisor); 12 days.',
        '              The last day is 2026-07-01.',
        '  → Used: 17 calendar days of 35; left: 18. The clock runs.',
        '  From 2026-06-05T05:00:00.000Z to 2026-06-09T05:00:00.000Z the clock stood; counted by kz-2026-03.',
        expect.stringMatching(
          /^ {6}awaiting-documents, by .* known 2026-06-05T.*; its end is by .*, known 2026-06-09T.*\. From no rule .* \(assumption\)\.$/,
        ),
        'CLEAN: the terms are those of the policy, and every figure follows from the facts, the terms and the calendar.',
      ]),
    );
  });

  test('names each figure that does not follow, and exits with 1', async () => {
    const forged = altered(({ clocks }) => (clocks[0]!.reading.daysUsed = 12));
    const { print, code } = await examine(JSON.stringify(forged));
    expect(print).toContain(
      ' ✗ /clocks/0/reading/daysUsed does not follow from the facts: stated 12, computed again 13.',
    );
    expect(print).toContain('DIVERGED');
    expect(code).toBe(1);
  });

  test('tells machines the verdict and the findings', async () => {
    const { print, code } = await examine(JSON.stringify(altered((it) => (it.seq = 18))), '--json');
    expect(JSON.parse(print)).toMatchObject({ verdict: 'diverged', findings: [{ pointer: '/sha256' }] });
    expect(code).toBe(1);
  });

  test('cannot compare what another calendar counted, and exits with 2', async () => {
    const { sha256: _, ...body } = { ...aLawfulCertificate(), calendar: 'kz-2031-01' };
    const { print, code } = await examine(JSON.stringify({ ...body, sha256: hashOfJson(body) }));
    expect(print).toContain('/calendar is a calendar that this program does not know: stated "kz-2031-01"');
    expect(print).toContain('NOT COMPARABLE');
    expect(code).toBe(2);
  });

  test.each<[string, string[], string]>([
    ['without a file', ['clock'], 'a file is missing'],
    ['with two files', ['clock', 'a.json', 'b.json'], 'too much: b.json'],
  ])('%s is not understood', (_, args, message) => {
    expect(() => readCommand(args)).toThrow(new NotUnderstood(message));
  });

  test('of a file that is no JSON, or is not there, is not understood', async () => {
    await expect(examine('{')).rejects.toThrow(NotUnderstood);
    const missing = readCommand(['clock', join(folder, 'missing.json')]) as ClockCommand;
    await expect(examineClockFile(missing)).rejects.toThrow(NotUnderstood);
  });
});

/** Made whole again by somebody who knows how: every sum and the hash follow from what he wrote in. */
const recertified = (forge: (certificate: ClockCertificate) => void): ClockCertificate => {
  const { clocks, ...body } = altered(forge);
  return certifyClock({ ...body, clocks: clocks.map(withRows), hash: hashOfJson });
};

/** Every ground has a row, if need be one that he thought of. */
function withRows(clock: CertifiedClock): CertifiedClock {
  const { stops, extensions } = clock.ledger;
  const known = policyRows(policyOf(aLawfulCertificate().policyVersion), clock.ledger);
  const rowOf = (basis: string) => [...clock.rows, ...known].find((row) => row.basis === basis);
  const bases = [...new Set([...stops, ...extensions].map(({ basis }) => basis))].sort();
  const rows = bases.map((basis) => rowOf(basis) ?? { basis, ...official(null, 'the law') });
  return { ...clock, rows: rows.map(({ basis, source, confidence }) => ({ basis, source, confidence })) };
}

describe('the law', () => {
  test('is not kept by a term that another law would have', () => {
    const forty = recertified(({ clocks }) => (clocks[1]!.term.value.days = 40));
    expect(checkCertificate(forty, hashOfJson)).toEqual([]);
    const examined = examineClocks(forty);
    expect(examined.verdict).toBe('diverged');
    expect(examined.findings).toEqual([
      { fault: 'not-of-policy', pointer: '/clocks/1/term/value/days', stated: 40, recomputed: 30 },
    ]);
    expect(printClocks(examined)).toContain(
      ' ✗ /clocks/1/term/value/days is not what the rows of its policy and calendar say: stated 40, computed again 30.',
    );
  });

  test.each<[string, (certificate: ClockCertificate) => void, string]>([
    ['a source that is none', ({ clocks }) => (clocks[0]!.term.source = 'the law'), '/clocks/0/term/source'],
    [
      'more confidence than the row has',
      ({ clocks }) => (clocks[0]!.term.confidence = 'official'),
      '/clocks/0/term/confidence',
    ],
    [
      'a stop on no ground of the law',
      ({ clocks }) => (clocks[0]!.ledger.stops[0]!.basis = 'summer'),
      '/clocks/0/ledger/stops/0/basis',
    ],
    [
      'a stop while the state had the ball',
      ({ clocks }) => (clocks[0]!.ledger.stops[0]!.basis = 'awaiting-judgement'),
      '/clocks/0/ledger/stops/0/basis',
    ],
    [
      'a stop that lets begin anew what goes on',
      ({ clocks }) => (clocks[0]!.ledger.stops[0]!.effect = 'anew'),
      '/clocks/0/ledger/stops/0/effect',
    ],
    [
      'an extension that nobody may give',
      ({ clocks }) => (clocks[1]!.ledger.extensions[0]!.basis = 'friend'),
      '/clocks/1/ledger/extensions/0/basis',
    ],
    [
      'an extension of what cannot be extended',
      ({ clocks }) => clocks[0]!.ledger.extensions.push(clocks[1]!.ledger.extensions[0]!),
      '/clocks/0/ledger/extensions/0',
    ],
    ['a calendar that nobody knew yet', (it) => (it.at = '2026-02-20T05:00:00.000Z'), '/calendar'],
  ])('is not kept by %s', (_, forge, pointer) => {
    const { verdict, findings } = examineClocks(recertified(forge));
    expect(verdict).toBe('diverged');
    const pointers = findings.map((finding) => finding.pointer);
    expect(pointers.filter((one) => !one.includes('/rows/'))).toEqual([pointer]);
  });

  test.each<[string, (certificate: ClockCertificate) => void, string]>([
    [
      'a source of a stop that is none',
      ({ clocks }) => (clocks[0]!.rows[0]!.source = 'the law'),
      '/clocks/0/rows/0/source',
    ],
    [
      'more confidence in a stop than its row has',
      ({ clocks }) => (clocks[0]!.rows[0]!.confidence = 'official'),
      '/clocks/0/rows/0/confidence',
    ],
    [
      'a calendar that nobody knew yet when it was adopted',
      ({ calendars }) => calendars.unshift({ ...calendars[0]!, knownAt: '2026-03-01T05:00:00.000Z' }),
      '/calendars/0/version',
    ],
  ])('is not kept by %s', (_, forge, pointer) => {
    const forged = recertified(forge);
    expect(checkCertificate(forged, hashOfJson)).toEqual([]);
    const { verdict, findings } = examineClocks(forged);
    expect([verdict, findings.map((finding) => finding.pointer)]).toEqual(['diverged', [pointer]]);
  });

  test('lets nobody stop the clock of a complaint', () => {
    const stops = [aStop('2026-06-05', '2026-06-09', { basis: 'officer:expert-opinion' })];
    expect(examineClocks(certificateOf('complaint', {})).verdict).toBe('clean');
    const { findings } = examineClocks(certificateOf('complaint', { stops }));
    expect(findings.map(({ pointer }) => pointer)).toEqual(['/clocks/0/ledger/stops/0']);
  });

  test('lets a stop that the end cut short have the effect that it came to', () => {
    const basis = 'officer:preliminary-question';
    const stop = aStop('2026-06-05', '2026-06-09', { basis });
    const cut = certificateOf('service', { stops: [stop], endedAt: stop.to });
    expect(examineClocks(cut).findings).toEqual([]);
    const { findings } = examineClocks(certificateOf('service', { stops: [stop] }));
    expect(findings.map(({ pointer }) => pointer)).toEqual(['/clocks/0/ledger/stops/0/effect']);
  });

  test('of a policy that nobody published cannot be compared', () => {
    const { verdict, findings } = examineClocks(recertified((it) => (it.policyVersion = '2031-01-01')));
    expect([verdict, findings.map(({ fault }) => fault)]).toEqual(['not-comparable', ['unknown-policy']]);
  });
});

describe('a certificate in the first format', () => {
  const kept = JSON.parse(
    readFileSync(join(findProjectRoot(), 'test', 'audit', 'certificates', 'first-form.json'), 'utf8'),
  ) as FirstClockCertificate;

  test('that was laid down is still clean, and is shown as it was', () => {
    const examined = examineClocks(kept);
    expect(examined).toMatchObject({ verdict: 'clean', findings: [] });
    expect(printClocks(examined)).toContain('CLEAN');
  });

  test('says what it said, whatever the facts', () => {
    holds(
      fc.property(lawfulCertificates, (certificate) => {
        expect(examineClocks(inFirstFormat(certificate)).findings).toEqual([]);
      }),
      30,
    );
  });

  test('is refused whatever leaf of it was changed, its format too', () => {
    holds(
      fc.property(fc.nat(), (which) => {
        expect(examineClocks(withAnotherValue(kept, which)).verdict).toBe('diverged');
      }),
      60,
    );
    expect(examineClocks({ ...kept, formatVersion: 2 }).verdict).toBe('diverged');
  });
});

describe('the shape', () => {
  test.each<[string, unknown, string]>([
    [
      'a number that became a text',
      altered(({ clocks }) => Object.assign(clocks[0]!.reading, { daysUsed: '13' })),
      '/clocks/0/reading/daysUsed',
    ],
    ['a field that nobody knows', altered((it) => Object.assign(it, { note: 'approved' })), ''],
    [
      'a field that is missing',
      altered(({ clocks }) => Reflect.deleteProperty(clocks[1]!, 'ledger')),
      '/clocks/1',
    ],
    ['a date that is none', altered((it) => (it.at = 'yesterday')), '/at'],
    ['a name that would move the cursor', altered((it) => (it.caseId = 'a\u001b[2J')), '/caseId'],
    ['a list', [], ''],
    ['nothing', null, ''],
  ])('of a certificate is broken by %s', (_, given, pointer) => {
    const examined = examineClocks(given);
    expect(examined).toMatchObject({ verdict: 'diverged', certificate: null });
    expect(examined.findings.map((finding) => finding.pointer)).toContain(pointer);
    expect(printClocks(examined)).toContain('is not what a certificate holds');
  });

  test('is kept by every certificate that we make', () => {
    holds(
      fc.property(lawfulCertificates, (certificate) => {
        expect(examineClocks(JSON.parse(JSON.stringify(certificate)))).toEqual({
          verdict: 'clean',
          certificate,
          findings: [],
        });
      }),
      50,
    );
  });

  test('or a figure of it is refused, whatever leaf was changed', () => {
    holds(
      fc.property(lawfulCertificates, fc.nat(), (certificate, which) => {
        const { verdict, findings } = examineClocks(withAnotherValue(certificate, which));
        expect([verdict, findings.length > 0]).toEqual(['diverged', true]);
      }),
      50,
    );
  });
});

describe('the page', () => {
  test('shows of every segment its grounds, their sources, who ended them, and the calendars', () => {
    const page = clockPage(aLawfulCertificate());
    const rows = page.match(/<tr><td>From .*<\/tr>/g);
    expect(rows).toHaveLength(7);
    const stood = rows?.filter((row) => row.includes('the clock stood; counted by kz-2026-03.'));
    expect(stood).toHaveLength(2);
    expect(stood?.[0]).toMatch(/awaiting-documents, by .*; its end is by .*From no rule .*\(assumption\)/);
  });

  test('shows every line of every clock, with its sums', () => {
    const page = clockPage(aLawfulCertificate());
    expect(page).toMatch(/^<!doctype html>/);
    expect(page.match(/<section>/g)).toHaveLength(2);
    expect(page.match(/<tbody>\n(<tr>.*<\/tr>\n){7}<\/tbody>/)).not.toBeNull();
    expect(page).toContain('<td class="days">12</td><td class="days">17</td>');
    expect(page).toContain('Used: 17 calendar days of 35; left: 18. The clock runs.');
    expect(page).toContain(aLawfulCertificate().sha256);
  });

  test('needs nothing else: no script, no address, and it can be printed', () => {
    const page = clockPage(aLawfulCertificate());
    expect(page).not.toMatch(/<script|<link|<img|\bsrc=|\bhref=|url\(|@import|\bon\w+=/i);
    expect(page).toContain('@media print');
  });

  test('escapes whatever a certificate holds', () => {
    const basis = `<img src=x onerror="alert('1')">&`;
    const page = clockPage(aLawfulCertificate({ stops: [aStop('2026-06-05', '2026-06-09', { basis })] }));
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;');
  });

  test('says that no last day can be named while the clock stands, and that a year is not official', () => {
    const page = clockPage(
      aLawfulCertificate({ startedAt: '2026-05-01T05:00:00.000Z', stops: [aStop('2026-06-05', null)] }),
    );
    expect(page).toContain('No last day can be named while the clock stands.');
    const moved = printClocks(
      examineClocks(aLawfulCertificate({ startedAt: '2026-12-14T05:00:00.000Z', stops: [] })),
    );
    expect(moved).toContain('It counts in a year whose days off the state has not published.');
  });
});
