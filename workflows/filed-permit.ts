/** What the file of a permit says of its filing, for those who act on it; and who acts where a rule does. */
import { theService } from '../domain/actor';
import type { CaseFile } from '../domain/case-file';
import type { EventMeta } from '../domain/events';
import { lawDate } from '../domain/law-day';
import type { PermitFile } from '../domain/permit-file';
import type { Life } from './life';

export function filedIn(file: CaseFile) {
  const { caseId, personId, policyVersion, form } = file;
  if (form === null) throw new Error('nothing was filed');
  const { filing, purpose } = permitOf(file);
  const filedOn = lawDate(form.submittedAt);
  return { caseId, personId, policyVersion, filing, purpose, formVersion: form.version, filedOn };
}

export function permitOf({ permit }: CaseFile): PermitFile {
  if (permit === null) throw new Error('the case is not about a permit');
  return permit;
}

/** Whose place is counted: the account's, or that of the employer in the form that counts. */
export function placedIn(file: CaseFile) {
  const { caseId, formVersion, filedOn, policyVersion } = filedIn(file);
  return { caseId, formVersion, filedOn, policyVersion, employerId: permitOf(file).employerId };
}

export function byRule({ file }: Life, causeId: string): EventMeta {
  const now = new Date().toISOString();
  return { effectiveAt: now > file.lastAt ? now : file.lastAt, actor: theService, causeId };
}
