/** Accounts and their workers as a delegate sees them. */
import type { Employer } from '../../db/reads/employers';
import type { WorkerRow } from '../../db/reads/workers';
import { employerKindOf } from '../../domain/bin';
import { stageOf, waitingOn } from '../../domain/waiting';
import type { Worker } from '../schemas/employer';
import { viewStandingCertificate } from './procedure-view';

export function viewEmployer({ employerId, bin, name, openedAt }: Employer) {
  return { employerId, bin, name, kind: employerKindOf(bin), openedAt };
}

export function viewWorker({ file, waitingUntil, surname, givenName }: WorkerRow): Worker {
  const { caseId, permit, status, openedAt } = file;
  if (permit === null) throw new Error(`${caseId} is of an employer and not about a permit`);
  return {
    caseId,
    surname,
    givenName,
    filing: permit.filing,
    purpose: permit.purpose,
    stage: stageOf(file),
    status,
    openedAt,
    waitingOn: { ...waitingOn(file), until: waitingUntil },
    certificate: viewStandingCertificate(file),
  };
}
