/** What the events of a temporary permit, and of a reopening, say to a person. */
import type { PermitEvents } from '../../../domain/events/permit';
import type { Sentences } from './said';
import { inWords, nameAgency } from '../who';

export const permitSentences: Sentences<keyof PermitEvents> = {
  'state-data-fetched': ({ data: { source, result, pointers } }) => ({
    text:
      result === 'found'
        ? `✓ fills in ${pointers.length} fields of the form from ${nameAgency(source)}`
        : `finds nothing to fill in from ${nameAgency(source)}: ${inWords(result)}`,
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
      `✓ issues permit ${number}, ${term.validFrom} to ${term.validUntil}; the shortest limit is ${inWords(term.shortestBy)}` +
      (renews === null ? '' : `; it follows ${renews} without a gap`),
  }),
  'change-reported': ({ data: { change, effect, validUntil, article } }) => ({
    text: `reports: ${inWords(change)}; ${effect === 'nothing' ? 'nothing changes' : `the permit ends on ${validUntil}${article === null ? '' : ` (${article})`}`}`,
  }),
  'reopening-proposed': ({ data: { check, codes } }) => ({
    text: `? ${nameAgency(check)} says something else after the decision (${codes.map(inWords).join(', ')}): one proposal to reopen`,
  }),
  'reopening-supported': () => ({ text: 'supports the reopening; a second person has to decide' }),
  'reopening-decided': ({ data: { outcome } }) => ({
    text: outcome === 'reopen' ? '✓ reopens the case' : 'leaves the decision as it is',
  }),
};
