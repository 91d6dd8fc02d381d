/** What a form that was handed in says and an agency must be told, and nothing else of it. */
import { Value } from 'typebox/value';
import {
  FamilyMember,
  SolvencyCertificate,
  type FamilyMember as Relative,
  type SolvencyCertificate as Solvency,
} from '../domain/agency-questions';
import type { FormDraft } from '../domain/form';
import type { PermitPurpose } from '../domain/permit';
import type { Sponsor } from '../domain/permit-form/sponsor';
import {
  ContractQuestion,
  InsuranceQuestion,
  KinshipQuestion,
  PassportQuestion,
  PermitQuestion,
} from '../domain/permit-questions';

/** Everyone of the family. Throws for one that cannot be read: who is not asked about must not pass for clear. */
export function familyIn({ family }: FormDraft): Relative[] {
  return (family?.members ?? []).map((each) => Value.Parse(FamilyMember, only(FamilyMember, each)));
}

/** The bank's certificate; undefined where none is named. Throws like `familyIn`. */
export function findSolvencyCertificate({ finances }: FormDraft): Solvency | undefined {
  const certificate = finances?.bankCertificate;
  return certificate && Value.Parse(SolvencyCertificate, only(SolvencyCertificate, certificate));
}

/** The members that an agency may know. */
function only({ properties }: { properties: object }, given: object): object {
  const known = Object.entries(given).filter(([name]) => Object.hasOwn(properties, name));
  return Object.fromEntries(known);
}

/** The law's date of the application; and whether the days that were used go along, so that the answer shows both. */
interface AskedOf {
  on?: string | undefined;
  withDays?: boolean;
}

/** What the register of permits is told. Throws like `familyIn`. */
export function permitQuestion(form: object, { on, withDays }: AskedOf = {}): PermitQuestion {
  const bin = valueAt(form, 'employment', 'bin');
  const permitNumber = valueAt(form, 'currentPermit', 'number');
  const permitUntil = withDays ? valueAt(form, 'currentPermit', 'validUntil') : undefined;
  return Value.Parse(PermitQuestion, stated({ on, bin, permitNumber, permitUntil }));
}

export function contractQuestion(form: object, { on, withDays }: AskedOf = {}): ContractQuestion {
  const bin = valueAt(form, 'employment', 'bin');
  const contractNumber = valueAt(form, 'employment', 'contractNumber');
  const contractUntil = valueAt(form, 'employment', 'contractUntil') ?? null;
  const question = stated({ on, bin, contractNumber });
  return Value.Parse(ContractQuestion, withDays ? { ...question, contractUntil } : question);
}

/** Of the document that was used its days; undefined where none go along. */
export function passportQuestion(form: object, { on, withDays }: AskedOf): PassportQuestion | undefined {
  if (!withDays) return undefined;
  const [issuedOn, validUntil] = ['issuedOn', 'validUntil'].map((field) => valueAt(form, 'passport', field));
  return Value.Parse(PassportQuestion, stated({ on, issuedOn, validUntil }));
}

/** What is written of the sponsor goes along, so that the answer shows both. */
export function kinshipQuestion(form: object, on?: string, purpose?: PermitPurpose): KinshipQuestion {
  const written = (field: keyof Sponsor) => valueAt(form, 'sponsor', field);
  const sponsor = {
    sponsorIin: written('iin'),
    sponsorKind: written('kind'),
    residentSince: written('residentSince'),
    permitUntil: written('permitUntil'),
  };
  return Value.Parse(KinshipQuestion, stated({ on, purpose, ...sponsor }));
}

export function insuranceQuestion(form: object, { on, withDays }: AskedOf = {}): InsuranceQuestion {
  const insuredUntil = withDays ? valueAt(form, 'insurance', 'validUntil') : undefined;
  return Value.Parse(InsuranceQuestion, stated({ on, insuredUntil }));
}

/** A field of a section; undefined where the draft has no such section, or nothing in it. */
function valueAt(form: object, section: string, field: string): unknown {
  const fields = (form as Record<string, unknown>)[section];
  const isSection = typeof fields === 'object' && fields !== null;
  return isSection ? (fields as Record<string, unknown>)[field] : undefined;
}

function stated(facts: object): object {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined && value !== null),
  );
}
