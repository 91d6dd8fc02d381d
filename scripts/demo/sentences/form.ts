/** Sentences about the form, its score and its documents. */
import type { FormEvents } from '../../../domain/events/form';
import { hashLines, submissionLines } from '../details';
import { scoreLines } from '../score-lines';
import { inWords } from '../who';
import { marks, passMark, type Sentences } from './said';

const listed = (kinds: readonly string[]) => kinds.map(inWords).join(', ');

export const formSentences: Sentences<keyof FormEvents> = {
  'form-submitted': ({ data }) => ({
    text: `hands in version ${data.version} of the form, with ${listed(data.documents.map(({ kind }) => kind))}`,
    details: [...hashLines(data), ...(data.permit ? submissionLines(data.permit) : [])],
  }),
  'application-scored': ({ data }, { scoreLabel }) => ({
    text: `${passMark(data.passed)} scores the form: ${data.total} points, ${data.threshold} needed`,
    details: [...scoreLines(data), scoreLabel],
  }),
  'documents-judged': ({ data: { findings } }, { file }) => ({
    text: 'looks at the documents',
    details: findings.map(
      ({ documentId, judgement }) =>
        `${marks[judgement]} ${inWords(kindOf(file.documents, documentId))}: ${judgement}`,
    ),
  }),
  'documents-requested': ({ data: { kinds } }) => ({ text: `asks the applicant for ${listed(kinds)}` }),
  'documents-provided': ({ data: { documents } }) => ({
    text: `hands in ${listed(documents.map(({ kind }) => kind))}`,
  }),
  'turn-lapsed': ({ data: { turn } }) => ({
    text:
      turn === 'documents'
        ? '✗ notes that the documents did not come in time; a person has to decide'
        : `✗ closes the case: the applicant's time for the ${inWords(turn)} is over`,
  }),
};

function kindOf(documents: readonly { documentId: string; kind: string }[], sought: string): string {
  return documents.find(({ documentId }) => documentId === sought)?.kind ?? 'document';
}
