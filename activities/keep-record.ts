/** Writing the record of a case, and looking into the register before a deadline takes something. */
import { setTimeout as sleep } from 'node:timers/promises';
import { ApplicationFailure } from '@temporalio/common';
import type { Outage } from '../domain/clock';
import type { CaseEvent } from '../domain/events';
import type { Alarms } from '../db/alarms';
import type { CaseEvidence } from '../db/case-evidence';
import type { Heartbeat } from '../db/heartbeat';
import { RecordConflict, type CaseRecord } from '../db/record';

interface Deps {
  record: CaseRecord;
  evidence: CaseEvidence;
  alarms: Alarms;
  heartbeat: Pick<Heartbeat, 'listOutagesSince'>;
}

/** So long a case stands still before the record is asked again whether a person has mended it. */
const conflictPause = '5 minutes';
const longestSkewMs = 5_000;

export function createRecordActivities({ record, evidence, alarms, heartbeat }: Deps) {
  return {
    /** Once, however often it is tried; over a conflict the case stands still, alarmed, until it is mended. */
    async appendEvents({ caseId, events }: { caseId: string; events: CaseEvent[] }): Promise<void> {
      try {
        await record.appendEvents(caseId, events);
      } catch (error) {
        if (!(error instanceof RecordConflict)) throw error;
        await alarms.raise({ code: 'record-conflict', caseId, detail: error.message });
        throw ApplicationFailure.create({
          message: error.message,
          type: error.name,
          nextRetryDelay: conflictPause,
        });
      }
    },

    /** Outages of ours that ended, or still lasted, after an instant, in the case's own time. */
    async findOutages({ caseId, since }: { caseId: string; since: string }): Promise<Outage[]> {
      return heartbeat.listOutagesSince(since, await evidence.offsetOf(caseId));
    },

    /** Numbers of acts stamped before an instant and not answered yet; PostgreSQL's clock must have passed it. */
    async findActsBefore({ caseId, before }: { caseId: string; before: string }): Promise<string[]> {
      const { numbers, clock } = await evidence.findActsBefore(caseId, before);
      const behindMs = Date.parse(before) - Date.parse(clock);
      if (behindMs <= 0) return numbers;
      await sleep(Math.min(behindMs + 1, longestSkewMs));
      throw new Error(`the register's clock is ${behindMs} ms behind the deadline`);
    },
  };
}
