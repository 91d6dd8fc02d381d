/** What becomes of a permit when its holder leaves or dies, or when what it rests on is gone. */
import type { ChangeEffect } from '../../domain/events';
import type { ChangeKind, PermitPurpose } from '../../domain/permit';
import { assumption, inferred, official, type Rule } from '../rule';
import { law, servicePage } from './sources';
import { lastDayOfMonths } from './term';

/** `article` is what an answer cites, null where no act was read; of other purposes the change takes nothing. */
interface ChangeRow {
  article: string | null;
  effect: Rule<'ends' | 'shortens'>;
  purposes: readonly PermitPurpose[] | 'all';
}

const work = ['work-with-permit', 'work-without-permit', 'eaeu-work'] as const;
const invited = ['study', 'treatment', 'missionary'] as const;

const changes = {
  'left-the-country': [
    {
      article: null,
      effect: assumption('ends', 'no rule is published; who is reported to have left for good stays no more'),
      purposes: 'all',
    },
  ],
  died: [
    {
      article: null,
      effect: inferred('ends', 'a permit is the right of one person, and ends with that person'),
      purposes: 'all',
    },
  ],
  'marriage-ended': [
    {
      article: 'art. 28',
      effect: official('shortens', `${law('art. 28')}: up to six months after a divorce`),
      purposes: ['family'],
    },
  ],
  'contract-ended': [
    {
      article: null,
      effect: inferred('ends', `${servicePage}: a permit for work does not last beyond the contract`),
      purposes: work,
    },
  ],
  'sponsor-lost': [
    {
      article: 'art. 28',
      effect: official('shortens', `${law('art. 28')}: up to six months after the sponsor’s death`),
      purposes: ['family'],
    },
    {
      article: 'art. 28',
      effect: assumption(
        'shortens',
        'art. 28 speaks of families alone; who loses a school, clinic or community is given no less time to go on',
      ),
      purposes: invited,
    },
  ],
} as const satisfies Record<ChangeKind, readonly ChangeRow[]>;

export const monthsAfterLoss = official(6, `${law('art. 28')}: up to six months`);
export const lossCounting = assumption(
  'first-day-counts' as const,
  'from when the six months run is not published: from the day on which the ground was lost',
);

/** `happenedOn`, `validFrom` and `validUntil` (the permit's first and last day) are law's dates. */
export interface Change {
  kind: ChangeKind;
  purpose: PermitPurpose;
  happenedOn: string;
  validFrom: string;
  validUntil: string;
}

/** `lastDay`: the permit's last day from now on; `rule` is null where no rule takes anything from this purpose. */
export interface ChangeOutcome {
  effect: ChangeEffect;
  lastDay: string;
  article: string | null;
  rule: Rule<ChangeEffect> | null;
}

/**
 * A change never makes a permit longer: one that would have ended by then anyway stays as it is. One whose first day would
 * come after its last one never begins.
 */
export function outcomeOfChange({ kind, purpose, happenedOn, validFrom, validUntil }: Change): ChangeOutcome {
  const row = findRow(kind, purpose);
  if (row === undefined) return { effect: 'nothing', lastDay: validUntil, article: null, rule: null };
  const { article, effect: rule } = row;
  const lastDay = rule.value === 'ends' ? happenedOn : lastDayOfMonths(happenedOn, monthsAfterLoss.value);
  if (lastDay >= validUntil) return { effect: 'nothing', lastDay: validUntil, article, rule };
  return { effect: lastDay < validFrom ? 'never-begins' : rule.value, lastDay, article, rule };
}

function findRow(kind: ChangeKind, purpose: PermitPurpose): ChangeRow | undefined {
  const rows: readonly ChangeRow[] = changes[kind];
  return rows.find(({ purposes }) => purposes === 'all' || purposes.includes(purpose));
}
