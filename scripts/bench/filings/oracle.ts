/** What should come of an invented filing, told plainly and without a line of the product's rules. */
import { daysLater, lastOfMonths, yearsHavePassed } from './calendar';
import type { InventedFiling } from './invented-filing';
import { hasKinDoubt, isKinAgainst, isNoMarriage } from './oracle-kin';

export const ends = ['turned-away', 'granted', 'refused', 'to-a-person', 'no-place'] as const;
export type End = (typeof ends)[number];

/** `term` of what is granted; both days count. */
export interface Verdict {
  end: End;
  term: { validFrom: string; validUntil: string } | null;
}

/** `before`: what came of the same person's earlier filing for the same. Nobody foresees who of an employer's staff gets the last place: see `mayFindNoPlace`. */
export function foresee(filing: InventedFiling, before?: Verdict): Verdict {
  const none = { term: null };
  if (isTurnedAway(filing)) return { end: 'turned-away', ...none };
  if (isForAPerson(filing) || isDoubtedSince(filing, before)) return { end: 'to-a-person', ...none };
  if (isAgainst(filing)) return { end: 'refused', ...none };
  const term = termOf(filing, before?.term ?? null);
  return term.validUntil < term.validFrom || term.validUntil < filing.filedOn
    ? { end: 'to-a-person', ...none }
    : { end: 'granted', term };
}

/** Of an employer's staff anybody against whom nothing stands; whether a term is left for him is seen after the place. */
export function mayFindNoPlace(filing: InventedFiling, before?: Verdict): boolean {
  const doubted = isForAPerson(filing) || isDoubtedSince(filing, before);
  return filing.employer !== null && !isTurnedAway(filing) && !doubted && !isAgainst(filing);
}

/** Of who files once more: while the first one waits for a person, before what it was renewed to begins, or after a loss. */
function isDoubtedSince({ filing, purpose, filedOn }: InventedFiling, before?: Verdict): boolean {
  if (before?.end === 'to-a-person' || before?.end === 'no-place') return true;
  const waits = filing === 'renewal' && (before?.term?.validFrom ?? '') > filedOn;
  return before?.end === 'granted' && (purpose === 'ground-lost' || waits);
}

function isTurnedAway(filing: InventedFiling): boolean {
  return whenInTime(filing) === undefined || isNoMarriage(filing);
}

/** Where the present permit ends; null where none is renewed. What the register knows counts before what was written. */
function currentEnd({ filing, facts, form }: InventedFiling): string | null {
  if (filing === 'issue') return null;
  return facts['permit-register'].currentPermit?.validUntil ?? form.currentPermit?.validUntil ?? null;
}

/** By which rule it is in time. */
function whenInTime(filing: InventedFiling): 'in-time' | 'after-a-fine' | undefined {
  const { filedOn, form } = filing;
  const ended = currentEnd(filing);
  if (filing.filing === 'issue') return 'in-time';
  if (ended === null) return undefined;
  if (filedOn <= daysLater(ended, 10)) return 'in-time';
  const fined = form.fine?.decidedOn;
  if (fined === undefined || fined <= ended || fined > filedOn) return undefined;
  return filedOn <= daysLater(fined, 15) ? 'after-a-fine' : undefined;
}

const isWork = ({ purpose }: InventedFiling) =>
  ['work-with-permit', 'work-without-permit', 'eaeu-work'].includes(purpose);
const isOfUnion = ({ person }: InventedFiling) => ['KGZ', 'RUS', 'BLR', 'ARM'].includes(person.citizenship);
const isSixteen = ({ person, filedOn }: InventedFiling) => yearsHavePassed(person.bornOn, 16, filedOn);
const asksKin = ({ purpose }: InventedFiling) => purpose === 'family' || purpose === 'ground-lost';
const asksPermits = (filing: InventedFiling) => filing.filing === 'renewal' || isWork(filing);
const asksSecurity = ({ purpose, filing }: InventedFiling) =>
  filing === 'renewal' && ['work-with-permit', 'work-without-permit'].includes(purpose);

/** Something is missing or not clear, which only a person can judge. */
function isForAPerson(filing: InventedFiling): boolean {
  const { facts, filedOn, form, passport, silent, contradicted, namesake } = filing;
  const { berkut } = facts;
  const entry = berkut.crossings[0];
  const doubts = [
    passport === 'never',
    silent,
    contradicted,
    namesake,
    berkut.overstayDays > 0 && !berkut.entryBan,
    entry === undefined,
    entry !== undefined && (berkut.registeredOn ?? '9999-12-31') < entry.at.slice(0, 10),
    berkut.registeredOn === null && !asksPermits(filing),
    facts['criminal-registry'].record === 'spent',
    whenInTime(filing) === 'after-a-fine' && isFineUnknown(filing),
    facts['iin-registry'].status === 'unknown',
    isSixteen(filing) && facts['fingerprint-registry'].status === 'not-registered',
    facts['migration-register'].applications.some(
      ({ status, decidedOn }) =>
        status === 'open' ||
        (status === 'refused' && decidedOn !== null && !lastYearIsOver(decidedOn, filedOn)),
    ),
    filing.purpose === 'business' && facts['medical-registry'].status === 'not-found',
    asksPermits(filing) && hasPermitDoubt(filing),
    !isOfUnion(filing) && isInsuredLater(filing),
    asksKin(filing) && hasKinDoubt(filing),
    asksKin(filing) && form.sponsor?.iin === undefined,
  ];
  return doubts.includes(true);
}

