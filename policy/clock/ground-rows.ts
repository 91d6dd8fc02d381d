/** The row of the policy behind each ground on which a clock stands, or its term is extended. */
import type { Ledger } from '../../domain/clock';
import type { StopReason } from '../../domain/events';
import { permanentPolicyOf, type Policy } from '../policies';
import type { Confidence, Rule } from '../rule';

/** Why a clock runs: its own term. */
export const termBasis = 'term';

export interface GroundRow {
  basis: string;
  source: string;
  confidence: Confidence;
}

/** The grounds of stops that the policy of a case knows, each with its row. */
export function stopRows(policy: Policy): ReadonlyMap<string, Rule<unknown>> {
  const { clocksStandFor, stops, outageMinutes } = policy;
  const byOfficer = Object.keys(stops.value).map(
    (reason) => [officerBasis(reason as StopReason), stops] as const,
  );
  return new Map<string, Rule<unknown>>([
    ...Object.entries(clocksStandFor),
    ...byOfficer,
    ['service-outage', outageMinutes],
    ...(policy.kind === 'permanent-residence'
      ? [['retake-ban', permanentPolicyOf(policy.version).language.retakeBanDays] as const]
      : []),
  ]);
}

/** The same of extensions; by the rule only where the policy lets the rule extend. */
export function extensionRows({ extensionMonths, termEnd }: Policy): ReadonlyMap<string, Rule<unknown>> {
  return new Map<string, Rule<unknown>>([
    ['supervisor', extensionMonths],
    ...(termEnd.value.action === 'extend' ? [['rule', termEnd] as const] : []),
  ]);
}

export function officerBasis(reason: StopReason): string {
  return `officer:${reason}`;
}

/** Of what a ledger names, each once, in the order of the alphabet; what the policy does not know has no row. */
export function rowsOf(policy: Policy, { stops, extensions }: Ledger): GroundRow[] {
  const known = new Map([...stopRows(policy), ...extensionRows(policy)]);
  const named = [...new Set([...stops, ...extensions].map(({ basis }) => basis))].sort();
  return named.flatMap((basis) => {
    const row = known.get(basis);
    return row === undefined ? [] : [{ basis, source: row.source, confidence: row.confidence }];
  });
}
