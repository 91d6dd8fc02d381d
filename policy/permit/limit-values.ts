/** Which value a limit of a term rests on: the register's or the person's, since when it is known, and why it counts. */
import type { CaseFile } from '../../domain/case-file';
import { stateSources, type LimitSource, type LimitValue } from '../../domain/permit';
import type { PermitDraft } from '../../domain/permit-form';
import type { FetchedValue } from '../../domain/permit-form/fetched';
import { permitRulesOf } from './policies';
import { useValues } from './uses';

/** When the case was told of what each register knew: ISO instants in the time of the case. */
export type ToldAt = Partial<Record<LimitSource, string>>;

/** By JSON pointer into the form: of what is in it, and of what the register of kinship knows of the sponsor. */
export interface LimitValues {
  inForm: (pointer: string) => LimitValue;
  ofSponsor: (pointer: string) => LimitValue;
}

interface Said {
  /** The form as the person wrote it. */
  entered: PermitDraft;
  /** Marked by `markEnded`. */
  found: readonly FetchedValue[];
  toldAt: ToldAt;
}

export function toldAtIn({ permit, checks }: CaseFile): ToldAt {
  const fetched = stateSources.flatMap((source) => {
    const at = permit?.fetched[source]?.at;
    return at === undefined ? [] : [[source, at]];
  });
  const kinshipAt = checks?.['kinship-register']?.answeredAt ?? null;
  return { ...Object.fromEntries(fetched), ...(kinshipAt !== null && { 'kinship-register': kinshipAt }) };
}

/** Undefined where the policy of the case does not ask: its terms are told without them. */
export function limitValues(policyVersion: string | undefined, said: Said): LimitValues | undefined {
  if (!permitRulesOf(policyVersion).termTellsValues.value) return undefined;
  const { entered, found, toldAt } = said;
  const uses = useValues(entered, found, policyVersion);
  return {
    inForm: (pointer) => {
      const use = uses.find((each) => each.pointer === pointer);
      if (use === undefined) return { ...{ pointer, used: 'entered', source: null }, ...byHand };
      const { used, source, rule } = use;
      return { pointer, used, source, at: used === 'fetched' ? atOf(source, toldAt) : null, rule };
    },
    ofSponsor: (pointer) => {
      const source = 'kinship-register';
      return { pointer, used: 'fetched', source, at: atOf(source, toldAt), rule: 'shorter-counts' };
    },
  };
}

const byHand = { at: null, rule: 'nothing-fetched' } as const;

function atOf(source: LimitSource | null, toldAt: ToldAt): string | null {
  return source === null ? null : (toldAt[source] ?? null);
}
