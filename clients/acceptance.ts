/** What an agency replies that will answer later: only that it has taken the request. */
import { Type } from 'typebox';

const Id = Type.String({ minLength: 1, maxLength: 100 });

/** `sitsAt` (ISO instant) comes from the testing centre alone. */
export const Acceptance = Type.Object(
  {
    requestId: Id,
    reference: Id,
    sitsAt: Type.Optional(Type.String({ format: 'date-time', maxLength: 40 })),
  },
  { additionalProperties: false },
);
