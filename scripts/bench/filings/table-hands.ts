/** Hands as the service has them: its own activities, over its own adapters and tables. */
import { setTimeout as sleep } from 'node:timers/promises';
import { asyncLocalStorage, type Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { createAgencyActivities } from '../../../activities/ask-agencies';
import { createStateDataActivities } from '../../../activities/fetch-state-data';
import { createPermitActivities } from '../../../activities/make-permit';
import type { AgencyClients } from '../../../clients/agency-clients';
import { createAgencyLines } from '../../../db/agency-lines';
import { createAlarms } from '../../../db/alarms';
import { createCaseEvidence } from '../../../db/case-evidence';
import type { Database } from '../../../db/connect';
import { createPermits } from '../../../db/permits';
import { createPlaces } from '../../../db/places';
import { createPrefilledValues } from '../../../db/prefilled-values';
import { createEmployerReads } from '../../../db/reads/employers';
import { createPrefilledReads } from '../../../db/reads/prefilled';
import { createRecord } from '../../../db/record';
import { agencyTermsOn, type AgencyTerms } from '../../../policy/agency-terms';
import { agencyNames, type AgencyName } from '../../../domain/agencies';
import type { Hands } from './hands';
import type { InventedFiling } from './invented-filing';
import type { Post } from './post';
import { policyVersion } from './story';

/** Every pause of the service is shortened by this: ten thousand filings would wait for days otherwise. */
export const hurry = 200;
const mostTries = 500;
/** So long a letter is waited for before the agency is asked again. */
const patienceMs = 1_500;

export interface Desk {
  db: Database;
  clients: AgencyClients;
  post: Post;
}

export function createTableHands({ db, clients: agencies, post }: Desk) {
  const evidence = createCaseEvidence(db);
  const prefilled = { ...createPrefilledValues(db), ...createPrefilledReads(db) };
  const alarms = createAlarms(db, { error: () => undefined });
  const line = { evidence, alarms, lines: createAgencyLines(db), terms: openTerms(), agencies, prefilled };
  const asking = createAgencyActivities(line);
  const fetching = createStateDataActivities({ ...line, employers: createEmployerReads(db) });
  const making = createPermitActivities({
    evidence,
    prefilled,
    permits: createPermits(db),
    places: createPlaces(db),
  });
  const record = createRecord(db);

  return ({
    caseId,
    personId,
    person,
    purpose,
    filing: kind,
    filedOn,
    twice,
    employer,
  }: InventedFiling): Hands => ({
    async fetch(source, requestId) {
      const fetched = await untilHeard(async () => {
        const asked = { on: filedOn, employerId: employer?.employerId ?? null, filing: kind };
        const told = await fetching.fetchStateData({ caseId, personId, source, requestId, ...asked });
        return { ...told, kind: told.result };
      });
      const { pointers, answer, result } = fetched;
      return { source, pointers, answer, result: result === 'unreachable' ? 'nothing-found' : result };
    },
    prefilled: () => prefilled.listPrefilled(caseId),
    completeness: (filed) => making.checkCompleteness(filed),
    async ask(check, requestId) {
      const filing = { on: filedOn, formVersion: 1, purpose, filing: kind, policyVersion, prefilled: true };
      const reply = await untilHeard(() => asking.askAgency({ caseId, personId, check, requestId, filing }));
      if (reply.kind === 'unreachable') throw new Error(`${check} was not reached`);
      return reply;
    },
    hear: (onLetter) => void post.hear(caseId, { person, onLetter }),
    async awaitLetter(isThere) {
      for (let waitedMs = 0; waitedMs < patienceMs && !isThere(); waitedMs += 20) await sleep(20);
    },
    term: (granted) => making.computeTerm(granted),
    reserve: (place) => making.reservePlace({ caseId, ...place, filedOn, formVersion: 1, policyVersion }),
    async issue(granted) {
      const issued = await making.issuePermit(granted);
      return twice ? making.issuePermit(granted) : issued;
    },
    async keep(events) {
      await record.appendEvents(caseId, events);
      if (twice) await record.appendEvents(caseId, events);
    },
  });
}

/** No ceiling of ours, and a circuit that opens for an announced outage alone, and soon asks again. */
function openTerms(): Record<AgencyName, AgencyTerms> {
  const terms = agencyTermsOn('2026-04-13');
  const soon = { probeAfterSeconds: 1, longestProbeSeconds: 1, longestQuietSeconds: 1 };
  const open = { perSecond: 100_000, burst: 100_000, troublesToOpen: 1_000_000, ...soon };
  return Object.fromEntries(agencyNames.map((name) => [name, { ...terms[name], ...open }])) as Record<
    AgencyName,
    AgencyTerms
  >;
}

/** As Temporal and the workflow do: a failure after its own pause, a long wait as long as it says, only sooner. */
async function untilHeard<R extends { kind: string; pauseMs?: number }>(ask: () => Promise<R>): Promise<R> {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const context = { info: { scheduledTimestampMs: Date.now() } } as unknown as Context;
    const reply = await asyncLocalStorage.run(context, () => ask().catch(pauseOf));
    if (typeof reply === 'object' && reply.kind !== 'unreachable') return reply;
    await sleep((typeof reply === 'object' ? (reply.pauseMs ?? 1_000) : reply) / hurry);
  }
  throw new Error(`nobody was reached in ${mostTries} tries`);
}

function pauseOf(error: unknown): number {
  if (error instanceof ApplicationFailure && (error.nextRetryDelay ?? null) !== null)
    return Number(error.nextRetryDelay);
  throw error;
}
