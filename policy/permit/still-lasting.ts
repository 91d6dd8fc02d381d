/** What of the registers' values had ended on the day of filing: it fills in nothing, and no correction gives way to it. */
import type { StateSource } from '../../domain/permit';
import type { FetchedValue } from '../../domain/permit-form/fetched';

/** The field that says until when a register's paper lasts; all its values end with it. A permit may be renewed after its end. */
const endOf: Partial<Record<StateSource, string>> = {
  'insurance-register': '/insurance/validUntil',
  'labour-contracts': '/employment/contractUntil',
};

/** `filedOn` is the law's date, which the last day of a paper still is. Pure. */
export function markEnded<V extends FetchedValue>(fetched: readonly V[], filedOn: string): V[] {
  const hasEnded = ({ source }: V) =>
    fetched.some(
      (value) => value.source === source && value.pointer === endOf[source] && String(value.value) < filedOn,
    );
  return fetched.map((value) => (hasEnded(value) ? { ...value, ended: true } : value));
}
