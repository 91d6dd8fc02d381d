/** Who a caller may be. */
export const roles = ['applicant', 'employer', 'caseworker', 'supervisor', 'auditor', 'operator'] as const;
export type Role = (typeof roles)[number];

/** Who works on cases and decides them: never on his own. */
export function isOfficer(role: string): boolean {
  return role === 'caseworker' || role === 'supervisor';
}
