/** Builders of certificates: one for the tables, and any of them for the properties. */
import fc from 'fast-check';
import { hashOfJson } from '../../../db/hash';
import type { Ledger } from '../../../domain/clock';
import type { ClockCertificate } from '../../../domain/clock-certificate';
import { certifyClock, type ClockOfCase } from '../../../policy/clock/clock-certificate';
import { assumption, press } from '../../../policy/rule';
import { caseId } from '../../support/case-files';
import {
  aLedger,
  anExtension,
  aStop,
  calendarDays,
  ledgers,
  moments,
  morning,
  terms,
  workingDays,
} from './ledgers';

const record = { caseId, seq: 17, recordHash: 'a'.repeat(64), policyVersion: '2026-04-13', hash: hashOfJson };

/** Of verification, stopped once and extended once, and of the service; read on 22 June 2026. */
export function aCertificate(facts: Partial<Ledger> = {}): ClockCertificate {
  const ledger = aLedger({
    extensions: [anExtension(5)],
    stops: [aStop('2026-06-05', '2026-06-09')],
    ...facts,
  });
  const clocks: ClockOfCase[] = [
    { name: 'verification', term: press(workingDays(20), 'acsour.kz: 20 working days'), ledger },
    { name: 'service', term: assumption(calendarDays(30), 'about thirty days'), ledger: aLedger() },
  ];
  return certifyClock({ ...record, clocks, calendar: 'kz-2026-03', at: morning('2026-06-22') });
}

export const certificates = fc
  .record({ ledger: ledgers, other: ledgers, term: terms, moment: moments })
  .map(({ ledger, other, term, moment }) => {
    const rule = press(term, 'a source');
    const clocks: ClockOfCase[] = [
      { name: 'verification', term: rule, ledger },
      { name: 'turn', term: rule, ledger: other },
    ];
    return certifyClock({ ...record, ...moment, clocks });
  });
