/** What applicants send with their acts. */
import { Type } from 'typebox';
import { objectionKinds } from '../../domain/events';
import { exact, FreeText, oneOf } from './fields';

export const ChangeRequest = exact({ reason: FreeText });

export const Objection = exact({
  kind: oneOf(objectionKinds),
  text: Type.Optional({ ...FreeText, description: 'Wanted unless the hearing is waived' } as typeof FreeText),
});

export const Complaint = exact({ text: FreeText });

export const Withdrawal = exact({ reason: Type.Optional(FreeText) });
