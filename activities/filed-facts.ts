/** What a form that was handed in says and an agency must be told. */
import { Value } from 'typebox/value';
import {
  FamilyMember,
  SolvencyCertificate,
  type FamilyMember as Relative,
  type SolvencyCertificate as Solvency,
} from '../domain/agency-questions';

type Content = Readonly<Record<string, unknown>>;

/**
 * The members of the form's `family`; none where the form has no such section. Throws for one that cannot be read: who
 * is not asked about must not pass for clear.
 */
export function familyIn({ family }: Content): Relative[] {
  return Array.isArray(family)
    ? family.map((each) => Value.Parse(FamilyMember, only(FamilyMember, each)))
    : [];
}

/** The bank's certificate in the form's `finances`; undefined where none is named. Throws like `familyIn`. */
export function findSolvencyCertificate({ finances }: Content): Solvency | undefined {
  const certificate = (finances as Content | undefined)?.['certificate'];
  return certificate === undefined
    ? undefined
    : Value.Parse(SolvencyCertificate, only(SolvencyCertificate, certificate));
}

/** The members that an agency may know, and nothing else of what the form says. */
function only({ properties }: { properties: object }, given: unknown): object {
  const known = Object.entries(given as object).filter(([name]) => Object.hasOwn(properties, name));
  return Object.fromEntries(known);
}
