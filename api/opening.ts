/** What every opening of a case shares: whom it is about, where notices go, what is kept beside the act. */
import { randomBytes } from 'node:crypto';
import type { Static } from 'typebox';
import type { Tx } from '../db/connect';
import { keepContactInTx } from '../db/desk/deliveries';
import { preparePerson } from '../db/desk/persons';
import { caseIdFrom } from '../domain/case-id';
import { formFaults } from '../domain/form/faults';
import { findPersonFaults, type PersonIdentity } from '../domain/person';
import type { Filing } from '../policy/filing';
import { languageOf } from './language';
import { Problem } from './problems';
import type { Contact } from './schemas/application';

interface Opened {
  person: PersonIdentity;
  /** Drawn where it was not planned before. */
  caseId?: string;
  contact?: Static<typeof Contact> | undefined;
  acceptLanguage?: string | undefined;
  /** The law's date of the filing. */
  filedOn: string;
}

/** A new case id with the data that says who it is about. Throws Problem invalid-input for what cannot be. */
export function prepareOpening({ person: identity, contact = {}, ...opened }: Opened) {
  refuseFaultyPerson(identity, opened.filedOn);
  const { email = null, language = languageOf(opened.acceptLanguage) } = contact;
  const { caseId = newCaseId() } = opened;
  const person = preparePerson(caseId, identity);
  const { personId, sha256: personSha256 } = person;
  return {
    caseId,
    data: { personId, personSha256, ...(email !== null && { notifyBy: 'email' as const }) },
    alongside: async (tx: Tx) => {
      await person.keepInTx(tx);
      await keepContactInTx(tx, { caseId, email, language });
    },
  };
}

export function newCaseId(): string {
  return caseIdFrom(randomBytes(11));
}

/** Under which policy and calendar it is filed; throws the problem that names the rule against it. */
export function getFiled(filing: Filing): { policyVersion: string; calendar: string } {
  if (!filing.ok) throw new Problem(filing.code, filing.rule && { rule: filing.rule });
  const { policyVersion, calendar } = filing;
  return { policyVersion, calendar };
}

function refuseFaultyPerson(person: PersonIdentity, on: string): void {
  const errors = findPersonFaults(person, on).map(({ pointer, code }) => ({
    pointer: `/person${pointer}`,
    code,
    message: formFaults[code],
  }));
  if (errors.length > 0) throw new Problem('invalid-input', { errors });
}
