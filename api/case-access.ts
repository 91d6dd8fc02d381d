/** Which case an address means, and whether its caller may know that it exists. */
import type { Actor } from '../domain/actor';
import { findCaseId } from '../domain/case-id';
import { isFiler, type Role } from '../domain/roles';
import type { CaseRow } from '../db/reads/cases';
import type { Position } from '../db/reads/positions';
import type { Reads } from '../db/reads/reads';
import { Problem } from './problems';

/**
 * Both take the id as a person typed it. For an applicant or a delegate, another's case and one that does not exist look
 * alike: Problem not-found. Regions of caseworkers will be asked here too.
 */
export function createCaseAccess(reads: Reads) {
  async function getPosition(actor: Actor, spokenId: string): Promise<Position & { caseId: string }> {
    const caseId = getCaseId(spokenId);
    const position = await reads.findPosition(caseId);
    if (position === undefined || (await isForeign(actor, position.applicantId)))
      throw new Problem('not-found');
    return { ...position, caseId };
  }

  async function getCase(actor: Actor, spokenId: string): Promise<CaseRow> {
    const row = await reads.findCase(getCaseId(spokenId));
    if (row === undefined || (await isForeign(actor, row.file.applicantId))) throw new Problem('not-found');
    return row;
  }

  /**
   * The one of several roles in which a person deals with a case: as whose own it is, else one for which it is there,
   * else undefined.
   */
  async function findRoleIn(spokenId: string, id: string, roles: readonly Role[]): Promise<Role | undefined> {
    const caseId = findCaseId(spokenId);
    const position = caseId === undefined ? undefined : await reads.findPosition(caseId);
    if (position === undefined) return undefined;
    const { applicantId } = position;
    const foreign = await Promise.all(roles.map((role) => isForeign({ id, role }, applicantId)));
    const fitting = roles.filter((_, index) => !foreign[index]);
    return fitting.find(isFiler) ?? fitting[0];
  }

  /** What an account filed has the account for its applicant. */
  async function isForeign({ role, id }: Actor, applicantId: string): Promise<boolean> {
    if (role === 'employer') return (await reads.findDelegation(applicantId, id)) !== 'lasts';
    return role === 'applicant' && id !== applicantId;
  }

  return {
    getPosition,
    getCase,
    findRoleIn,
    /** The id in its one spelling. */
    getKnownId: async (actor: Actor, spokenId: string): Promise<string> =>
      (await getPosition(actor, spokenId)).caseId,
  };
}
export type CaseAccess = ReturnType<typeof createCaseAccess>;

function getCaseId(spokenId: string): string {
  const caseId = findCaseId(spokenId);
  if (caseId === undefined) throw new Problem('not-found');
  return caseId;
}
