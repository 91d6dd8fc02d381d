/** What tells one agency from another: what it is asked, what it knows, and how it answers. */
import { Type, type TSchema } from 'typebox';
import type { AgencyName } from '../domain/agencies';
import type { Facts } from '../domain/agency-answers';
import { BankSubject, FamilyMember, mostFamily } from '../domain/agency-questions';
import { languageLevels, type LanguageLevel } from '../domain/events';
import { LanguageCertificate, type CertificateConfirmation } from '../domain/language-certificate';
import {
  ContractQuestion,
  InsuranceQuestion,
  KinshipQuestion,
  PassportQuestion,
  PermitQuestion,
  type PermitQuestions,
  type PermitRegister,
} from '../domain/permit-questions';
import { PersonIdentity } from '../domain/person';
import type { Whom } from './answered-about';

/** A request as it arrives; which of the optional members must be there is the agency's schema's business. */
export interface AskedRequest {
  requestId: string;
  person: PersonIdentity;
  level?: LanguageLevel;
  certificate?: LanguageCertificate;
  family?: FamilyMember[];
  subject?: BankSubject;
  question?: PermitQuestions[PermitRegister] | PassportQuestion;
  callbackUrl?: string;
}

type CertificateFacts = Omit<CertificateConfirmation, 'requestId' | 'answerId'>;

/** The testing centre is asked two things, and so has two answers. */
export type Told<A extends AgencyName> = Facts<A> | (A extends 'testing-centre' ? CertificateFacts : never);

/** Whom it is about is written down with it. */
type BeforeNamed<T> = T extends unknown ? Omit<T, keyof Whom> : never;

export interface Trade<A extends AgencyName = AgencyName> {
  name: A;
  /** False: the answer is in the reply (200). True: the reply is 202, the answer a signed callback. */
  byCallback: boolean;
  request: TSchema;
  /** Milliseconds before the reply (and up to so many more by chance), and from acceptance to callback. */
  latencyMs: number;
  latencyJitterMs: number;
  lateMs: number;
  /** `receivedAt` is an ISO instant. */
  factsFor(asked: AskedRequest, receivedAt: string): BeforeNamed<Told<A>>;
  /** The facts that a second, different answer differs by. */
  contradict(facts: Told<A>): Partial<Told<A>>;
}

const strict = { additionalProperties: false };

const asked = {
  requestId: Type.String({ pattern: '^[A-Za-z0-9._:-]{1,100}$' }),
  person: PersonIdentity,
};
const callback = { callbackUrl: Type.String({ pattern: '^https?://', maxLength: 500 }) };

export const PlainRequest = Type.Object(asked, strict);
export const CallbackRequest = Type.Object({ ...asked, ...callback }, strict);
export const FamilyRequest = Type.Object(
  {
    ...asked,
    family: Type.Optional(Type.Array(FamilyMember, { maxItems: mostFamily })),
    question: Type.Optional(PassportQuestion),
  },
  strict,
);
export const BankRequest = Type.Object(
  { ...asked, ...callback, subject: Type.Optional(BankSubject) },
  strict,
);

/** Registers behind a temporary permit must be told what is asked of the person. */
export const permitRequests = {
  'permit-register': Type.Object({ ...asked, question: PermitQuestion }, strict),
  'labour-contracts': Type.Object({ ...asked, question: ContractQuestion }, strict),
  'insurance-register': Type.Object({ ...asked, question: InsuranceQuestion }, strict),
  'kinship-register': Type.Object({ ...asked, question: KinshipQuestion }, strict),
} as const satisfies Record<PermitRegister, TSchema>;

/** An attempt to be booked at a level, or a certificate to be confirmed. */
export const TestingCentreRequest = Type.Union([
  Type.Object({ ...asked, ...callback, level: Type.Enum([...languageLevels]) }, strict),
  Type.Object({ ...asked, ...callback, certificate: LanguageCertificate }, strict),
]);
