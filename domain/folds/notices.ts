/** What notices and their delivery change in a case file. */
import type { CaseFile } from '../case-file';
import type { CaseEvent } from '../events';
import type { NoticeEvents } from '../events/notices';
import { limitStarters, type LimitStarter } from '../notices';
import type { Folds } from './fold';

export const noticeFolds: Folds<keyof NoticeEvents> = {
  'notice-delivered': ({ noticesDelivered }, { data: { noticeSeq }, effectiveAt }) => ({
    noticesDelivered: { [noticeSeq]: effectiveAt, ...noticesDelivered },
  }),
};

/** The latest notice of each event that starts a time limit. */
export function withNoticeToProve(
  { noticesToProve }: Pick<CaseFile, 'noticesToProve'>,
  { type, seq }: CaseEvent,
): CaseFile['noticesToProve'] {
  return isLimitStarter(type) ? { ...noticesToProve, [type]: seq } : noticesToProve;
}

function isLimitStarter(type: string): type is LimitStarter {
  return Object.hasOwn(limitStarters, type);
}
