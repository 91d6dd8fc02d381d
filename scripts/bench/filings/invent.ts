/** Filings from a seed: purposes, filings, citizenships, ages, and here and there something adverse, unclear or missing. */
import { createHash } from 'node:crypto';
import { caseIdFrom } from '../../../domain/case-id';
import { isBin } from '../../../domain/bin';
import { permitPurposes, type CitizenshipGroup, type PermitPurpose } from '../../../domain/permit';
import type { PermitForm } from '../../../domain/permit-form';
import { daysLater } from './calendar';
import { inventFacts } from './invent-facts';
import type { InventedEmployer, InventedFiling, Passport } from './invented-filing';
import { createDraws, type Draws } from './seed';

const citizenships: Record<CitizenshipGroup, readonly [string, ...string[]]> = {
  eaeu: ['KGZ', 'RUS', 'BLR', 'ARM'],
  other: ['UZB', 'TUR', 'CHN', 'IND'],
  stateless: ['XXA'],
};
const groups = ['eaeu', 'other', 'other', 'stateless'] as const;
const sponsors = ['citizen', 'citizen', 'permanent-resident', 'ethnic-kazakh', 'business-immigrant'] as const;
export const employed: readonly PermitPurpose[] = ['work-with-permit', 'work-without-permit', 'eaeu-work'];

/** An organisation's number: the fifth digit is four, the last one the check digit; some stems have none. */
function binOf(serial: number): string {
  const stems = [0, 1, 2].map((step) => `15034${String(3 * serial + step).padStart(6, '0')}`);
  const bin = stems.flatMap((stem) => [...'0123456789'].map((digit) => `${stem}${digit}`)).find(isBin);
  if (bin === undefined) throw new Error(`no number for employer ${serial}`);
  return bin;
}

/** Of the fifty places some are taken elsewhere: a few of the employers have hardly any left. */
export function inventEmployers(count: number): InventedEmployer[] {
  return Array.from({ length: count }, (_, index) => ({
    employerId: `employer-${index}`,
    bin: binOf(index),
    elsewhere: [49, 46, 40, 20][index % 4] ?? 0,
  }));
}

export interface Invention {
  seed: number;
  filedOn: string;
  employers: readonly InventedEmployer[];
}

/** Of every twelve people one files for the same once more. */
export function inventFiling(invention: Invention, index: number): InventedFiling {
  if (index % 12 !== 11) return inventFirst(invention, index);
  const first = inventFirst(invention, index - 1);
  const caseId = caseIdOf(invention, index);
  return { ...first, caseId, personId: `person-${caseId}`, after: first.caseId };
}

function caseIdOf({ seed }: Invention, index: number): string {
  return caseIdFrom(createHash('sha256').update(`${seed}:${index}`).digest());
}

function inventFirst(invention: Invention, index: number): InventedFiling {
  const { seed, filedOn, employers } = invention;
  const draws = createDraws(seed, `filing ${index}`);
  const purpose = permitPurposes[index % permitPurposes.length] ?? 'family';
  const filing = purpose !== 'ground-lost' && draws.happens(0.5) ? 'renewal' : 'issue';
  const group = purpose === 'eaeu-work' ? 'eaeu' : draws.one(groups);
  const caseId = caseIdOf(invention, index);
  const files = employed.includes(purpose) && employers.length > 0 && draws.happens(0.5);
  const employer = files ? (employers[draws.whole(0, employers.length - 1)] ?? null) : null;
  const bin = employer?.bin ?? binOf(1_000 + index);
  const form = inventForm(draws, { purpose, filing, filedOn, bin });
  const facts = inventFacts(draws, { purpose, filing, filedOn, bin, form });
  const [silent, namesake, contradicted] = [0.005, 0.02, 0.02].map((share) => draws.happens(share));
  return {
    caseId,
    personId: `person-${caseId}`,
    purpose,
    filing,
    filedOn,
    form,
    facts,
    person: {
      surname: 'Filing',
      givenName: 'Invented',
      bornOn: inventBirth(draws, filedOn),
      citizenship: draws.one(citizenships[group]),
      passportNumber: `FI${String(index).padStart(8, '0')}`,
    },
    employer,
    employerKnown: !draws.happens(0.02),
    passport: inventPassport(draws),
    silent: silent === true,
    namesake: namesake === true,
    contradicted: contradicted === true && !silent && !namesake,
    twice: draws.happens(0.3),
    after: null,
  };
}

