/** Tells the clocks of a case from its record, and certifies them: as they stand now, or as they stood at one of its events. */
import { hashOfJson } from '../db/hash';
import type { Reads } from '../db/reads/reads';
import type { Actor } from '../domain/actor';
import type { ClockCertificate } from '../domain/clock-certificate';
import { tellClocks, type ToldCase } from '../domain/clock-record';
import type { CaseEvent } from '../domain/events';
import { certifyCase } from '../policy/clock/certify-case';
import type { CaseAccess } from './case-access';
import { caseInstant } from './case-time';
import { Problem } from './problems';

interface Deps {
  access: Pick<CaseAccess, 'getCase'>;
  reads: Pick<Reads, 'listEvents'>;
}

export function createClockDesk({ access, reads }: Deps) {
  /** Told from the record: the ledger itself does not keep who ended what. */
  async function getClocks(actor: Actor, spokenId: string) {
    const row = await access.getCase(actor, spokenId);
    const { caseId, seq } = row.file;
    const told = toldOf(caseId, await reads.listEvents(caseId, 0, seq));
    if (told.file.seq !== seq) throw new Error(`the record of case ${caseId} is gone`);
    return { row, told };
  }

  async function certifyNow(actor: Actor, spokenId: string): Promise<ClockCertificate> {
    const { row, told } = await getClocks(actor, spokenId);
    return certifyCase(told, { recordHash: row.headHash, at: caseInstant(row), hash: hashOfJson });
  }

  /**
   * As it was when that event was the last of the record, at the latest instant that the record knew: the same whenever it is
   * asked for. Problem not-found where the case has no such event.
   */
  async function certifyAfter(actor: Actor, spokenId: string, seq: number): Promise<ClockCertificate> {
    const { caseId } = (await access.getCase(actor, spokenId)).file;
    const events = await reads.listEvents(caseId, 0, seq);
    const last = events.at(-1);
    if (last?.seq !== seq) throw new Problem('not-found', { detail: 'The case has no such event.' });
    const told = toldOf(caseId, events);
    return certifyCase(told, { recordHash: last.hash, at: told.file.lastAt, hash: hashOfJson });
  }

  return { getClocks, certifyNow, certifyAfter };
}

function toldOf(caseId: string, events: readonly CaseEvent[]): ToldCase {
  const told = tellClocks(caseId, events);
  if (told === null) throw new Error(`the record of case ${caseId} is gone`);
  return told;
}
