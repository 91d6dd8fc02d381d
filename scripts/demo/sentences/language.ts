/** Sentences about the application and the proof of language. */
import type { LanguageEvents } from '../../../domain/events/language';
import { blockLines } from '../details';
import { spellDate, spellInstant } from '../law-time';
import { inWords, nameRegion } from '../who';
import { passMark, type Sentences } from './said';

export const languageSentences: Sentences<keyof LanguageEvents> = {
  'application-opened': ({ data: { region, policyVersion } }) => ({
    text: `opens an application in ${nameRegion(region)}; the policy of ${spellDate(policyVersion)} holds for it`,
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
  'certificate-presented': () => ({
    text: 'shows a certificate of the language instead of sitting the test',
  }),
  'certificate-confirmed': ({ data: { level } }) => ({ text: `✓ confirms the certificate, level ${level}` }),
  'certificate-not-confirmed': ({ data: { fault } }) => ({
    text: `✗ does not confirm the certificate: ${inWords(fault)}`,
  }),
};
