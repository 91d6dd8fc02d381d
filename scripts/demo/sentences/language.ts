/** Sentences about the application and the proof of language. */
import type { LanguageEvents } from '../../../domain/events/language';
import type { PermitFiling } from '../../../domain/permit';
import { policyOf } from '../../../policy/policies';
import { blockLines } from '../details';
import { spellDate, spellInstant } from '../law-time';
import { inWords, nameRegion } from '../who';
import { passMark, type Sentences } from './said';

export const languageSentences: Sentences<keyof LanguageEvents> = {
  'application-opened': ({ data: { region, policyVersion, permit } }) => ({
    text:
      `opens an application in ${nameRegion(region)}${permit === undefined ? '' : permitWords(permit)}; ` +
      `the policy of ${spellDate(policyOf(policyVersion).validFrom)} holds for it`,
  }),
  'language-test-booked': ({ data: { attempt, level } }) => ({
    text: `books attempt ${attempt} at the language test, level ${level}`,
  }),
  'language-test-result-received': ({ data: { passed, blocks, bannedItems, barredUntil } }) => ({
    text: `${passMark(passed)} sends the signed result: ${passed ? 'passed' : 'not passed'}`,
    details: [
      ...blockLines(blocks),
      ...(bannedItems ? ['✗ banned items were found on the applicant'] : []),
      ...(barredUntil === null ? [] : [`no further attempt before ${spellInstant(barredUntil)}`]),
    ],
  }),
  'attempt-voided': ({ data: { requestId } }, { file }) => ({
    text: file.testAttempts.some((attempt) => attempt.requestId === requestId)
      ? 'takes the attempt back, since no result came: it does not count'
      : 'takes the question about the certificate back, since no answer came',
  }),
  'certificate-presented': () => ({
    text: 'shows a certificate of the language instead of sitting the test',
  }),
  'certificate-confirmed': ({ data: { level } }) => ({ text: `✓ confirms the certificate, level ${level}` }),
  'certificate-not-confirmed': ({ data: { fault } }) => ({
    text: `✗ does not confirm the certificate: ${inWords(fault)}`,
  }),
};

function permitWords({ filing, purpose, employerId }: PermitFiling): string {
  const what = filing === 'renewal' ? 'to renew a permit' : 'for a permit';
  return ` ${what}, ${inWords(purpose)}${employerId === null ? '' : ', for one of the staff'}`;
}
