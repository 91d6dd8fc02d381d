/** Questions to the testing centre: an attempt to be booked, a certificate to be confirmed. */
import type { AgencyClients } from '../clients/agency-clients';
import type { CaseEvidence } from '../db/case-evidence';
import type { LanguageLevel } from '../domain/events';
import { createRequester, orUnreachable, type Asked, type AskReply } from './reach-agency';

interface Deps {
  evidence: CaseEvidence;
  agencies: AgencyClients;
}

export function createTestingCentreActivities({ evidence, agencies: { testingCentre } }: Deps) {
  const requestOf = createRequester(evidence);

  return {
    /** Idempotent by request id at the centre; the result comes as a letter. */
    bookTestAttempt: ({ level, ...asked }: Asked & { level: LanguageLevel }): Promise<AskReply> =>
      orUnreachable(async () => {
        await testingCentre.bookAttempt({ ...(await requestOf('testing-centre', asked)), level });
        return { kind: 'accepted' };
      }),

    /** Whether a certificate that was presented is genuine, and this person's; the confirmation comes as a letter. */
    askCertificate: ({ certificateId, ...asked }: Asked & { certificateId: string }): Promise<AskReply> =>
      orUnreachable(async () => {
        const certificate = await evidence.getCertificate(certificateId);
        await testingCentre.confirmCertificate({
          ...(await requestOf('testing-centre', asked)),
          certificate,
        });
        return { kind: 'accepted' };
      }),
  };
}
