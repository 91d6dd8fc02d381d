/** The body of each agency's answer: the contract that both sides of the line check. */
import { Type, type Static } from 'typebox';
import { mostFamily, Tenge } from './agency-questions';
import type { AgencyName } from './agencies';
import { answer, DayOrNull, Id, strict, whomIfSaid } from './answer-shape';
import { languageLevels } from './events';
import { Country, Day } from './form/fields';
import {
  InsuranceRegisterAnswer,
  KinshipRegisterAnswer,
  LabourContractsAnswer,
  PermitRegisterAnswer,
} from './permit-answers';
import { PassportQuestion } from './permit-questions';
import { plainText } from './plain-text';

const Instant = Type.String({ format: 'date-time', maxLength: 40 });
const Text = plainText(200);
const Count = Type.Integer({ minimum: 0, maximum: 100_000 });

export const TestResult = answer({
  attemptId: Id,
  level: Type.Enum([...languageLevels]),
  satAt: Instant,
  blocks: Type.Array(
    Type.Object({ block: Type.Enum(['listening', 'reading']), items: Count, correct: Count }, strict),
    { minItems: 1, maxItems: 10 },
  ),
  bannedItems: Type.Boolean(),
});
export type TestResult = Static<typeof TestResult>;

/** `registeredOn`: when the present stay was registered, null where it was not, absent where it is not told. */
export const BerkutAnswer = answer({
  ...whomIfSaid,
  crossings: Type.Array(
    Type.Object({ direction: Type.Enum(['entry', 'exit']), at: Instant, checkpoint: Text }, strict),
    { maxItems: 1000 },
  ),
  overstayDays: Count,
  registeredOn: Type.Optional(DayOrNull),
  entryBan: Type.Boolean(),
});
export type BerkutAnswer = Static<typeof BerkutAnswer>;

export const CriminalRegistryAnswer = answer({
  ...whomIfSaid,
  record: Type.Enum(['none', 'spent', 'unspent']),
  wanted: Type.Boolean(),
  offences: Type.Array(Type.Object({ kind: Text, committedOn: Day }, strict), { maxItems: 1000 }),
});
export type CriminalRegistryAnswer = Static<typeof CriminalRegistryAnswer>;

export const iinStatuses = ['match', 'mismatch', 'unknown'] as const;
const IinStatus = Type.Enum([...iinStatuses]);

/** The document that a person has under the number, as the registry knows it. */
const KnownDocument = Type.Object({ issuedBy: Country, issuedOn: Day, validUntil: Day }, strict);

/** `family` has one status for each member that was asked about, in the order of the question; `question` repeats it. */
export const IinRegistryAnswer = answer({
  ...whomIfSaid,
  question: Type.Optional(PassportQuestion),
  status: IinStatus,
  document: Type.Optional(KnownDocument),
  family: Type.Optional(Type.Array(IinStatus, { maxItems: mostFamily })),
});
export type IinRegistryAnswer = Static<typeof IinRegistryAnswer>;

export const FingerprintRegistryAnswer = answer({
  ...whomIfSaid,
  status: Type.Enum(['match', 'no-match', 'not-registered']),
});
export type FingerprintRegistryAnswer = Static<typeof FingerprintRegistryAnswer>;

/** `more-time` is no position yet: the service says that it has not finished. */
export const SecurityServiceAnswer = answer({
  ...whomIfSaid,
  position: Type.Enum(['agreement', 'objection', 'more-time']),
});
export type SecurityServiceAnswer = Static<typeof SecurityServiceAnswer>;

/** Other applications than ours, as the register has them on the day `asOf`; `decidedOn` null while one is open. */
export const MigrationRegisterAnswer = answer({
  ...whomIfSaid,
  asOf: Day,
  applications: Type.Array(
    Type.Object(
      {
        kind: Type.Enum(['permanent-residence', 'temporary-residence', 'kandas-status', 'citizenship']),
        status: Type.Enum(['open', 'granted', 'refused', 'withdrawn']),
        filedOn: Day,
        decidedOn: Type.Union([Day, Type.Null()]),
        reference: Id,
      },
      strict,
    ),
    { maxItems: 1000 },
  ),
  /** Added by us: open applications of the same person, here; to one for permanent residence only others for it. */
  own: Type.Optional(Type.Array(Type.Object({ reference: Id, filedOn: Day }, strict), { maxItems: 100 })),
  /** The same of permits for a ground that was lost, which we issued to this person: where one is asked for again. */
  ownLostGround: Type.Optional(
    Type.Array(Type.Object({ reference: Id, validUntil: Day }, strict), { maxItems: 100 }),
  ),
  /** Where a permit is renewed: which one, and those that we issued to this person in other cases. */
  renewed: Type.Optional(Type.Object({ number: Id, validUntil: Day }, strict)),
  ownPermits: Type.Optional(
    Type.Array(
      Type.Object({ reference: Id, renews: Type.Union([Id, Type.Null()]), validUntil: Day }, strict),
      { maxItems: 100 },
    ),
  ),
});
export type MigrationRegisterAnswer = Static<typeof MigrationRegisterAnswer>;

/** Whole tenge on the account, 0 where the bank confirms none; `requiredTenge` is what was asked for, null if nothing. */
export const BankAnswer = answer({
  ...whomIfSaid,
  status: Type.Enum(['genuine', 'not-genuine', 'unknown']),
  amountTenge: Tenge,
  requiredTenge: Type.Union([Tenge, Type.Null()]),
});
export type BankAnswer = Static<typeof BankAnswer>;

/** Of the certificate 028/u; the diseases that bar the permission are coded after ICD-10, such as `A15.0`. */
export const MedicalRegistryAnswer = answer({
  ...whomIfSaid,
  status: Type.Enum(['valid', 'not-found', 'barring']),
  diseaseCodes: Type.Array(Type.String({ pattern: '^[A-Z][0-9]{2}(\\.[0-9]{1,2})?$' }), { maxItems: 50 }),
});
export type MedicalRegistryAnswer = Static<typeof MedicalRegistryAnswer>;

export interface AgencyAnswers {
  berkut: BerkutAnswer;
  'criminal-registry': CriminalRegistryAnswer;
  'iin-registry': IinRegistryAnswer;
  'fingerprint-registry': FingerprintRegistryAnswer;
  'security-service': SecurityServiceAnswer;
  'migration-register': MigrationRegisterAnswer;
  bank: BankAnswer;
  'medical-registry': MedicalRegistryAnswer;
  'permit-register': PermitRegisterAnswer;
  'labour-contracts': LabourContractsAnswer;
  'insurance-register': InsuranceRegisterAnswer;
  'kinship-register': KinshipRegisterAnswer;
  'testing-centre': TestResult;
}

export const agencyAnswerSchemas = {
  berkut: BerkutAnswer,
  'criminal-registry': CriminalRegistryAnswer,
  'iin-registry': IinRegistryAnswer,
  'fingerprint-registry': FingerprintRegistryAnswer,
  'security-service': SecurityServiceAnswer,
  'migration-register': MigrationRegisterAnswer,
  bank: BankAnswer,
  'medical-registry': MedicalRegistryAnswer,
  'permit-register': PermitRegisterAnswer,
  'labour-contracts': LabourContractsAnswer,
  'insurance-register': InsuranceRegisterAnswer,
  'kinship-register': KinshipRegisterAnswer,
  'testing-centre': TestResult,
} as const satisfies Record<AgencyName, unknown>;

/** What an agency says of a person, without the ids that tie it to one request. */
export type Facts<A extends AgencyName> = Omit<AgencyAnswers[A], 'requestId' | 'answerId'>;