/** Who says that he was fined and of whom the registry knows no offence; what it knows against him is worse. */
function isFineUnknown({ facts }: InventedFiling): boolean {
  const { record, wanted, offences } = facts['criminal-registry'];
  return offences.length === 0 && record !== 'unspent' && !wanted;
}

const lastYearIsOver = (decidedOn: string, on: string) =>
  `${Number(decidedOn.slice(0, 4)) + 1}${decidedOn.slice(4)}` < on;

/** An unknown employer is worse than a doubt. */
function hasPermitDoubt({ facts, filing, filedOn, employerKnown, ...rest }: InventedFiling): boolean {
  const { currentPermit, registration } = facts['permit-register'];
  if (!employerKnown && isWork({ facts, filing, filedOn, employerKnown, ...rest })) return false;
  const unregistered = registration === null || (registration.until !== null && registration.until < filedOn);
  return unregistered || (filing === 'renewal' && currentPermit === null);
}

function isInsuredLater({ facts, filedOn }: InventedFiling): boolean {
  const lasting = facts['insurance-register'].policies.filter(({ until }) => until >= filedOn);
  return lasting.length > 0 && lasting.every(({ from }) => from > filedOn);
}

/** Something stands against it, and the officer has nothing more to judge. */
function isAgainst(filing: InventedFiling): boolean {
  const { facts, filedOn, passport } = filing;
  const contracts = facts['labour-contracts'].contracts.filter(
    ({ status, until }) => status === 'registered' && (until === null || until >= filedOn),
  );
  const stands = [
    passport === 'false',
    facts.berkut.entryBan,
    facts['criminal-registry'].record === 'unspent' || facts['criminal-registry'].wanted,
    facts['iin-registry'].status === 'mismatch',
    isSixteen(filing) && facts['fingerprint-registry'].status === 'no-match',
    asksSecurity(filing) && facts['security-service'].position === 'objection',
    filing.purpose === 'business' && facts['medical-registry'].status === 'barring',
    isWork(filing) && !filing.employerKnown,
    isWork(filing) && contracts.length === 0,
    !isOfUnion(filing) && facts['insurance-register'].policies.every(({ until }) => until < filedOn),
    asksKin(filing) && isKinAgainst(filing),
  ];
  return stands.includes(true);
}

const months = {
  family: 36,
  'work-with-permit': 12,
  'work-without-permit': 12,
  'eaeu-work': 12,
  study: 12,
  treatment: 12,
  business: 36,
  'ethnic-kazakh': 36,
  missionary: 12,
  humanitarian: 12,
  'ground-lost': 6,
};

function termOf(filing: InventedFiling, earlier: Verdict['term']): { validFrom: string; validUntil: string } {
  const { purpose, form, facts, filedOn } = filing;
  const ended = currentEnd(filing);
  const after = ended === null ? filedOn : daysLater(ended, 1);
  const alone = whenInTime(filing) === 'after-a-fine' && after < filedOn ? filedOn : after;
  const had = [earlier?.validUntil ?? '', facts['permit-register'].currentPermit?.validUntil ?? ''];
  const last = had.sort().findLast((until) => until >= alone);
  const validFrom = last === undefined ? alone : daysLater(last, 1);
  const kind = form.sponsor?.kind;
  const shortStay = kind === 'permanent-resident' || kind === 'business-immigrant';
  const bounds = [
    lastOfMonths(validFrom, purpose === 'family' && shortStay ? 12 : months[purpose]),
    form.passport.validUntil,
  ];
  if (form.request?.until !== undefined) bounds.push(form.request.until);
  if (purpose === 'family' && (kind === 'ethnic-kazakh' || kind === 'business-immigrant')) {
    bounds.push(form.sponsor?.permitUntil ?? '9999-12-31');
  }
  if (isWork(filing)) bounds.push(contractEnd(filing));
  if (purpose === 'work-with-permit') bounds.push(form.employment?.workPermitUntil ?? '9999-12-31');
  if (purpose === 'ground-lost') bounds.push(lastOfMonths(form.groundLost?.lostOn ?? filedOn, 6));
  if (purpose === 'study') bounds.push(form.study?.until ?? '9999-12-31');
  if (purpose === 'treatment') bounds.push(form.treatment?.until ?? '9999-12-31');
  if (!isOfUnion(filing)) {
    const lasting = facts['insurance-register'].policies.filter(({ until }) => until >= filedOn);
    const policies = lasting.map(({ until }) => until).sort();
    bounds.push(policies.at(-1) ?? form.insurance?.validUntil ?? '9999-12-31');
  }
  return { validFrom, validUntil: [...bounds].sort()[0] ?? '' };
}

/** The register's word on a contract that lasts; where it names no end, the person's. */
function contractEnd({ facts, form, filedOn }: InventedFiling): string {
  const [contract] = facts['labour-contracts'].contracts.filter(
    ({ until }) => until === null || until >= filedOn,
  );
  return contract?.until ?? form.employment?.contractUntil ?? '9999-12-31';
}
