/** Builders of certificates: one for the tables, and any of them for the properties. */
import fc from 'fast-check';
import { hashOfJson } from '../../../db/hash';
import type { ClockName, Ledger } from '../../../domain/clock';
import type { ClockCertificate, FirstClockCertificate } from '../../../domain/clock-certificate';
import {
  certifyClock,
  certifyClockFirst,
  type ClockOfCase,
  type RuledClockOfCase,
} from '../../../policy/clock/clock-certificate';
import { rowsOf } from '../../../policy/clock/ground-rows';
import { policyOf } from '../../../policy/policies';
import { assumption, press } from '../../../policy/rule';
import { applicant, caseId, caseworker } from '../../support/case-files';
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

const pinnedAt = morning('2026-03-20');
const counting = (calendar: string) => ({
  calendar,
  calendars: [{ version: calendar, by: applicant, knownAt: pinnedAt }],
});

/** With rows for whatever a ledger names; begun by an applicant, and every stop ended by an officer. */
function ruled(clock: ClockOfCase): RuledClockOfCase {
  const { stops, extensions, startedAt } = clock.ledger;
  const known = rowsOf(policyOf(record.policyVersion), clock.ledger);
  const others = [...stops, ...extensions].map(({ basis }) => ({ basis, ...press(null, 'a source') }));
  const rows = [...known, ...others.map(({ basis, source, confidence }) => ({ basis, source, confidence }))];
  return {
    ...clock,
    ledger: {
      ...clock.ledger,
      begun: { by: applicant, knownAt: startedAt },
      stops: stops.map((stop) => ({
        ...stop,
        end: stop.to === null ? null : { by: caseworker, knownAt: stop.to },
      })),
    },
    rows: rows.filter(({ basis }, index) => rows.findIndex((row) => row.basis === basis) === index),
  };
}

/** What was laid down in the first format of the same facts. */
export function inFirstFormat(certificate: ClockCertificate): FirstClockCertificate {
  const clocks = certificate.clocks.map(({ name, term, ledger: { begun: _, stops, ...facts } }) => ({
    ...{ name, term },
    ledger: { ...facts, stops: stops.map(({ end: __, ...stop }) => stop) },
  }));
  return certifyClockFirst({ ...certificate, clocks, hash: hashOfJson });
}

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
  return certifyClock({
    ...record,
    ...counting('kz-2026-03'),
    clocks: clocks.map(ruled),
    at: morning('2026-06-22'),
  });
}

export const certificates = fc
  .record({ ledger: ledgers, other: ledgers, term: terms, moment: moments })
  .map(({ ledger, other, term, moment }) => {
    const rule = press(term, 'a source');
    const clocks: ClockOfCase[] = [
      { name: 'verification', term: rule, ledger },
      { name: 'turn', term: rule, ledger: other },
    ];
    return certifyClock({
      ...record,
      ...counting(moment.calendar),
      at: moment.at,
      clocks: clocks.map(ruled),
    });
  });

const { serviceClock, turnTerms, complaint } = policyOf(record.policyVersion);
const lawful = {
  service: serviceClock.term,
  target: serviceClock.target,
  verification: serviceClock.verification,
  turn: { ...turnTerms, value: turnTerms.value.form },
  complaint: complaint.decided,
} as const;

/** Of verification and the service, as the policy has them: stopped once for documents, and the service extended once. */
export function aLawfulCertificate(
  facts: Partial<Ledger> = {},
  moment = { at: morning('2026-06-22'), calendar: 'kz-2026-03' },
): ClockCertificate {
  const stops = [aStop('2026-06-05', '2026-06-09', { basis: 'awaiting-documents' })];
  const extensions = [{ ...anExtension(5), basis: 'supervisor' }];
  const clocks: ClockOfCase[] = [
    { name: 'verification', term: lawful.verification, ledger: aLedger({ stops, ...facts }) },
    { name: 'service', term: lawful.service, ledger: aLedger({ stops, extensions, ...facts }) },
  ];
  return certifyClock({ ...record, ...counting(moment.calendar), at: moment.at, clocks: clocks.map(ruled) });
}

/** One clock, its term and its grounds as the policy has them. */
export function certificateOf(name: ClockName, facts: Partial<Ledger>): ClockCertificate {
  const clocks: ClockOfCase[] = [{ name, term: lawful[name], ledger: aLedger(facts) }];
  return certifyClock({
    ...record,
    ...counting('kz-2026-03'),
    clocks: clocks.map(ruled),
    at: morning('2026-06-22'),
  });
}

const asTheLawHasIt = (ledger: Ledger): Ledger => ({
  ...ledger,
  stops: ledger.stops.map((stop) => ({
    ...stop,
    basis: stop.effect === 'anew' ? 'officer:preliminary-question' : 'awaiting-form',
  })),
  extensions: ledger.extensions.map((extension) => ({ ...extension, basis: 'supervisor' })),
});

/** Any facts, counted with the terms of the policy. */
export const lawfulCertificates = fc
  .record({ ledger: ledgers, other: ledgers, moment: moments })
  .map(({ ledger, other, moment }) => {
    const clocks: ClockOfCase[] = [
      { name: 'service', term: lawful.service, ledger: asTheLawHasIt(ledger) },
      { name: 'turn', term: lawful.turn, ledger: { ...asTheLawHasIt(other), extensions: [] } },
    ];
    return certifyClock({
      ...record,
      ...counting(moment.calendar),
      at: moment.at,
      clocks: clocks.map(ruled),
    });
  });
