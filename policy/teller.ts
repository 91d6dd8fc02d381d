/** What a teller is: it turns an act that was allowed into what the record will say of it. */
import type { Act } from '../domain/acts';
import type { CaseFile } from '../domain/case-file';
import type { EventBody } from '../domain/events';
import type { UpdateVerb } from '../domain/verbs';

export type Teller<V extends UpdateVerb> = (file: CaseFile, act: Act<V>) => EventBody[];
export type Tellers<V extends UpdateVerb> = { [K in V]: Teller<K> };
