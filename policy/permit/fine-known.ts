/** A fine that alone puts a filing in time has to be known to the registry of offences: otherwise a person looks. */
import type { Check } from '../../domain/agencies';
import type { FindingResult } from '../../domain/events';
import type { WindowRule } from '../../domain/permit';
import { findPermitPolicy } from './policies';

interface Found {
  result: Exclude<FindingResult, 'no-answer'>;
  codes: string[];
}

/** `rule`: by which the filing was in time; undefined before it was filed, and of permanent residence. */
interface Filed {
  policyVersion: string;
  rule: WindowRule | undefined;
}

const registry: Check = 'criminal-registry';
/** As the registry's own finding says that offences are on record. */
const known = 'offences';

/** The finding as it stands in this case: what is adverse stays so, and an offence on record is judged as it is. */
export function withFineLookedFor<F extends Found>(
  found: F,
  check: Check,
  { policyVersion, rule }: Filed,
): F {
  const rests = rule === 'fifteen-days-after-a-fine' && check === registry;
  if (!rests || findPermitPolicy(policyVersion)?.finesLookedFor.value !== true) return found;
  if (found.codes.includes(known)) return found;
  const result = found.result === 'clear' ? ('unclear' as const) : found.result;
  return { ...found, result, codes: [...found.codes, 'fine-not-known'] };
}
