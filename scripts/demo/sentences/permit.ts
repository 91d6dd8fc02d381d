/** What the events of a temporary permit, and of a reopening, say to a person. */
import type { FetchResult, PermitEvents } from '../../../domain/events/permit';
import type { TermLimitName } from '../../../domain/permit';
import { spellDate } from '../law-time';
import { inWords, nameAgency } from '../who';
import type { Sentences } from './said';

const listed = (codes: readonly string[]) => codes.map(inWords).join(', ') || 'clear';

const fetchedWords = {
  found: (fields, source) =>
    fields === 0
      ? `✓ knows the person; ${source} has nothing for the form`
      : `✓ fills in ${fields} ${fields === 1 ? 'field' : 'fields'} of the form`,
  'nothing-found': () => 'finds nothing to fill in',
  'not-due': (_, source) => `does not ask ${source} about a person of that age`,
  'no-answer': (_, source) => `? waits no longer for ${source}: the person fills that in`,
} as const satisfies Record<FetchResult, (fields: number, source: string) => string>;

export const permitSentences: Sentences<keyof PermitEvents> = {
  'state-data-fetched': ({ data: { source, result, pointers } }) => ({
    text: fetchedWords[result](pointers.length, nameAgency(source)),
  }),
  'completeness-checked': ({ data: { owed, missing, checks } }) => ({
    text:
      missing.length === 0
        ? `✓ finds the package complete (${owed.length} papers asked for) and asks ${checks.length} agencies`
        : `asks once for what is missing: ${missing.map(inWords).join(', ')}`,
  }),
  'place-reserved': ({ data: { taken, elsewhere, limit } }) => ({
    text: `✓ reserves a place of the employer: ${taken + elsewhere} of ${limit} are taken now`,
  }),
  'place-refused': ({ data: { taken, elsewhere, limit } }) => ({
    text: `✗ finds no place left: ${taken + elsewhere} of ${limit} are taken`,
  }),
  'permit-issued': ({ data: { number, term, renews } }) => ({
    text:
      `✓ issues permit ${number}, valid from ${spellDate(term.validFrom)} until ${spellDate(term.validUntil)}, ` +
      `as long as ${limitWords(term.shortestBy)}${renews === null ? '' : `; it follows ${renews} without a gap`}`,
  }),
  'permit-not-issued': () => ({
    text: '✗ makes no number: another permit of the person leaves no day of the term; an officer decides anew',
  }),
  'change-claimed': ({ data: { change } }) => ({
    text: `? says: ${inWords(change)}; the permit stays as it is until another person has looked`,
  }),
  'change-decided': ({ data: { outcome } }) => ({
    text: outcome === 'confirm' ? 'confirms the change' : 'does not confirm the change: the permit stays',
  }),
  'change-reported': ({ data }) => ({ text: `reports: ${inWords(data.change)}; ${effectWords(data)}` }),
  'reopening-proposed': ({ data: { check, codes } }) => ({
    text:
      `? says something else than what the decision rests on (${nameAgency(check)}: ${listed(codes)}); ` +
      'a reopening is proposed',
  }),
  'reopening-joined': ({ data: { check, codes } }) => ({
    text: `? joins the proposal to reopen (${nameAgency(check)}: ${listed(codes)}); an officer looks at all of it`,
  }),
  'reopening-supported': () => ({ text: 'supports the reopening; a second person has to decide' }),
  'reopening-decided': ({ data: { outcome } }) => ({
    text: outcome === 'reopen' ? '✓ reopens the case: the decision falls' : 'leaves the decision as it is',
  }),
};

function limitWords(limit: TermLimitName): string {
  return limit === 'purpose' ? 'its purpose allows' : `the ${inWords(limit)} allows`;
}

function effectWords({ effect, validUntil, article }: PermitEvents['change-reported']): string {
  if (effect === 'nothing' || validUntil === null) return 'nothing changes';
  if (effect === 'never-begins') return 'the permit never begins';
  return `the permit ends on ${spellDate(validUntil)}${article === null ? '' : ` (${article})`}`;
}
