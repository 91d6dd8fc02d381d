/** Whether whoever reads a case is the person whom it is about, as far as his token tells. */
import type { Reads } from '../db/reads/reads';
import { isSamePerson, type PersonIdentity, type PersonPapers } from '../domain/person';
import { createLru } from './lru';

/** `papers`: whose account it is; undefined where the token does not tell. */
export function isPersonOf(papers: PersonPapers | undefined, person: PersonIdentity | undefined): boolean {
  return papers !== undefined && person !== undefined && isSamePerson(papers, person);
}

const rememberedReaders = 5_000;

/** Remembered by case and papers: whom a case is about does not change. */
export function createReaderCheck({ findCase, findPerson }: Pick<Reads, 'findCase' | 'findPerson'>) {
  const known = createLru<string, boolean>(rememberedReaders);

  return async (caseId: string, papers: PersonPapers | undefined): Promise<boolean> => {
    if (papers === undefined) return false;
    const key = JSON.stringify([caseId, papers]);
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const row = await findCase(caseId);
    const isPerson = isPersonOf(papers, row && (await findPerson(row.file.personId)));
    known.set(key, isPerson);
    return isPerson;
  };
}
