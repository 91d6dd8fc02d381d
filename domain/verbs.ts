/** The acts that change a case, one word each: operationId, update name, function and button. */
export const verbs = [
  'openApplication',
  'openPermitApplication',
  'bookLanguageTest',
  'presentCertificate',
  'saveForm',
  'uploadDocument',
  'submitForm',
  'provideDocuments',
  'confirmInterview',
  'requestInterviewChange',
  'objectToRefusal',
  'fileComplaint',
  'withdrawApplication',
  'assignCase',
  'voidAttempt',
  'judgeFinding',
  'judgeDocuments',
  'requestDocuments',
  'askAgencyAgain',
  'scheduleInterview',
  'recuseFromInterview',
  'recordInterview',
  'proposeDecision',
  'decideApplication',
  'recordHearing',
  'approveDecision',
  'returnDecision',
  'proposeAnnulment',
  'reportChange',
  'decideChange',
  'supportReopening',
  'decideReopening',
  'satisfyComplaint',
  'decideComplaint',
  'stopClock',
  'resumeClock',
  'extendClock',
  'adoptCalendar',
] as const;
export type Verb = (typeof verbs)[number];

/** Drafts and document bytes stay in PostgreSQL and never enter a workflow. */
export const desktopVerbs = ['saveForm', 'uploadDocument'] as const satisfies readonly Verb[];
export type DesktopVerb = (typeof desktopVerbs)[number];

/** The verbs that begin a case, one for each kind. */
export const openingVerbs = ['openApplication', 'openPermitApplication'] as const satisfies readonly Verb[];
export type OpeningVerb = (typeof openingVerbs)[number];

/** Acts on an employer's account: of no case, done where they are registered. */
export const accountVerbs = ['openEmployerAccount', 'addDelegate', 'endDelegate', 'uploadWorkers'] as const;
export type AccountVerb = (typeof accountVerbs)[number];

/** Acts of the house, of no case: an operator's orders. They never enter a workflow. */
export const houseVerbs = ['holdAgency', 'releaseAgency', 'clearAlarm'] as const;
export type HouseVerb = (typeof houseVerbs)[number];

/** The verbs a running workflow answers by an Update of the same name. */
export type UpdateVerb = Exclude<Verb, DesktopVerb | OpeningVerb>;
export const updateVerbs = verbs.filter(
  (verb): verb is UpdateVerb => ![...openingVerbs, ...desktopVerbs].some((known) => known === verb),
);
