/** Money: what there is, what is owed, and whether solvency has to be shown at all. */
import { Type, type Static } from 'typebox';
import type { DeepPartial } from './draft';
import { faultsOfDay, faultsOfRows, when, type Filing, type FormFault } from './faults';
import { familyRelations } from './family';
import { Day, Line, listOf, Name, section, Tenge, Yes } from './fields';

/** Who need not show solvency: Law No. 477-IV, art. 49, p. 4. */
export const solvencyExemptions = [
  'none',
  'ethnic-kazakh',
  'former-compatriot',
  'treaty-citizenship',
  'family-of-exempt',
  'in-demand-profession',
] as const;
export type SolvencyExemption = (typeof solvencyExemptions)[number];
export const debtKinds = ['bank', 'tax', 'alimony', 'court', 'other'] as const;

const Sponsor = section({
  surname: Name,
  givenName: Name,
  relation: Type.Enum([...familyRelations]),
  exemption: Type.Enum(['ethnic-kazakh', 'former-compatriot', 'treaty-citizenship']),
});

/** Order 531 of 30.06.2023: the bank is asked, with the person's consent, about this paper. */
const BankCertificate = section({ bank: Line, number: Line, issuedOn: Day, consentToInquiry: Yes });

export const Finances = section(
  {
    exemption: Type.Enum([...solvencyExemptions]),
    sponsor: Type.Optional(Sponsor),
    fundsTenge: Tenge,
    bankCertificate: Type.Optional(BankCertificate),
    monthlyIncomeTenge: Tenge,
    debts: listOf({ kind: Type.Enum([...debtKinds]), amountTenge: Tenge, overdueSince: Type.Optional(Day) }),
  },
  'Money in whole tenge; the bank’s certificate, or on what ground none is needed.',
);

export function findFinanceFaults(
  finances: DeepPartial<Static<typeof Finances>>,
  filing: Filing,
): FormFault[] {
  const { exemption, sponsor, bankCertificate, debts } = finances;
  return [
    ...faultsOfDay(bankCertificate?.issuedOn, '/finances/bankCertificate/issuedOn', filing),
    ...when(exemption === 'none' && bankCertificate === undefined, '/finances/bankCertificate', 'missing'),
    ...when(exemption === 'family-of-exempt' && sponsor === undefined, '/finances/sponsor', 'missing'),
    ...faultsOfRows(debts, '/finances/debts', ({ overdueSince }, pointer) =>
      faultsOfDay(overdueSince, `${pointer}/overdueSince`, filing),
    ),
  ];
}