/** Of some people the sixteenth birthday is the day itself, or the next one. */
function inventBirth(draws: Draws, filedOn: string): string {
  const sixteen = `${Number(filedOn.slice(0, 4)) - 16}${filedOn.slice(4)}`;
  if (draws.happens(0.1)) return daysLater(sixteen, draws.whole(0, 1));
  return daysLater(sixteen, -draws.whole(-365 * 6, 365 * 50));
}

function inventPassport(draws: Draws): Passport {
  const [missing, late, untrue] = [draws.happens(0.02), draws.happens(0.05), draws.happens(0.02)];
  return missing ? 'never' : late ? 'later' : untrue ? 'false' : 'handed';
}

interface FormAsked {
  purpose: PermitPurpose;
  filing: 'issue' | 'renewal';
  filedOn: string;
  bin: string;
}

function inventForm(draws: Draws, { purpose, filing, filedOn, bin }: FormAsked): PermitForm {
  const ahead = (least: number, most: number) => daysLater(filedOn, draws.whole(least, most));
  const request = draws.happens(0.3) ? { until: ahead(20, 400) } : undefined;
  const passportUntil = daysLater(request?.until ?? filedOn, draws.whole(40, 2_500));
  const work = {
    bin,
    contractNumber: 'TD-1',
    contractFrom: ahead(-300, -10),
    contractUntil: ahead(5, 1_500),
  };
  const place = { bin, until: ahead(5, 900) };
  const iin = '900101300017';
  const kind = draws.one(sponsors);
  const yearsAgo = (years: number) => `${Number(filedOn.slice(0, 4)) - years}${filedOn.slice(4)}`;
  const sponsor = {
    kind,
    iin,
    relation: 'spouse',
    marriedOn: draws.happens(0.1) ? daysLater(yearsAgo(3), draws.whole(0, 1)) : ahead(-4_000, -1_200),
    residentSince: draws.happens(0.2) ? yearsAgo(2) : ahead(-4_000, -900),
    ...(kind !== 'citizen' && { permitUntil: ahead(10, 900) }),
  } as const;
  const byPurpose: Partial<Record<PermitPurpose, Partial<PermitForm>>> = {
    family: { sponsor },
    'ground-lost': { groundLost: { lostOn: ahead(-200, 0) }, ...(draws.happens(0.8) && { sponsor }) },
    missionary: { sponsor: { kind: 'organisation', bin } },
    'work-with-permit': {
      employment: { ...work, workPermitNumber: 'WP-1', workPermitUntil: ahead(5, 900) },
    },
    'work-without-permit': { employment: work },
    'eaeu-work': { employment: work },
    study: { study: place },
    treatment: { treatment: place },
  };
  const ended = draws.happens(0.3) ? ahead(-30, 0) : ahead(0, 40);
  const fined = draws.happens(0.3) ? { fine: { decidedOn: ahead(-20, 0) } } : {};
  return {
    passport: { issuedBy: 'UZB', issuedOn: '2021-04-02', validUntil: passportUntil },
    stay: {
      enteredOn: ahead(-200, -60),
      until: ahead(-20, 20),
      addressCode: '0202100123456789',
      settlement: 'Kokshetau',
      street: 'Abai 4',
      ownsHousing: draws.happens(0.2),
    },
    family: { members: [] },
    insurance: { policyNumber: 'MED-1', validUntil: ahead(30, 1_200) },
    ...byPurpose[purpose],
    ...(filing === 'renewal' && { currentPermit: { number: 'TP-1', validUntil: ended }, ...fined }),
    ...(request && { request }),
  };
}
