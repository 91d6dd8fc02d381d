/** The channel on which every committed change of a case is announced; the payload is `<case id> <seq>`. */
export const caseChanged = 'case_changed';
