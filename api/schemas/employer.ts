/** Accounts of employers: what is sent, and what they are answered. */
import { Type, type Static } from 'typebox';
import { employerKinds } from '../../domain/bin';
import { plainText } from '../../domain/plain-text';
import { caseStatuses, stages } from '../../domain/statuses';
import { filings, permitPurposes } from '../../domain/permit';
import { Certificate, WaitingOn } from './application';
import { CaseId, EmployerId, exact, Instant, nullable, oneOf, PersonSubject } from './fields';

export const EmployerParams = Type.Object({ employerId: EmployerId });
export const DelegateParams = Type.Object({ employerId: EmployerId, subject: PersonSubject });

export const NewEmployer = exact({
  bin: Type.String({
    pattern: '^[0-9]{12}$',
    description: 'The BIN, or the IIN of an individual; its last digit is checked',
  }),
  name: plainText(200),
});

const employer = {
  employerId: EmployerId,
  bin: Type.String(),
  name: Type.String(),
  kind: oneOf(employerKinds),
  openedAt: Instant,
};

export const OpenedEmployer = exact(
  { number: Type.Integer(), employerId: EmployerId },
  'The account with this BIN: opened, or found where the caller is its delegate',
);
export const EmployerList = exact({ employers: Type.Array(exact(employer)) });

export const Employer = exact({
  ...employer,
  places: exact(
    {
      limit: Type.Integer({ description: 'How many valid permits the law lets this employer hold' }),
      source: Type.String({ description: 'Where the limit comes from' }),
      confidence: Type.String({ description: 'How sure that is' }),
      taken: Type.Integer({
        description: 'Of them by cases of this account; permits held elsewhere come on top',
      }),
      reserved: Type.Integer({ description: 'Of the taken ones, by cases that are not decided yet' }),
    },
    'As of today',
  ),
  delegates: Type.Array(exact({ subject: PersonSubject, addedBy: PersonSubject, addedAt: Instant })),
});

export const NewDelegate = exact({ subject: PersonSubject });
export const DelegateDone = exact({ number: Type.Integer(), employerId: EmployerId, subject: PersonSubject });

export const WorkersQuery = exact({
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
  cursor: Type.Optional(Type.String({ maxLength: 400, description: 'The `next` of the page before' })),
});

const Worker = exact({
  caseId: CaseId,
  surname: Type.String(),
  givenName: Type.String(),
  filing: oneOf(filings),
  purpose: oneOf(permitPurposes),
  stage: oneOf(stages),
  status: oneOf(caseStatuses),
  openedAt: Instant,
  waitingOn: WaitingOn,
  certificate: nullable(Certificate),
});
export type Worker = Static<typeof Worker>;

export const WorkerList = exact({
  workers: Type.Array(Worker),
  next: nullable(Type.String({ description: 'The cursor of the next page; null on the last' })),
});
