/** The line to an agency: how it stands, why a question may not leave now, how trouble on it counts. */

/** `open` for business · `slow`: open, but its last reply came late or not in time · `down`: nobody asks but a probe. */
export const lineStates = ['open', 'slow', 'down'] as const;
export type LineState = (typeof lineStates)[number];

/** How an operator sees it. */
export const agencyStates = [...lineStates, 'held'] as const;

export const holdActs = ['held', 'released'] as const;
export type HoldAct = (typeof holdActs)[number];

/** Why a question may not leave now: the ceiling, the circuit, the agency's own wish, an operator's order. */
export const lineRefusals = ['ceiling', 'down', 'quiet', 'held'] as const;
export type LineRefusal = (typeof lineRefusals)[number];

/**
 * How trouble counts towards `down`: `each-time`, `once-a-question` (it may be the question's own), `at-once` (the agency
 * announced it), or `not-at-all` (it replied: the line works).
 */
export type TroubleWeight = 'each-time' | 'once-a-question' | 'at-once' | 'not-at-all';
