/** Rows of procedure that later policies changed: a case filed before keeps what it had. */
import { code, procedure, type Procedure } from './procedure';
import { assumption, inferred, official } from './rule';

/** Of cases that are filed since the evidence of a refusal is held against its ground. */
export const evidenceIsHeld = inferred(
  true,
  'order MIA 992 of 04.12.2015: a permit or a reasoned refusal; what cannot show a ground gives no reason for it',
);

/** The same of those since whose filing grounds are held to their limits. */
export const groundLimitsAreHeld = official(
  true,
  'Law on Migration of the Population No. 477-IV, art. 49: 13) and 13-2) annul; 13) and 14-1) are not of ethnic Kazakhs and their family',
);

/** The hearing of those who are told of its falling away too. */
export const hearingToldToItsEnd = {
  ...procedure.hearing,
  cancellationTold: assumption(
    true,
    'art. 73 says nothing of it; who prepares to be heard is told when there is nothing to answer any more',
  ),
} as const satisfies Procedure['hearing'];

/** Of cases that are filed since stops, grants and appointments were looked at again. */
export const lookedAtAgain = {
  interview: {
    ...procedure.interview,
    fallsWithAnswer: assumption(
      true,
      'no rule is published; nobody travels to an interview that cannot be held before a finding is judged',
    ),
  },
  stopsExtend: inferred(
    false,
    `${code}, art. 76: the term is extended by two months; days on which it does not run are no days of it`,
  ),
  grantEndsTerm: inferred(
    true,
    `${code}, art. 91 (2): a refusal is silence past the term; a grant decided within it is none, also where its number is slow`,
  ),
  remindsInTime: assumption(true, 'no rule is published; nobody prepares for a day that is over'),
  told: {
    turnEnds: assumption(
      true,
      'no rule is published; whoever has to act is told by when, also when he may not act yet',
    ),
    fallen: assumption(
      true,
      'no rule is published; whoever was told of a decision is told that it does not hold any more',
    ),
    renewal: assumption(
      true,
      'no rule is published; whoever is reminded of an end is told what can still be done, and by when',
    ),
  },
} as const satisfies Partial<Procedure>;
