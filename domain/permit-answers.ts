/** What the registers behind a temporary permit answer; each repeats the question, so that a body explains itself. */
import { Type, type Static } from 'typebox';
import { answer, DayOrNull, Id, strict, whom } from './answer-shape';
import { Day } from './form/fields';
import { plainText } from './plain-text';
import {
  Bin,
  ContractQuestion,
  InsuranceQuestion,
  KinshipQuestion,
  PermitQuestion,
} from './permit-questions';

const Count = Type.Integer({ minimum: 0, maximum: 1_000_000 });
const BinOrNull = Type.Union([Bin, Type.Null()]);
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

/** How one of our own permits stands: `annulled` also where its decision fell; `shortened` by a reported change. */
export const standings = ['stands', 'shortened', 'annulled'] as const;
export type Standing = (typeof standings)[number];

/** `employer` is there when the question names a BIN; `validPermits` are those of all its staff. `until` null: open. */
export const PermitRegisterAnswer = answer({
  ...whom,
  question: PermitQuestion,
  currentPermit: orNull(Type.Object({ number: Id, validUntil: Day, employerBin: BinOrNull }, strict)),
  registration: orNull(
    Type.Object(
      {
        ...{ addressCode: Id, from: Day, until: DayOrNull },
        /** The address in words, where the register has it so. */
        settlement: Type.Optional(plainText(100)),
        street: Type.Optional(plainText(200)),
      },
      strict,
    ),
  ),
  employer: orNull(Type.Object({ known: Type.Boolean(), validPermits: Count }, strict)),
  /** Added by us to what the register said, where one is renewed: permits that we issued to this person and that had begun. */
  own: Type.Optional(
    Type.Array(
      Type.Object(
        { number: Id, validFrom: Day, validUntil: Day, standing: Type.Enum([...standings]) },
        strict,
      ),
      { maxItems: 100 },
    ),
  ),
});
export type PermitRegisterAnswer = Static<typeof PermitRegisterAnswer>;

export const contractStatuses = ['registered', 'terminated'] as const;

/** `until` is null where the contract has no end. */
export const LabourContractsAnswer = answer({
  ...whom,
  question: ContractQuestion,
  contracts: Type.Array(
    Type.Object(
      { number: Id, bin: Bin, from: Day, until: DayOrNull, status: Type.Enum([...contractStatuses]) },
      strict,
    ),
    { maxItems: 1000 },
  ),
});
export type LabourContractsAnswer = Static<typeof LabourContractsAnswer>;

export const InsuranceRegisterAnswer = answer({
  ...whom,
  question: InsuranceQuestion,
  policies: Type.Array(
    Type.Object({ number: Id, from: Day, until: Day, covers: Type.Literal('medical') }, strict),
    { maxItems: 1000 },
  ),
});
export type InsuranceRegisterAnswer = Static<typeof InsuranceRegisterAnswer>;

export const sponsorRelations = ['spouse', 'child', 'parent', 'other', 'none'] as const;
export const sponsorStatuses = [
  'citizen',
  'permanent-resident',
  'ethnic-kazakh',
  'business-immigrant',
  'temporary',
  'none',
] as const;

/** What the person is to the sponsor; `since` is the day of the marriage, null for every other relation. */
export const KinshipRegisterAnswer = answer({
  ...whom,
  question: KinshipQuestion,
  relation: Type.Enum([...sponsorRelations]),
  since: DayOrNull,
  sponsor: Type.Object(
    {
      status: Type.Enum([...sponsorStatuses]),
      residentSince: DayOrNull,
      permitUntil: DayOrNull,
      alive: Type.Boolean(),
    },
    strict,
  ),
});
export type KinshipRegisterAnswer = Static<typeof KinshipRegisterAnswer>;
