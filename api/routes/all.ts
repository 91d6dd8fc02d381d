/** Where each group of routes begins. */
import type { FastifyInstance } from 'fastify';
import type { Reads } from '../../db/reads/reads';
import type { CaseAccess } from '../case-access';
import type { AppDependencies } from '../dependencies';
import { actRoutes } from './acts';
import { agencyRoutes } from './agencies';
import { alarmRoutes } from './alarms';
import { applicantActRoutes } from './applicant-acts';
import { applicationRoutes } from './applications';
import { applicationStatusRoutes } from './application-status';
import { assignmentRoutes } from './assignment';
import { auditProofRoutes } from './audit-proofs';
import { bulkFilingRoutes } from './bulk-filings';
import { bulkUploadRoutes } from './bulk-upload';
import { calendarRoutes } from './calendar';
import { callbackRoutes } from './callbacks';
import { caseRoutes } from './cases';
import { clockActRoutes } from './clock-acts';
import { auditClockRoutes, officeClockRoutes, ownClockRoutes } from './clock';
import { complaintRoutes } from './complaints';
import { decisionRoutes } from './decisions';
import { developmentRoutes } from './development';
import { officeDocumentRoutes, ownDocumentRoutes } from './document-bytes';
import { documentRoutes } from './documents';
import { employerReadingRoutes } from './employer-reading';
import { employerActRoutes } from './employers';
import { findingRoutes } from './findings';
import { formRoutes } from './form';
import { healthRoutes } from './health';
import { interviewRoutes } from './interviews';
import { languageProofRoutes } from './language-proof';
import { noticeRoutes } from './notices';
import { permitRoutes } from './permits';
import { permitActRoutes, permitChangeRoutes } from './permit-acts';
import { provisionRoutes } from './provision';
import { recordRoutes } from './record';
import { slackRoutes } from './slack';
import { submissionRoutes } from './submission';
import { voidedAttemptRoutes } from './voided-attempts';
import { worklistRoutes } from './worklist';

export type RouteDependencies = AppDependencies & { reads: Reads; access: CaseAccess };

const application = { prefix: '/applications/:caseId' };
const caseOnDesk = { prefix: '/admin/cases/:caseId' };
const caseUnderAudit = { prefix: '/audit/cases/:caseId' };

export async function addRoutes(app: FastifyInstance, deps: RouteDependencies): Promise<void> {
  await app.register(applicationRoutes(deps), { prefix: '/applications' });
  await app.register(permitRoutes(deps), { prefix: '/applications' });
  await app.register(applicationStatusRoutes(deps), application);
  await app.register(permitChangeRoutes(deps), application);
  await app.register(languageProofRoutes(deps), application);
  await app.register(applicantActRoutes(deps), application);
  await app.register(formRoutes(deps), application);
  await app.register(documentRoutes(deps), application);
  await app.register(ownDocumentRoutes(deps), application);
  await app.register(submissionRoutes(deps), application);
  await app.register(provisionRoutes(deps), application);
  await app.register(ownClockRoutes(deps), application);
  await app.register(noticeRoutes(deps), application);

  await app.register(employerActRoutes(deps), { prefix: '/employers' });
  await app.register(employerReadingRoutes(deps), { prefix: '/employers' });
  await app.register(bulkUploadRoutes(deps), { prefix: '/employers' });
  await app.register(bulkFilingRoutes(deps), { prefix: '/employers' });

  await app.register(worklistRoutes(deps), { prefix: '/admin' });
  await app.register(slackRoutes(deps), { prefix: '/admin' });
  await app.register(agencyRoutes(deps), { prefix: '/admin/agencies' });
  await app.register(alarmRoutes(deps), { prefix: '/admin/alarms' });
  await app.register(calendarRoutes(deps), { prefix: '/admin/calendar/:version' });
  await app.register(caseRoutes(deps), caseOnDesk);
  await app.register(officeDocumentRoutes(deps), caseOnDesk);
  await app.register(assignmentRoutes(deps), caseOnDesk);
  await app.register(voidedAttemptRoutes(deps), caseOnDesk);
  await app.register(findingRoutes(deps), caseOnDesk);
  await app.register(interviewRoutes(deps), caseOnDesk);
  await app.register(decisionRoutes(deps), caseOnDesk);
  await app.register(permitActRoutes(deps), caseOnDesk);
  await app.register(complaintRoutes(deps), caseOnDesk);
  await app.register(clockActRoutes(deps), caseOnDesk);
  await app.register(officeClockRoutes(deps), caseOnDesk);

  await app.register(recordRoutes(deps), caseUnderAudit);
  await app.register(auditClockRoutes(deps), caseUnderAudit);
  await app.register(auditProofRoutes(deps), caseUnderAudit);
  await app.register(callbackRoutes(deps), { prefix: '/callbacks' });
  await app.register(actRoutes(deps), { prefix: '/acts' });
  await app.register(healthRoutes(deps), { prefix: '/health' });

  const { fastForward, access } = deps;
  if (fastForward) await app.register(developmentRoutes({ fastForward, access }), { prefix: '/development' });
}
