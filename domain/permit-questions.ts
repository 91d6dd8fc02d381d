/** What the registers behind a temporary permit are told beside the person: the contract that both sides check. */
import { Type, type Static } from 'typebox';
import { DayOrNull, strict } from './answer-shape';
import { Day, Iin } from './form/fields';
import { permitPurposes } from './permit';
import { sponsorKinds } from './permit-form/sponsor';
import { plainText } from './plain-text';

/** The identification number of an organisation: twelve digits. */
export const Bin = Type.String({ pattern: '^[0-9]{12}$' });
const Number = plainText(50);
/** The law's day on which the facts count; without it nothing is compared with a day. */
const on = { on: Type.Optional(Day) };

/**
 * With a BIN the register also tells of that employer; `permitNumber` is the permit that the person named, `permitUntil` the
 * last day of it that window and term were read from.
 */
export const PermitQuestion = Type.Object(
  {
    ...on,
    bin: Type.Optional(Bin),
    permitNumber: Type.Optional(Number),
    permitUntil: Type.Optional(Day),
  },
  strict,
);
export type PermitQuestion = Static<typeof PermitQuestion>;

/** Without a BIN every contract of the person is told. `contractUntil` is the last day used, null where it was without end. */
export const ContractQuestion = Type.Object(
  {
    ...on,
    bin: Type.Optional(Bin),
    contractNumber: Type.Optional(Number),
    contractUntil: Type.Optional(DayOrNull),
  },
  strict,
);
export type ContractQuestion = Static<typeof ContractQuestion>;

/** `insuredUntil` is the last day of the insurance that was used. */
export const InsuranceQuestion = Type.Object({ ...on, insuredUntil: Type.Optional(Day) }, strict);
export type InsuranceQuestion = Static<typeof InsuranceQuestion>;

/** The document as it was used: the registry of numbers tells the one that it knows. */
export const PassportQuestion = Type.Object(
  { ...on, issuedOn: Type.Optional(Day), validUntil: Type.Optional(Day) },
  strict,
);
export type PassportQuestion = Static<typeof PassportQuestion>;

/** Whose family the person says to be of, what the form says of that sponsor, and what the permit is for. */
export const KinshipQuestion = Type.Object(
  {
    ...on,
    purpose: Type.Optional(Type.Enum([...permitPurposes])),
    sponsorIin: Type.Optional(Iin),
    sponsorKind: Type.Optional(Type.Enum([...sponsorKinds])),
    residentSince: Type.Optional(Day),
    permitUntil: Type.Optional(Day),
  },
  strict,
);
export type KinshipQuestion = Static<typeof KinshipQuestion>;

export interface PermitQuestions {
  'permit-register': PermitQuestion;
  'labour-contracts': ContractQuestion;
  'insurance-register': InsuranceQuestion;
  'kinship-register': KinshipQuestion;
}
/** The registers that are asked about more than a person. */
export type PermitRegister = keyof PermitQuestions;
