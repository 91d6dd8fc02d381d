/** Who a caller may be. */
export const roles = ['applicant', 'employer', 'caseworker', 'supervisor', 'auditor', 'operator'] as const;
export type Role = (typeof roles)[number];
