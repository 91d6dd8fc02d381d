/** What each kind of event says to a person: a total table, a short sentence each. */
import type { CaseEvent, EventType } from '../../domain/events';
import { clockSentences } from './sentences/clock';
import { complaintSentences } from './sentences/complaint';
import { decisionSentences } from './sentences/decision';
import { formSentences } from './sentences/form';
import { interviewSentences } from './sentences/interview';
import { languageSentences } from './sentences/language';
import { permitSentences } from './sentences/permit';
import type { Beside, Said, Sentences } from './sentences/said';
import { verificationSentences } from './sentences/verification';

const sentences: Sentences<EventType> = {
  ...languageSentences,
  ...formSentences,
  ...verificationSentences,
  ...interviewSentences,
  ...decisionSentences,
  ...complaintSentences,
  ...clockSentences,
  ...permitSentences,
  'notice-delivered': ({ data: { noticeSeq, channel } }) => ({
    text: `✓ has delivered the notice of entry ${noticeSeq}, ${channel === 'email' ? 'by e-mail' : 'to the account'}`,
  }),
};

export function sentenceOf(event: CaseEvent, beside: Beside): Said {
  const tell = sentences[event.type] as (event: CaseEvent, beside: Beside) => Said;
  return tell(event, beside);
}
