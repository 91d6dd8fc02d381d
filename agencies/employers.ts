/** Invented employers, by their BIN: whether the register of permits knows them, and how many permits their staff hold. */
import type { PermitRegisterAnswer } from '../domain/permit-answers';

type Employer = NonNullable<PermitRegisterAnswer['employer']>;

/** The numbers belong to nobody; the check digits are right. */
export const employers = {
  builder: { bin: '150340011878', known: true, validPermits: 2 },
  /** More than any limit allows. */
  crowded: { bin: '090740022656', known: true, validPermits: 4_200 },
  unknown: { bin: '201140033182', known: false, validPermits: 0 },
} as const;

const byBin = new Map<string, Employer>(
  Object.values(employers).map(({ bin, ...employer }) => [bin, employer]),
);

/** A stranger is a known employer of nobody. */
export function employerKnownBy(bin: string): Employer {
  return byBin.get(bin) ?? { known: true, validPermits: 0 };
}
