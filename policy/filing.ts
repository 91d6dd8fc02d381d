/** Whether an application may be filed in a region on a day, and under which policy and calendar. */
import type { ProblemCode } from '../domain/problems';
import type { Region } from '../domain/regions';
import { findCalendarOn } from './clock/calendars';
import { permanentPolicies } from './permanent-policies';
import { findPolicyOn } from './policies';
import type { Rule } from './rule';

/** A rule by its name, as a refusal cites it. */
interface NamedRule extends Rule<unknown> {
  /** The version of the policy that the rule is a row of. */
  policy: string;
  name: string;
}

export type Filing =
  { ok: true; policyVersion: string; calendar: string } | { ok: false; code: ProblemCode; rule?: NamedRule };

const [first] = permanentPolicies;

/** No region takes part before the pilot begins. */
const notBegun = {
  code: 'region-not-in-pilot',
  rule: { policy: first.version, name: 'pilotFrom', ...first.pilotFrom },
} as const;

/** `on` is the law's date of filing (YYYY-MM-DD): the pilot takes applications up to and with its last day. */
export function readFiling(region: Region, on: string): Filing {
  const policy = findPolicyOn('permanent-residence', on);
  const calendar = findCalendarOn(on);
  if (policy === undefined || calendar === undefined) return { ok: false, ...notBegun };
  const { version, pilotUntil, regions } = policy;
  if (pilotUntil.value < on) {
    return { ok: false, code: 'pilot-over', rule: { policy: version, name: 'pilotUntil', ...pilotUntil } };
  }
  if (!regions.value.includes(region)) {
    return { ok: false, code: 'region-not-in-pilot', rule: { policy: version, name: 'regions', ...regions } };
  }
  return { ok: true, policyVersion: version, calendar: calendar.version };
}

/** The same for a temporary permit, which every region issues. */
export function readPermitFiling(on: string): Filing {
  const policy = findPolicyOn('temporary-permit', on);
  const calendar = findCalendarOn(on);
  if (policy === undefined || calendar === undefined) return { ok: false, code: 'permit-not-online-yet' };
  return { ok: true, policyVersion: policy.version, calendar: calendar.version };
}
