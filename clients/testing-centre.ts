/** Our line to the testing centre, which books attempts and confirms certificates, and answers by callback. */
import { Acceptance } from './acceptance';
import { type AgencyLine, type AgencyRequest, createAsk } from './ask-agency';
import type { LanguageLevel } from '../domain/events';
import type { LanguageCertificate } from '../domain/language-certificate';

/** Where each of its letters goes. */
interface CallbackUrls {
  results: string;
  certificates: string;
}

export function createTestingCentreClient(line: AgencyLine, callbackUrls: CallbackUrls) {
  const ask = createAsk('testing-centre', line, { expected: 202, schema: Acceptance });
  return {
    /**
     * Idempotent by requestId; throws AgencyTrouble. `sitsAt` is an ISO instant where the centre names one; the
     * result is a TestResult to the callback.
     */
    async bookAttempt({ requestId, person, level }: AgencyRequest & { level: LanguageLevel }) {
      const callbackUrl = callbackUrls.results;
      const { reference, sitsAt } = await ask({ requestId, person, level, callbackUrl });
      return { kind: 'accepted' as const, reference, sitsAt };
    },

    /** Idempotent by requestId; throws AgencyTrouble. The answer is a CertificateConfirmation to the callback. */
    async confirmCertificate(request: AgencyRequest & { certificate: LanguageCertificate }) {
      const { requestId, person, certificate } = request;
      const callbackUrl = callbackUrls.certificates;
      const { reference } = await ask({ requestId, person, certificate, callbackUrl });
      return { kind: 'accepted' as const, reference };
    },
  };
}
