/** Who a caller may be. */
export const roles = ['applicant', 'caseworker', 'supervisor', 'auditor', 'operator'] as const;
export type Role = (typeof roles)[number];
