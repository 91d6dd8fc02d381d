/** What may happen next in a random life, and who does it. */
import type { Actor } from '../../../domain/actor';
import type { CaseFile } from '../../../domain/case-file';
import type { EventBody } from '../../../domain/events';

/** Told of the case as it stands when its turn comes. */
export interface Happening {
  actor: Actor;
  tell: (file: CaseFile) => EventBody[];
}
