/** For whose turns the clocks of the state stand: a row for each status in which they do, with where it comes from. */
import type { Party, StandingStatus } from '../../domain/statuses';
import { assumption, type Rule } from '../rule';

/** `elsewhere`: the case has left the stage that a clock is for; whose turn it is then does not matter. */
export type ClocksStandFor = Readonly<Record<StandingStatus, Rule<Party>> & { elsewhere: Rule<'nobody'> }>;

const unpublished = 'no rule on when the term of the service stands is published';

/** The fold of a case holds to the same table, `standing` of domain/statuses.ts. */
export const clocksStandFor = {
  'awaiting-test-booking': assumption(
    'applicant',
    `${unpublished}; attempts at the language test never consume it, and the turn has a limit of its own`,
  ),
  'awaiting-test-result': assumption(
    'testing-centre',
    `${unpublished}; attempts at the language test never consume it, and the centre has a term of its own`,
  ),
  'awaiting-certificate-check': assumption(
    'testing-centre',
    `${unpublished}; a certificate that is shown stands for an attempt at the language test`,
  ),
  fetching: assumption(
    'agencies',
    `${unpublished}; nothing is filed while the form is filled in with what the registers know`,
  ),
  'awaiting-form': assumption(
    'applicant',
    `${unpublished}; nothing can be examined before the form is filed, and the turn has a limit of its own`,
  ),
  'awaiting-documents': assumption(
    'applicant',
    `${unpublished}, nor for papers that are missing; the turn to bring them has a limit of its own`,
  ),
  elsewhere: assumption(
    'nobody',
    'the twenty working days are reported for the interagency check alone; what lies between two checks is not of it',
  ),
} as const satisfies ClocksStandFor;
