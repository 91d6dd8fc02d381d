/** Notices as the person they are for reads them. */
import { Type, type Static } from 'typebox';
import { languages } from '../../domain/languages';
import { CaseParams, Count, exact, Instant, nullable, oneOf } from './fields';

export const NoticeParams = Type.Object({
  ...CaseParams.properties,
  seq: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
});
export const NoticeHeaders = Type.Object({
  'accept-language': Type.Optional(Type.String({ maxLength: 200 })),
});

export const NoticeView = exact({
  seq: Count,
  kind: Type.String(),
  at: Instant,
  dueBy: nullable(Instant),
  language: oneOf(languages),
  subject: Type.String(),
  lines: Type.Array(Type.String()),
  delivered: exact(
    { account: nullable(Instant), email: nullable(Instant) },
    'When it was first delivered by each channel; null where nothing proves it',
  ),
});
export type NoticeView = Static<typeof NoticeView>;
export const NoticeList = exact({ notices: Type.Array(NoticeView) });
