/** What the notices of a temporary permit say in English. */
import { by } from './en-phrases';
import { en } from './en-words';
import type { PermitChange, PermitTexts, PermitWords } from './permit-words';

const words: PermitWords = {
  filings: { issue: 'issue', renewal: 'renewal' },
  purposes: {
    family: 'family',
    'work-with-permit': 'work with a work permit',
    'work-without-permit': 'work without a work permit',
    'eaeu-work': 'work of a citizen of the Eurasian Economic Union',
    study: 'study',
    treatment: 'medical treatment',
    business: 'business',
    'ethnic-kazakh': 'ethnic Kazakh',
    missionary: 'missionary activity',
    humanitarian: 'humanitarian reasons',
    'ground-lost': 'the ground of the stay was lost',
  },
  windows: {
    'first-filing': 'a first filing',
    'before-the-end': 'before the stay ends',
    'ten-days-after': 'within ten days after the stay ended',
    'fifteen-days-after-a-fine': 'within fifteen days after a fine',
  },
  limits: {
    purpose: 'the purpose of the stay',
    passport: 'the passport',
    sponsor: 'the right of the sponsor',
    'employment-contract': 'the employment contract',
    'work-permit': 'the work permit',
    study: 'the studies',
    treatment: 'the treatment',
    insurance: 'the insurance',
    'lost-ground': 'the day on which the ground was lost',
    request: 'your own request',
    'reported-change': 'the change that was reported of the permit before',
  },
  changes: {
    'left-the-country': 'the person has left the country',
    died: 'the person has died',
    'marriage-ended': 'the marriage has ended',
    'contract-ended': 'the employment contract has ended',
    'sponsor-lost': 'the sponsor has lost the right',
  },
};

export const permitEn: PermitTexts = {
  'permit-filed': ({ filing, purpose, window, decideBy }) => ({
    subject: 'Application registered',
    lines: [
      `Your application for a temporary residence permit is registered: ${words.filings[filing]}, ${words.purposes[purpose]}.`,
      `Filed in time: ${words.windows[window]}.`,
      ...(decideBy === null ? [] : [`It is decided by ${en.date(decideBy)}.`]),
    ],
  }),
  'permit-granted': ({ number, validFrom, validUntil, shortestBy }) => ({
    subject: 'Temporary residence permit granted',
    lines: [
      `Permit ${number} is valid from ${en.date(validFrom)} to ${en.date(validUntil)}.`,
      `Its last day follows from: ${words.limits[shortestBy]}.`,
      'It is for you alone: each member of your family applies for a permit of their own.',
    ],
  }),
  'permit-ends': ({ number, validUntil, renewBy }) => ({
    subject: 'Your permit ends soon',
    lines: [
      `Permit ${number} is valid until ${en.date(validUntil)}.`,
      renewBy === null
        ? 'A permit of this purpose is not renewed. To stay longer, apply for a first permit on another ground.'
        : `If it is not renewed yet, file the renewal before it ends, or by ${en.date(renewBy)} at the latest.`,
    ],
  }),
  'permit-changed': ({ change, effect, validUntil, article }) => ({
    subject: 'A change was reported',
    lines: [`It was reported that ${words.changes[change]}.`, effectWords({ effect, validUntil, article })],
  }),
  'change-claimed': ({ change, on, decideBy }) => ({
    subject: 'Somebody reports a change',
    lines: [
      `It is said that ${words.changes[change]}: ${en.date(on)}.`,
      'The permit stays as it is until an officer has looked at that.',
      ...by('An officer looks at it', decideBy),
    ],
  }),
  'change-dismissed': ({ change, on }) => ({
    subject: 'A change was not confirmed',
    lines: [
      `It was said that ${words.changes[change]}: ${en.date(on)}.`,
      'An officer has not confirmed that: the permit stays as it is.',
    ],
  }),
  'decision-reopened': ({ dueOn, number }) => ({
    subject: 'The decision is looked at again',
    lines: [
      'An agency said something else after the decision. Two officers have decided to look at your application again.',
      ...(number === undefined ? [] : [`${number} no longer holds: it is decided anew.`]),
      ...by('It is decided', dueOn),
    ],
  }),
};

function effectWords({ effect, validUntil, article }: Omit<PermitChange, 'change'>): string {
  if (effect === 'nothing' || validUntil === null) return 'The permit stays as it is.';
  const basis = article === null ? '' : ` (${en.article(article)})`;
  if (effect === 'never-begins') return `The permit ended before its first day and was never valid${basis}.`;
  return `${effect === 'ends' ? 'The permit ends on' : 'The permit is shortened and valid until'} ${en.date(validUntil)}${basis}.`;
}
