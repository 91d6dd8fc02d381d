/** The kinds of case that the service carries. */
export const caseKinds = ['permanent-residence', 'temporary-permit'] as const;
export type CaseKind = (typeof caseKinds)[number];
