/** Who a caller may be. */
export const roles = ['applicant', 'employer', 'caseworker', 'supervisor', 'auditor', 'operator'] as const;
export type Role = (typeof roles)[number];

/** Who files, for himself or for an account: a delegate does for a worker what an applicant does of a permit. */
export const filers = ['applicant', 'employer'] as const satisfies readonly Role[];

export function isFiler(role: string): boolean {
  return filers.some((filer) => filer === role);
}

/** Who works on cases and decides them: never on his own. */
export function isOfficer(role: string): boolean {
  return role === 'caseworker' || role === 'supervisor';
}
