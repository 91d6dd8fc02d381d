/** Whatever verification finds against somebody who comes to stay, the law has a ground that can be cited with it. */
import { describe, expect, test } from '@jest/globals';
import { permanentChecks, type Check } from '../../../domain/agencies';
import { iinStatuses, type AgencyAnswers } from '../../../domain/agency-answers';
import type { CaseFile, CheckFile } from '../../../domain/case-file';
import { readFinding } from '../../../policy/findings';
import { canShow, whyNotReason } from '../../../policy/ground-evidence';
import type { RefusalGround } from '../../../policy/grounds';
import { aCaseFile } from '../../support/case-files';

type PermanentCheck = (typeof permanentChecks)[number];

const ids = { requestId: 'request-1', answerId: 'answer-1' };
const person = { bornOn: '1988-03-14', citizenship: 'KGZ', passportNumber: 'PE9100417' };
const asked = { ...person, iin: '880314302411' };
const strangers = [
  {},
  { asked, subject: { ...person, passportNumber: 'PE1' } },
  { asked, subject: { ...asked, passportNumber: 'PE1' } },
  { asked, subject: { ...person, passportNumber: 'PE1', bornOn: '1990-01-01' } },
];
const entry = { direction: 'entry', at: '2026-03-02T06:40:00.000Z', checkpoint: 'Qordai' } as const;
const booleans = [false, true];
const other = { kind: 'permanent-residence', filedOn: '2026-03-16', reference: 'r-1' } as const;
const applications = [
  [],
  [{ ...other, status: 'open', decidedOn: null }],
  [{ ...other, status: 'refused', decidedOn: '2026-03-17' }],
] as const;

/** Every answer that differs in what is read of it. */
const answers: { [C in PermanentCheck]: Omit<AgencyAnswers[C], 'requestId' | 'answerId'>[] } = {
  berkut: booleans.flatMap((entryBan) =>
    [0, 61].flatMap((overstayDays) =>
      [[], [entry]].map((crossings) => ({ entryBan, overstayDays, crossings, registeredOn: '2026-03-01' })),
    ),
  ),
  'criminal-registry': (['none', 'spent', 'unspent'] as const).flatMap((record) =>
    booleans.flatMap((wanted) =>
      [[], [{ kind: 'migration', committedOn: '2026-02-11' }]].map((offences) => ({
        record,
        wanted,
        offences,
      })),
    ),
  ),
  'iin-registry': iinStatuses.flatMap((status) =>
    iinStatuses.map((ofFamily) => ({ status, family: [ofFamily] })),
  ),
  'fingerprint-registry': (['match', 'no-match', 'not-registered'] as const).map((status) => ({ status })),
  'security-service': (['agreement', 'objection'] as const).map((position) => ({ position })),
  'migration-register': applications.flatMap((each) =>
    [[], [{ reference: 'case-1', filedOn: '2026-05-01' }]].map((own) => ({
      ...{ asOf: '2026-05-09', own },
      applications: [...each],
    })),
  ),
  bank: (['genuine', 'not-genuine', 'unknown'] as const).flatMap((status) =>
    [null, 10].map((requiredTenge) => ({ status, amountTenge: 5, requiredTenge })),
  ),
  'medical-registry': (['valid', 'not-found', 'barring'] as const).map((status) => ({
    status,
    diseaseCodes: [],
  })),
};

/** The ground that a caseworker would look for first. */
const groundsOf: Record<string, readonly RefusalGround[]> = {
  'entry-ban': ['expelled-within-five-years'],
  overstay: ['repeated-breaches'],
  'no-crossing-known': ['illegal-arrival'],
  'registered-before-entry': ['false-data', 'illegal-arrival'],
  'unspent-conviction': ['unspent-conviction'],
  wanted: ['prosecuted-at-home'],
  'spent-conviction': ['convict-resident-abroad', 'sexual-crime-against-minor'],
  offences: ['liable-within-a-year', 'repeated-breaches'],
  'iin-of-another-person': ['false-data'],
  'family-iin-of-another-person': ['false-data'],
  'iin-unknown': ['false-data'],
  'family-iin-unknown': ['false-data'],
  'fingerprints-of-another-person': ['false-data'],
  'fingerprints-not-registered': ['no-fingerprints'],
  'security-objection': ['national-security', 'extremism-or-terrorism'],
  'another-application-open': ['another-application'],
  'refused-within-a-year': ['another-application'],
  'bank-certificate-not-genuine': ['no-solvency-proof', 'false-data'],
  'bank-certificate-unknown': ['no-solvency-proof'],
  'funds-not-compared': ['no-solvency-proof'],
  'funds-below-required': ['no-solvency-proof'],
  'barring-disease': ['barring-disease'],
  'medical-certificate-not-found': ['false-data'],
  'same-name-only': ['false-data'],
  'identity-contradicted': ['false-data'],
  'answer-about-another-person': ['false-data'],
};

const base = { ...aCaseFile({ status: 'awaiting-proposal' }), policyVersion: '2026-11-24' };

/** The same file with one finding, as a person judged it. */
function withFinding(check: Check, { result, codes }: Pick<CheckFile, 'result' | 'codes'>): CaseFile {
  const found = { ...base.checks!.berkut!, result, codes, judgement: 'adverse' as const };
  return { ...base, checks: { ...base.checks, [check]: found } };
}

const readings = permanentChecks.flatMap((check) =>
  answers[check].flatMap((answer) =>
    strangers.map((whom) => ({
      check,
      ...readFinding(check, { ...ids, ...whom, ...answer } as never),
    })),
  ),
);

describe('a finding that is not clear', () => {
  test.each(permanentChecks)('of %s can be cited with a ground, whatever its code', (check) => {
    const against = readings.filter((reading) => reading.check === check && reading.result !== 'clear');
    expect(against.length).toBeGreaterThan(0);
    for (const { codes, ...finding } of against) {
      for (const code of codes) {
        const grounds = groundsOf[code] ?? [];
        expect([code, grounds.length > 0]).toEqual([code, true]);
        for (const ground of grounds) {
          const reason = { ground, article: '', evidence: check };
          expect([code, ground, canShow('permanent-residence', reason)]).toEqual([code, ground, true]);
          const fault = whyNotReason(withFinding(check, { ...finding, codes }), reason, 'filing');
          expect([code, ground, fault]).toEqual([code, ground, undefined]);
        }
      }
    }
  });

  test('has every code that is told of here', () => {
    const told = new Set(readings.flatMap(({ codes }) => codes));
    expect([...told].sort()).toEqual(Object.keys(groundsOf).sort());
  });
});
