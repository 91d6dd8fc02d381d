/** What each kind of event changes in a case file: a total table, told in families. */
import type { EventType } from './events';
import { clockFolds } from './folds/clock';
import { complaintFolds } from './folds/complaint';
import { decisionFolds } from './folds/decision';
import type { Folds } from './folds/fold';
import { formFolds } from './folds/form';
import { interviewFolds } from './folds/interview';
import { languageFolds } from './folds/language';
import { noticeFolds } from './folds/notices';
import { permitFolds } from './folds/permit';
import { verificationFolds } from './folds/verification';

export const folds: Folds<EventType> = {
  ...languageFolds,
  ...formFolds,
  ...verificationFolds,
  ...interviewFolds,
  ...decisionFolds,
  ...complaintFolds,
  ...clockFolds,
  ...noticeFolds,
  ...permitFolds,
};
