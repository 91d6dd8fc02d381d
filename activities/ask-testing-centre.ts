/** Questions to the testing centre: an attempt to be booked, a certificate to be confirmed. */
import type { AgencyClients } from '../clients/agency-clients';
import type { LanguageLevel } from '../domain/events';
import { createReach, orUnreachable, type Asked, type AskReply, type LineDeps } from './reach-agency';

interface Deps extends LineDeps {
  agencies: AgencyClients;
}

export function createTestingCentreActivities({ agencies: { testingCentre }, ...line }: Deps) {
  const reach = createReach(line);

  return {
    /** Idempotent by request id at the centre; the result comes as a letter. */
    bookTestAttempt: ({ level, ...asked }: Asked & { level: LanguageLevel }): Promise<AskReply> =>
      orUnreachable(async () => {
        await reach('testing-centre', asked, (request) => testingCentre.bookAttempt({ ...request, level }));
        return { kind: 'accepted' };
      }),

    /** Whether a certificate that was presented is genuine, and this person's; the confirmation comes as a letter. */
    askCertificate: ({ certificateId, ...asked }: Asked & { certificateId: string }): Promise<AskReply> =>
      orUnreachable(async () => {
        const certificate = await line.evidence.getCertificate(certificateId);
        await reach('testing-centre', asked, (request) =>
          testingCentre.confirmCertificate({ ...request, certificate }),
        );
        return { kind: 'accepted' };
      }),
  };
}
