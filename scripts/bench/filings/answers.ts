/** What each agency says of an invented person, in the shape that its answer has. */
import type { AgencyAnswers } from '../../../domain/agency-answers';
import { subjectFrom } from '../../../domain/answer-shape';
import type { PermitQuestion } from '../../../domain/permit-questions';
import type { AskedAgency, InventedFiling } from './invented-filing';

type Told = { [A in AskedAgency]: Omit<AgencyAnswers[A], 'requestId' | 'answerId'> };

/** `question`: what the registers behind a permit are asked beside the person. */
export function answersAbout<A extends AskedAgency>(
  agency: A,
  filing: InventedFiling,
  question: object = {},
): Told[A] {
  const { facts, person, filedOn, employer, employerKnown, namesake } = filing;
  const asked = subjectFrom(person);
  const whom = { asked, subject: asked };
  const another = { asked, subject: { ...asked, passportNumber: 'NAMESAKE1' } };
  const { bin }: PermitQuestion = question;
  const counted = { known: employerKnown, validPermits: employer?.elsewhere ?? 0 };
  const told: Told = {
    berkut: facts.berkut,
    'criminal-registry': { ...(namesake && another), ...facts['criminal-registry'] },
    'iin-registry': { ...(Object.keys(question).length > 0 && { question }), ...facts['iin-registry'] },
    'fingerprint-registry': facts['fingerprint-registry'],
    'security-service': facts['security-service'],
    'migration-register': { asOf: filedOn, ...facts['migration-register'] },
    'medical-registry': facts['medical-registry'],
    'permit-register': {
      ...whom,
      question,
      ...facts['permit-register'],
      employer: bin === undefined ? null : counted,
    },
    'labour-contracts': { ...whom, question, ...facts['labour-contracts'] },
    'insurance-register': { ...whom, question, ...facts['insurance-register'] },
    'kinship-register': { ...whom, question, ...facts['kinship-register'] },
  };
  return told[agency];
}

/** What the criminal registry says when it takes its answer back. */
export function otherwise({ record }: { record: unknown }): { record: 'none' | 'spent' } {
  return { record: record === 'none' ? 'spent' : 'none' };
}
