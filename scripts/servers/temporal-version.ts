/** The Temporal server that we run. */
export const temporalVersion = '1.32.1';
