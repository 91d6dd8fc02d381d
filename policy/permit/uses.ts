/** Which value counts where a register said one thing and the person wrote another. */
import type { StateSource, UseRule, ValueUse } from '../../domain/permit';
import type { PermitDraft } from '../../domain/permit-form';
import type { FetchedValue } from '../../domain/permit-form/fetched';
import { assumption, inferred, press, type Rule } from '../rule';
import { permitRulesOf } from './policies';
import { newRules, sinceApril } from './sources';

type Prevails = Extract<UseRule, 'register-prevails' | 'newer-document' | 'person-knows'>;
interface FieldRow {
  by: StateSource;
  rule: Rule<Prevails>;
}

const passport: FieldRow = {
  by: 'iin-registry',
  rule: inferred(
    'newer-document',
    'a register learns of a new passport late, but an old one does not come back',
  ),
};
const insurance: FieldRow = {
  by: 'insurance-register',
  rule: press('register-prevails', `${newRules}: the insurance is read from its register`),
};
const contract: FieldRow = {
  by: 'labour-contracts',
  rule: press('register-prevails', `${newRules}: the contract is read from the system of labour contracts`),
};
const permit: FieldRow = {
  by: 'permit-register',
  rule: press('register-prevails', `${sinceApril}: permits are counted as the migration police keeps them`),
};
const address: FieldRow = {
  by: 'permit-register',
  rule: assumption(
    'person-knows',
    'no rule is published; a move is known to the person first, and the owner has to agree',
  ),
};

/** By JSON pointer into the form: every field that a register may fill in. */
export const prefillable = {
  '/passport/issuedBy': passport,
  '/passport/issuedOn': passport,
  '/passport/validUntil': passport,
  '/stay/addressCode': address,
  '/stay/settlement': address,
  '/stay/street': address,
  '/employment/bin': contract,
  '/employment/contractNumber': contract,
  '/employment/contractFrom': contract,
  '/employment/contractUntil': contract,
  '/insurance/policyNumber': insurance,
  '/insurance/validUntil': insurance,
  '/currentPermit/number': permit,
  '/currentPermit/validUntil': permit,
} as const satisfies Record<string, FieldRow>;

export type PrefillablePointer = keyof typeof prefillable;
export const prefillablePointers = Object.keys(prefillable) as readonly PrefillablePointer[];

const ended: Rule<'register-had-ended'> = inferred(
  'register-had-ended',
  'a register learns of a new paper late, and nobody is held to one that had ended when he filed',
);

/** What tells one contract from another. */
const contractNames = ['/employment/bin', '/employment/contractNumber'] as const;

/**
 * Whether the person names another contract than its register filled in, and counts with it as a whole. `policyVersion` is of
 * the policy that the case was opened under; without it the first.
 */
export function namesAnotherContract(
  form: PermitDraft,
  fetched: readonly FetchedValue[],
  policyVersion?: string,
): boolean {
  if (!permitRulesOf(policyVersion).ownContractCounts.value) return false;
  return contractNames.some((pointer) => {
    const entered = enteredAt(form, pointer);
    const found = fetchedAt(pointer, fetched);
    return entered !== undefined && found !== undefined && !found.ended && entered !== found.value;
  });
}

/**
 * One use for every prefillable field of which the form or a register says something, in the order of the table. Values are
 * marked by `markEnded` before; `policyVersion` as in `namesAnotherContract`.
 */
export function useValues(
  form: PermitDraft,
  fetched: readonly FetchedValue[],
  policyVersion?: string,
): ValueUse[] {
  const said = { form, fetched, isAnotherContract: namesAnotherContract(form, fetched, policyVersion) };
  return prefillablePointers.flatMap((pointer) => useOf(pointer, said) ?? []);
}

/** The form with every value that counts in its place: what checks, documents and term are read from. */
export function formAsUsed(
  form: PermitDraft,
  fetched: readonly FetchedValue[],
  policyVersion?: string,
): PermitDraft {
  const counted: Record<string, unknown> = { ...form };
  for (const { pointer, used } of useValues(form, fetched, policyVersion)) {
    const [section, field] = partsOf(pointer);
    const at = pointer as PrefillablePointer;
    const value = used === 'fetched' ? fetchedAt(at, fetched)?.value : enteredAt(form, at);
    counted[section] = { ...(counted[section] as object | undefined), [field]: value };
  }
  return counted;
}

interface Said {
  form: PermitDraft;
  fetched: readonly FetchedValue[];
  isAnotherContract: boolean;
}

function useOf(
  pointer: PrefillablePointer,
  { form, fetched, isAnotherContract }: Said,
): ValueUse | undefined {
  const entered = enteredAt(form, pointer);
  const found = fetchedAt(pointer, fetched);
  if (found === undefined) {
    return entered === undefined
      ? undefined
      : { pointer, used: 'entered', source: null, rule: 'nothing-fetched' };
  }
  const { source } = found;
  if (found.ended && entered !== found.value) {
    return entered === undefined ? undefined : { pointer, used: 'corrected', source, rule: ended.value };
  }
  if (isAnotherContract && source === 'labour-contracts') {
    return entered === undefined
      ? undefined
      : { pointer, used: 'corrected', source, rule: 'another-contract' };
  }
  if (entered === undefined || entered === found.value) {
    return { pointer, used: 'fetched', source, rule: 'not-corrected' };
  }
  const rule = prefillable[pointer].rule.value;
  return { pointer, used: usedBy[rule](form, fetched), source, rule };
}

/** All fields of a passport go together: the document that was issued later is the one in force. */
const usedBy: Record<Prevails, (form: PermitDraft, fetched: readonly FetchedValue[]) => ValueUse['used']> = {
  'register-prevails': () => 'fetched',
  'person-knows': () => 'corrected',
  'newer-document': (form, fetched) => {
    const known = String(fetchedAt('/passport/issuedOn', fetched)?.value ?? '');
    return (form.passport?.issuedOn ?? '') > known ? 'corrected' : 'fetched';
  },
};

function fetchedAt(pointer: PrefillablePointer, fetched: readonly FetchedValue[]): FetchedValue | undefined {
  return fetched.find((value) => value.pointer === pointer && value.source === prefillable[pointer].by);
}

function enteredAt(form: PermitDraft, pointer: PrefillablePointer): string | undefined {
  const [section, field] = partsOf(pointer);
  return (form[section as keyof PermitDraft] as Record<string, string | undefined> | undefined)?.[field];
}

function partsOf(pointer: string): [section: string, field: string] {
  const [, section = '', field = ''] = pointer.split('/');
  return [section, field];
}
