/** What can have become of an entry in the register. */
export const intakeStates = ['received', 'answered', 'refused', 'kept'] as const;
export type IntakeState = (typeof intakeStates)[number];
