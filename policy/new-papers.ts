/** A new paper that an agency vouches for is checked anew: the agency is asked again, or a person judges it. */
import type { Check } from '../domain/agencies';
import type { CaseFile } from '../domain/case-file';
import { agencyBehind, newPaper, type DocumentRef, type Recheck } from '../domain/evidence';

/** It knows of a paper by what the form says of it, which nobody can change any more: not of another one. */
const asksByForm: readonly Check[] = ['bank'];

/** An agency that is asked about the person and has not answered yet is not asked twice. */
export function rechecksOf({ checks }: CaseFile, documents: readonly DocumentRef[]): Recheck[] {
  const behind = [...new Set(documents.flatMap(({ kind }) => agencyBehind[kind] ?? []))];
  return behind.flatMap((check): Recheck[] => {
    const found = checks?.[check];
    if (found === undefined) return [];
    if (asksByForm.includes(check)) return [{ check, ask: null }];
    return found.result === null ? [] : [{ check, ask: found.asks + 1 }];
  });
}

/** Whether a person alone can say whether the paper holds. */
export function isForPersonAlone(found: { codes: readonly string[] } | undefined): boolean {
  return found !== undefined && found.codes.includes(newPaper);
}
