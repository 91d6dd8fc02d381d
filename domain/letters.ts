/** What agencies send later, by signed callback: whose letter it is, where it arrives, what it brings to a case. */
import type { CallbackAgency, CallbackCheck } from './agencies';
import { agencyAnswerSchemas, type AgencyAnswers, type TestResult } from './agency-answers';
import { CertificateConfirmation } from './language-certificate';

/** A check's letter goes by the name of the check; the testing centre sends two kinds. */
export type LetterKind = 'test-result' | 'certificate-confirmation' | CallbackCheck;

export type Letters = Pick<AgencyAnswers, CallbackCheck> & {
  'test-result': TestResult;
  'certificate-confirmation': CertificateConfirmation;
};
export type Letter = Letters[LetterKind];

/** The signals of a case that bring it an answer. */
export const newsVerbs = [
  'receiveTestResult',
  'receiveCertificateConfirmation',
  'receiveAgencyAnswer',
] as const;
export type NewsVerb = (typeof newsVerbs)[number];

/** `agency` signs it; `path` is where it arrives, below `/callbacks`. */
interface LetterRow {
  agency: CallbackAgency;
  path: string;
  verb: NewsVerb;
}

function ofCheck(check: CallbackCheck) {
  return { agency: check, path: `/${check}`, verb: 'receiveAgencyAnswer' } as const;
}

export const letters = {
  'test-result': { agency: 'testing-centre', path: '/testing-centre', verb: 'receiveTestResult' },
  'certificate-confirmation': {
    agency: 'testing-centre',
    path: '/testing-centre/certificates',
    verb: 'receiveCertificateConfirmation',
  },
  'criminal-registry': ofCheck('criminal-registry'),
  'security-service': ofCheck('security-service'),
  bank: ofCheck('bank'),
} as const satisfies Record<LetterKind, LetterRow>;

export const letterSchemas = {
  'test-result': agencyAnswerSchemas['testing-centre'],
  'certificate-confirmation': CertificateConfirmation,
  'criminal-registry': agencyAnswerSchemas['criminal-registry'],
  'security-service': agencyAnswerSchemas['security-service'],
  bank: agencyAnswerSchemas.bank,
} as const satisfies Record<LetterKind, unknown>;
