/** The life of a temporary permit, event by event. */
import { foldEvents } from '../../domain/apply-event';
import type { CaseFile } from '../../domain/case-file';
import { stateSources } from '../../domain/permit';
import { answeredClear, story, tell, type Told } from './tell';
import { caseId, caseworker, usualPermitData } from './usual-events';

export const permitOpened = [
  tell('application-opened', {
    day: 0,
    data: {
      kind: 'temporary-permit',
      policyVersion: 'permit-2026-04-13',
      permit: { filing: 'renewal', purpose: 'eaeu-work', employerId: null },
    },
  }),
];
/** Every register has said what it knows: the form is open. */
export const permitForm = [
  ...permitOpened,
  ...stateSources.map((source) => tell('state-data-fetched', { day: 0, data: { source } })),
];
export const permitFiled = [
  ...permitForm,
  tell('form-submitted', {
    day: 1,
    data: { permit: { uses: [], window: { rule: 'before-the-end', lastDay: '2026-06-01' } } },
  }),
];
export const permitChecks = usualPermitData['completeness-checked'].checks;
export const permitAsked = [...permitFiled, tell('completeness-checked', { day: 1 })];
export const permitClear = [
  ...permitAsked,
  tell('documents-judged', { day: 1 }),
  ...permitChecks.map((check) => answeredClear(check, 1)),
];
export const permitGranted = [
  ...permitClear,
  tell('decision-approved', { day: 2, actor: caseworker }),
  tell('permit-issued', { day: 2 }),
];

/** How a permit's life goes by what it has been in. */
export const permitLives = {
  fetching: permitOpened,
  'awaiting-form': permitForm,
  'checking-completeness': permitFiled,
  'awaiting-documents': [
    ...permitFiled,
    tell('completeness-checked', { day: 1, data: { owed: ['passport', 'photo'], missing: ['photo'] } }),
  ],
  verification: permitAsked,
  'awaiting-decision': permitClear,
  granting: permitGranted.slice(0, -1),
  granted: permitGranted,
  refused: [
    ...permitClear,
    tell('decision-approved', { day: 2, actor: caseworker, data: { outcome: 'refuse' } }),
    tell('application-refused', { day: 2, actor: caseworker }),
  ],
} as const satisfies Record<string, readonly Told[]>;
export type PermitStatus = keyof typeof permitLives;

/** A temporary permit as it stands in a status, and after more events. */
export function aPermitFile(status: PermitStatus, ...more: Told[]): CaseFile {
  const file = foldEvents(caseId, story([...permitLives[status], ...more]));
  if (file === null) throw new Error('a story without events is no case');
  return file;
}
