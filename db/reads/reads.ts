/** Everything the API reads; reading never wakes a workflow. */
import type { Database } from '../connect';
import { createHeartbeat } from '../heartbeat';
import { createAgencyReads } from './agencies';
import { createAlarmReads } from './alarms';
import { createBulkReads } from './bulk-filings';
import { createCalendarReads } from './calendar';
import { createCases } from './cases';
import { createEmployerReads } from './employers';
import { createEvents } from './events';
import { createEvidence } from './evidence';
import { createForms } from './forms';
import { createPrefilledReads } from './prefilled';
import { createNoticeReads } from './notices';
import { createPositions } from './positions';
import { createSlackList } from './slack';
import { createWorkerReads } from './workers';
import { createWorklist } from './worklist';

export function createReads(db: Database) {
  return {
    findPosition: createPositions(db),
    ...createCases(db),
    ...createEvents(db),
    ...createForms(db),
    ...createEvidence(db),
    ...createPrefilledReads(db),
    ...createNoticeReads(db),
    listTasks: createWorklist(db),
    listBySlack: createSlackList(db),
    ...createCalendarReads(db),
    ...createEmployerReads(db),
    ...createWorkerReads(db),
    ...createBulkReads(db),
    ...createAgencyReads(db),
    ...createAlarmReads(db),
    listKnownOutages: createHeartbeat(db).listKnownOutages,
  };
}
export type Reads = ReturnType<typeof createReads>;
