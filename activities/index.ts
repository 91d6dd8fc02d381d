/** The only side effects of a case, put together from what they need. */
import type { AgencyClients } from '../clients/agency-clients';
import type { AgencyLines } from '../db/agency-lines';
import type { Alarms } from '../db/alarms';
import type { CaseEvidence } from '../db/case-evidence';
import type { Heartbeat } from '../db/heartbeat';
import type { HistoryStore } from '../db/history-store';
import type { PrefilledValues } from '../db/prefilled-values';
import type { Permits } from '../db/permits';
import type { Places } from '../db/places';
import type { EmployerReads } from '../db/reads/employers';
import type { LanguageProofs } from '../db/reads/language-proofs';
import type { PrefilledReads } from '../db/reads/prefilled';
import type { CaseRecord } from '../db/record';
import { createAgencyActivities } from './ask-agencies';
import { createTestingCentreActivities } from './ask-testing-centre';
import { createPermitActivities } from './make-permit';
import { createStateDataActivities } from './fetch-state-data';
import { createExportActivities, type FetchHistory } from './export-history';
import { createRecordActivities } from './keep-record';
import { createRuleActivities } from './apply-rules';

export interface ActivityDeps {
  record: CaseRecord;
  evidence: CaseEvidence;
  alarms: Alarms;
  proofs: LanguageProofs;
  heartbeat: Heartbeat;
  histories: HistoryStore;
  agencies: AgencyClients;
  prefilled: PrefilledValues & PrefilledReads;
  employers: Pick<EmployerReads, 'findEmployer'>;
  permits: Permits;
  places: Places;
  lines: AgencyLines;
  fetchHistory: FetchHistory;
}

export function createActivities(deps: ActivityDeps) {
  return {
    ...createRecordActivities(deps),
    ...createRuleActivities(deps),
    ...createAgencyActivities(deps),
    ...createTestingCentreActivities(deps),
    ...createStateDataActivities(deps),
    ...createPermitActivities(deps),
    ...createExportActivities(deps),
  };
}
export type Activities = ReturnType<typeof createActivities>;
