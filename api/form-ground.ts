/** What a form is held against, whatever the kind of its case, and what must be known of the case for it. */
import type { Static } from 'typebox';
import type { CaseRow } from '../db/reads/cases';
import type { Prefilled } from '../db/reads/prefilled';
import type { PermitSubmission } from '../domain/events/form';
import type { DocumentKind } from '../domain/events';
import type { PersonIdentity, PersonPapers } from '../domain/person';
import type { Fault } from './problems';
import type { KnownDocument, NeededDocument } from './schemas/form';

/** A case with what lies beside it, as its form would be handed in now. */
export interface FormGround {
  row: CaseRow;
  person: PersonIdentity | undefined;
  prefilled: readonly Prefilled[];
  /** Of the account that filed; null where the person did. */
  employerBin: string | null;
}

/** `content` has passed the shape of a draft of its kind. */
export interface FormRules {
  draftFaults(content: unknown): Fault[];
  /** Everything that stands against handing it in, in the order of the pointers. */
  submissionFaults(content: object, documents: readonly { kind: DocumentKind }[]): Fault[];
  needed(content: object, documents: readonly { kind: DocumentKind }[]): Static<typeof NeededDocument>[];
  /** What a register makes needless of what would be needed. */
  known(content: object): Static<typeof KnownDocument>[];
  /**
   * What the act of handing in says of a permit; throws Problem filing-window-closed. `papers`: of whoever hands it in, who
   * is not told a day that a register knows of somebody else.
   */
  submission(content: object, papers?: PersonPapers): { permit?: PermitSubmission };
}
