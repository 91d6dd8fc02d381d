/** What the registers know of an invented person: mostly nothing that stands against a permit. */
import type { FilingKind, PermitPurpose } from '../../../domain/permit';
import type { PermitForm } from '../../../domain/permit-form';
import { daysLater } from './calendar';
import type { FilingFacts } from './invented-filing';
import type { Draws } from './seed';

interface Asked {
  purpose: PermitPurpose;
  filing: FilingKind;
  filedOn: string;
  bin: string;
  form: PermitForm;
}

const flawShare = 0.03;

/** The usual answer, or by the seed one of the others. */
function mostly<T>(draws: Draws, usual: T, ...others: [T, ...T[]]): T {
  return draws.happens(flawShare) ? draws.one(others) : usual;
}

export function inventFacts(draws: Draws, asked: Asked): FilingFacts {
  const { filedOn, filing, form } = asked;
  const ago = (days: number) => daysLater(filedOn, -days);
  const entry = { direction: 'entry' as const, at: `${ago(50)}T06:00:00.000Z`, checkpoint: 'Qordai' };
  const crossed = { crossings: [entry], overstayDays: 0, registeredOn: ago(49), entryBan: false };
  const application = { kind: 'temporary-residence' as const, filedOn: ago(380), reference: 'TR-1' };
  const current = form.currentPermit && { ...form.currentPermit, employerBin: null };
  const registration = { addressCode: '0201300096541878', from: ago(49), until: null };
  return {
    berkut: mostly<FilingFacts['berkut']>(
      draws,
      crossed,
      { ...crossed, entryBan: true },
      { ...crossed, overstayDays: 12 },
      { ...crossed, crossings: [] },
      { ...crossed, registeredOn: ago(60) },
      { ...crossed, registeredOn: null },
    ),
    'criminal-registry': mostly(
      draws,
      { record: 'none', wanted: false, offences: [] },
      { record: 'unspent', wanted: false, offences: [] },
      { record: 'none', wanted: true, offences: [] },
      { record: 'spent', wanted: false, offences: [] },
    ),
    'iin-registry': { status: mostly(draws, 'match', 'mismatch', 'unknown') },
    'fingerprint-registry': { status: mostly(draws, 'match', 'no-match', 'not-registered') },
    'security-service': { position: mostly(draws, 'agreement', 'objection') },
    'migration-register': {
      applications: mostly<FilingFacts['migration-register']['applications']>(
        draws,
        [],
        [{ ...application, status: 'open', decidedOn: null }],
        [{ ...application, status: 'refused', decidedOn: ago(300) }],
        [{ ...application, status: 'refused', decidedOn: ago(370) }],
        [{ ...application, status: 'granted', decidedOn: ago(20) }],
      ),
    },
    'medical-registry': mostly(
      draws,
      { status: 'valid', diseaseCodes: [] },
      { status: 'barring', diseaseCodes: ['A15.0'] },
      { status: 'not-found', diseaseCodes: [] },
    ),
    'permit-register': {
      currentPermit:
        filing === 'renewal'
          ? mostly(draws, current ?? null, null)
          : mostly(draws, null, {
              number: 'TP-9',
              validUntil: ago(draws.whole(-200, 10)),
              employerBin: null,
            }),
      registration: mostly<FilingFacts['permit-register']['registration']>(draws, registration, null, {
        ...registration,
        until: ago(1),
      }),
    },
    'labour-contracts': { contracts: contractsOf(draws, asked) },
    'insurance-register': { policies: policiesOf(draws, asked) },
    'kinship-register': kinshipOf(draws, asked),
  };
}

function contractsOf(draws: Draws, { filedOn, bin, form }: Asked) {
  if (form.employment === undefined) return [];
  const { contractFrom: from, contractUntil = null } = form.employment;
  const registered = { number: 'TD-1', bin, from, status: 'registered' as const };
  const lasting = { ...registered, until: draws.happens(0.2) ? null : contractUntil };
  return mostly(
    draws,
    [lasting],
    [],
    [{ ...lasting, status: 'terminated' as const }],
    [{ ...lasting, until: daysLater(filedOn, -1) }],
  );
}

function policiesOf(draws: Draws, { filedOn }: Asked) {
  const from = daysLater(filedOn, -draws.whole(0, 300));
  const policy = {
    number: 'MS-1',
    from,
    until: daysLater(filedOn, draws.whole(0, 1_100)),
    covers: 'medical',
  };
  const later = { ...policy, from: daysLater(filedOn, 1), until: daysLater(filedOn, 900) };
  const ended = { ...policy, from: daysLater(filedOn, -400), until: daysLater(filedOn, -1) };
  return mostly(draws, [policy], [], [later], [ended]) as FilingFacts['insurance-register']['policies'];
}

/** The sponsor of the form as the register has it, dead where that is the ground; a marriage of exactly three years is old enough. */
function kinshipOf(draws: Draws, { purpose, filedOn, form }: Asked): FilingFacts['kinship-register'] {
  const kind = form.sponsor?.kind;
  const status = kind === undefined || kind === 'none' || kind === 'organisation' ? 'citizen' : kind;
  const yearsAgo = (years: number) => `${Number(filedOn.slice(0, 4)) - years}${filedOn.slice(4)}`;
  const written = {
    status,
    residentSince: form.sponsor?.residentSince ?? null,
    permitUntil: form.sponsor?.permitUntil ?? null,
    alive: purpose !== 'ground-lost',
  };
  const another = status === 'permanent-resident' ? ('citizen' as const) : ('permanent-resident' as const);
  const sponsor = mostly<typeof written>(
    draws,
    written,
    { ...written, status: another },
    { ...written, residentSince: daysLater(yearsAgo(2), -1) },
    { ...written, permitUntil: daysLater(filedOn, 5) },
  );
  const married = draws.happens(0.2) ? yearsAgo(3) : (form.sponsor?.marriedOn ?? yearsAgo(5));
  const usual = { relation: 'spouse', since: married, sponsor } as const;
  return mostly<FilingFacts['kinship-register']>(
    draws,
    usual,
    { ...usual, since: daysLater(yearsAgo(3), 1) },
    { ...usual, since: null },
    { ...usual, relation: 'none', since: null },
    { ...usual, relation: 'other', since: null },
    { ...usual, relation: 'child', since: null },
    { ...usual, sponsor: { ...sponsor, alive: !sponsor.alive } },
    { ...usual, sponsor: { ...sponsor, status: 'none' } },
    { ...usual, sponsor: { ...sponsor, status: 'temporary' } },
    { ...usual, sponsor: { ...sponsor, residentSince: daysLater(yearsAgo(2), 1) } },
    { ...usual, sponsor: { ...sponsor, permitUntil: daysLater(filedOn, -1) } },
  );
}
