/** What a register says of a field beside what the person wrote, and which of the two counts. */
import type { Prefilled } from '../../db/reads/prefilled';
import type { CaseFile } from '../../domain/case-file';
import { lawDate } from '../../domain/law-day';
import type { UseRule, ValueUse } from '../../domain/permit';
import { markEnded } from '../../policy/permit/still-lasting';
import type { CaseView } from '../schemas/case';

type Values = NonNullable<CaseView['form']>['values'];
type Fetched = Prefilled & { ended?: true };

/**
 * By the uses that the record keeps of the form that was handed in; after them what was fetched and counts nowhere.
 * `content` is the form as it was written. Empty for a form that no register fills in.
 */
export function viewFormValues(
  { form, permit }: CaseFile,
  content: object,
  prefilled: readonly Prefilled[],
): Values {
  if (form === null || permit === null) return [];
  const fetched: Fetched[] = markEnded(prefilled, lawDate(form.submittedAt));
  const fetchedAt = (pointer: string) => fetched.find((value) => value.pointer === pointer);
  const used = permit.uses.map(({ pointer, used: which, rule }) => ({
    ...beside(pointer, fetchedAt(pointer), content),
    ...{ used: which, rule },
  }));
  const unused = fetched
    .filter(({ pointer }) => !permit.uses.some((use) => use.pointer === pointer))
    .map((value) => ({
      ...beside(value.pointer, value, content),
      used: null,
      rule: whyUnused(value, permit.uses),
    }));
  return [...used, ...unused];
}

function beside(pointer: string, fetched: Fetched | undefined, content: object) {
  return { pointer, fetched: fetched ? viewFetched(fetched) : null, typed: typedAt(content, pointer) };
}

function viewFetched({ value, source, receivedAt }: Fetched) {
  return { value, source, receivedAt };
}

function whyUnused({ ended, source }: Fetched, uses: readonly ValueUse[]): UseRule | null {
  if (ended) return 'register-had-ended';
  const isOfAnother = uses.some((use) => use.source === source && use.rule === 'another-contract');
  return isOfAnother ? 'another-contract' : null;
}

function typedAt(content: object, pointer: string): string | boolean | null {
  const found = pointer
    .slice(1)
    .split('/')
    .reduce<unknown>((part, field) => (part as Record<string, unknown> | undefined)?.[field], content);
  return typeof found === 'string' || typeof found === 'boolean' ? found : null;
}
