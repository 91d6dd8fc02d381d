/** Temporary permits on the record, by the lives of `permit-files`, and people whose acts are held against the rules. */
import { randomBytes } from 'node:crypto';
import type { ActAnswer, Casework } from '../../../api/casework';
import { caseTime, persons, prefilledValues } from '../../../db/schema';
import { createCases } from '../../../db/reads/cases';
import { caseIdFrom } from '../../../domain/case-id';
import type { StateSource } from '../../../domain/permit';
import type { PersonIdentity } from '../../../domain/person';
import { whyNot } from '../../../policy/moves';
import { permitLives, type PermitStatus } from '../../support/permit-files';
import { permitPerson } from '../../support/permit-forms';
import { story, type Told } from '../../support/tell';
import type { Office } from './office';

export const permitHolder = 'timur';
export const holder: PersonIdentity = {
  surname: 'Marker-Surname',
  givenName: 'Rustam',
  citizenship: 'UZB',
  passportNumber: 'FA9100417',
  ...permitPerson,
};

interface Unlike {
  /** What a register said of the form's fields. */
  prefilled?: { pointer: string; value: string; source: StateSource }[];
  /** The instant in which the case lives now; every life of `permit-files` begins on 4 May 2026. */
  now?: string;
  then?: readonly Told[];
  /** The account that filed; without one `permitHolder` did. */
  employerId?: string;
}

/** Puts a permit of `permitHolder` on the record, with the person and what the registers said; its id. */
export async function recordPermit(
  office: Office,
  status: PermitStatus,
  { prefilled = [], now = '2026-05-12T06:00:00.000Z', then = [], employerId }: Unlike = {},
): Promise<string> {
  const { db } = office.deps;
  const caseId = caseIdFrom(randomBytes(11));
  const personId = `person-of-${caseId}`;
  const sha256 = 'c'.repeat(64);
  await db.insert(persons).values({ personId, caseId, identity: holder, sha256 });
  await db.insert(caseTime).values({ caseId, offsetMs: Date.parse(now) - Date.now() });
  const events = story([...permitLives[status], ...then]).map((event) => {
    if (event.type !== 'application-opened') return event;
    const { permit = null } = event.data;
    const filer = permit && employerId && { applicantId: employerId, permit: { ...permit, employerId } };
    return { ...event, data: { ...event.data, personId, ...filer } };
  });
  await office.record.appendEvents(caseId, events);
  if (prefilled.length > 0) {
    const rows = prefilled.map((value) => ({ ...value, caseId, answerId: 'answer-1' }));
    await db.insert(prefilledValues).values(rows);
  }
  return caseId;
}

/** Every act of this casework is held against the rules, as the workflow of the case would. */
export function heldAgainstRules(office: Office): Casework {
  const { findCase } = createCases(office.deps.db);
  return {
    ...office.casework,
    async act(verb, entry): Promise<ActAnswer> {
      const answer = await office.casework.act(verb, entry);
      const { data } = office.asked.at(-1)!.entry as { data: never };
      const row = await findCase(entry.caseId);
      if (row === undefined) return answer;
      const effectiveAt = new Date(Date.now() + row.offsetMs).toISOString();
      const code = whyNot(verb, row.file, { actor: entry.actor, data, effectiveAt });
      return code === undefined ? answer : { kind: 'refused', number: 7, code };
    },
  };
}
