/** Which sections a purpose and a filing need beside passport, stay and family. */
import { when, type Filing, type FormFault } from '../form/faults';
import type { FilingKind, PermitPurpose } from '../permit';

/** `filedOn` is the law's date; `person` as the application was opened for. */
export interface PermitFiling extends Pick<Filing, 'filedOn' | 'person'> {
  purpose: PermitPurpose;
  filing: FilingKind;
  /** Of the account that files; null where the person does. */
  employerBin?: string | null;
}

export type PermitSection = 'sponsor' | 'employment' | 'study' | 'treatment' | 'groundLost' | 'currentPermit';

const byPurpose = {
  family: ['sponsor'],
  'work-with-permit': ['employment'],
  'work-without-permit': ['employment'],
  'eaeu-work': ['employment'],
  study: ['study'],
  treatment: ['treatment'],
  business: [],
  'ethnic-kazakh': [],
  missionary: ['sponsor'],
  humanitarian: [],
  'ground-lost': ['groundLost'],
} as const satisfies Record<PermitPurpose, readonly PermitSection[]>;

const byFiling = {
  issue: [],
  renewal: ['currentPermit'],
} as const satisfies Record<FilingKind, readonly PermitSection[]>;

export function sectionsOf(purpose: PermitPurpose, filing: FilingKind): readonly PermitSection[] {
  return [...byPurpose[purpose], ...byFiling[filing]];
}

/** Whether an employer may file for it: the permit rests on the work that he gives. */
export function restsOnWork(purpose: PermitPurpose): boolean {
  return sectionsOf(purpose, 'issue').includes('employment');
}

export function findSectionsMissing(
  form: { [Section in PermitSection]?: unknown },
  { purpose, filing }: PermitFiling,
): FormFault[] {
  return sectionsOf(purpose, filing).flatMap((name) => when(form[name] === undefined, `/${name}`, 'missing'));
}

/** Whatever must still last on the day of filing. */
export function faultsOfEnd(
  until: string | undefined,
  pointer: string,
  { filedOn }: Pick<Filing, 'filedOn'>,
): FormFault[] {
  return when(until !== undefined && until < filedOn, pointer, 'already-ended');
}
