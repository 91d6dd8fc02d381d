/** What a register of the state fills in of the permit's form, read from its answer. */
import type { AgencyAnswers } from '../../domain/agency-answers';
import type { StateSource } from '../../domain/permit';
import { isLasting } from '../findings/in-force';
import { whyAnotherPerson } from '../findings/same-person';
import { currentPermitIn } from './current-permit';

/** `pointer` leads into the permit form, or to `/register/…` for what no field of it asks. */
export interface PrefilledValue {
  pointer: string;
  value: string | boolean;
}

interface Read {
  known: boolean;
  values: PrefilledValue[];
}

/** What had ended on the day of asking is not offered as filled in. */
type Readers = { [S in StateSource]: (answer: AgencyAnswers[S]) => Read };

const readers: Readers = {
  /** That the number exists and is the person's; of his document what it knows, and nothing where the number is another's. */
  'iin-registry': ({ status, document }) => {
    if (status !== 'match' || document === undefined) return { known: status === 'match', values: [] };
    const { issuedBy, issuedOn, validUntil } = document;
    return found(
      at('/passport/issuedBy', issuedBy),
      at('/passport/issuedOn', issuedOn),
      at('/passport/validUntil', validUntil),
    );
  },
  'fingerprint-registry': ({ status }) => found(status === 'match' && at('/register/fingerprints', true)),
  'permit-register': ({ registration, ...told }) => {
    const current = currentPermitIn(told);
    return found(
      current !== null && at('/currentPermit/number', current.number),
      current !== null && at('/currentPermit/validUntil', current.validUntil),
      registration !== null && at('/stay/addressCode', registration.addressCode),
      registration?.settlement !== undefined && at('/stay/settlement', registration.settlement),
      registration?.street !== undefined && at('/stay/street', registration.street),
    );
  },
  'insurance-register': ({ question: { on }, policies }) => {
    const lasting = policies.filter((each) => isLasting(each, on));
    const longest = lasting.toSorted((a, b) => a.until.localeCompare(b.until)).at(-1);
    if (longest === undefined) return found();
    return found(at('/insurance/policyNumber', longest.number), at('/insurance/validUntil', longest.until));
  },
  /** Where the question names an employer, whose account files, its own contract alone. */
  'labour-contracts': ({ question: { on, bin: asked }, contracts }) => {
    const registered = contracts.filter(
      (each) => each.status === 'registered' && isLasting(each, on) && each.bin === (asked ?? each.bin),
    );
    const newest = registered.toSorted((a, b) => a.from.localeCompare(b.from)).at(-1);
    if (newest === undefined) return found();
    const { bin, number, from, until } = newest;
    return found(
      at('/employment/bin', bin),
      at('/employment/contractNumber', number),
      at('/employment/contractFrom', from),
      until !== null && at('/employment/contractUntil', until),
    );
  },
};

/** Nothing where the answer is about another person: his facts fill nobody's form. Pure. */
export function prefilledFrom<S extends StateSource>(source: S, answer: AgencyAnswers[S]): PrefilledValue[] {
  return readPrefill(source, answer).values;
}

/** `known`: the register knows the person, even where that fills no field. */
export function readPrefill<S extends StateSource>(source: S, answer: AgencyAnswers[S]): Read {
  return whyAnotherPerson(answer) === undefined ? readers[source](answer) : found();
}

function at(pointer: string, value: string | boolean): PrefilledValue {
  return { pointer, value };
}

function found(...rows: (PrefilledValue | false)[]): Read {
  const values = rows.filter((row) => row !== false);
  return { known: values.length > 0, values };
}
