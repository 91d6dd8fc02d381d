/** Whether an answer is about the person who was asked about: passport, citizenship and IIN decide, a name never does. */
import type { Named } from '../../domain/answer-shape';

/**
 * The code of what makes the answer one for a person to judge; undefined where it is the same person, or the agency
 * does not say whose file it read. That he is ours was compared when the answer came. An IIN that only one side knows decides nothing.
 */
export function whyAnotherPerson({ asked, subject }: Named): string | undefined {
  if (asked === undefined || subject === undefined) return undefined;
  const samePassport =
    asked.passportNumber === subject.passportNumber && asked.citizenship === subject.citizenship;
  const sameIin = asked.iin === undefined || subject.iin === undefined || asked.iin === subject.iin;
  if (samePassport && sameIin) return undefined;
  const sameIinKnown = asked.iin !== undefined && asked.iin === subject.iin;
  if (samePassport || sameIinKnown) return 'identity-contradicted';
  return asked.bornOn === subject.bornOn ? 'same-name-only' : 'answer-about-another-person';
}
