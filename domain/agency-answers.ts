/** The body of each agency's answer: the contract that both sides of the line check. */
import { Type, type Static, type TProperties } from 'typebox';
import { languageLevels } from './events';
import type { AgencyName } from './agencies';
import { plainText } from './plain-text';

const Id = plainText(100);
const Instant = Type.String({ format: 'date-time', maxLength: 40 });
const Day = Type.String({ format: 'date' });
const Text = plainText(200);
const Count = Type.Integer({ minimum: 0, maximum: 100_000 });
const strict = { additionalProperties: false };

/** `requestId` is ours and comes back; `answerId` is the agency's, and the same for every copy of one answer. */
function answer<T extends TProperties>(facts: T) {
  return Type.Object({ requestId: Id, answerId: Id, ...facts }, strict);
}

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

export const BerkutAnswer = answer({
  crossings: Type.Array(
    Type.Object({ direction: Type.Enum(['entry', 'exit']), at: Instant, checkpoint: Text }, strict),
    { maxItems: 1000 },
  ),
  overstayDays: Count,
  entryBan: Type.Boolean(),
});
export type BerkutAnswer = Static<typeof BerkutAnswer>;

export const CriminalRegistryAnswer = answer({
  record: Type.Enum(['none', 'spent', 'unspent']),
  wanted: Type.Boolean(),
  offences: Type.Array(Type.Object({ kind: Text, committedOn: Day }, strict), { maxItems: 1000 }),
});
export type CriminalRegistryAnswer = Static<typeof CriminalRegistryAnswer>;

export const IinRegistryAnswer = answer({ status: Type.Enum(['match', 'mismatch', 'unknown']) });
export type IinRegistryAnswer = Static<typeof IinRegistryAnswer>;

export const FingerprintRegistryAnswer = answer({
  status: Type.Enum(['match', 'no-match', 'not-registered']),
});
export type FingerprintRegistryAnswer = Static<typeof FingerprintRegistryAnswer>;

export interface AgencyAnswers {
  berkut: BerkutAnswer;
  'criminal-registry': CriminalRegistryAnswer;
  'iin-registry': IinRegistryAnswer;
  'fingerprint-registry': FingerprintRegistryAnswer;
  'testing-centre': TestResult;
}

export const agencyAnswerSchemas = {
  berkut: BerkutAnswer,
  'criminal-registry': CriminalRegistryAnswer,
  'iin-registry': IinRegistryAnswer,
  'fingerprint-registry': FingerprintRegistryAnswer,
  'testing-centre': TestResult,
} as const satisfies Record<AgencyName, unknown>;

/** What an agency says of a person, without the ids that tie it to one request. */
export type Facts<A extends AgencyName> = Omit<AgencyAnswers[A], 'requestId' | 'answerId'>;
