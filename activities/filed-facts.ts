/** What a form that was handed in says and an agency must be told, and nothing else of it. */
import { Value } from 'typebox/value';
import {
  FamilyMember,
  SolvencyCertificate,
  type FamilyMember as Relative,
  type SolvencyCertificate as Solvency,
} from '../domain/agency-questions';
import type { FormDraft } from '../domain/form';

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
