/** What a guard is: it looks at case and act, and names the problem when the act may not be. */
import type { Act } from '../domain/acts';
import type { CaseFile } from '../domain/case-file';
import type { ProblemCode } from '../domain/problems';
import type { UpdateVerb } from '../domain/verbs';

export type Guard<V extends UpdateVerb> = (
  file: CaseFile,
  act: Pick<Act<V>, 'actor' | 'data' | 'effectiveAt'>,
) => ProblemCode | undefined;

export type Guards<V extends UpdateVerb> = { [K in V]: Guard<K> };
