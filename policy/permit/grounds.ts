/** The grounds on which a temporary permit may be refused: closed list, each with its article and source. */
import type { Confidence } from '../rule';
import { law, newRules, olderLaw, order730, servicePage, sinceApril } from './sources';

/** Of every kind of case. */
export interface GroundRow {
  article: string;
  source: string;
  confidence: Confidence;
}

/** The list itself is item 9 of the requirements: it was not read, and what stands in it is an assumption. */
const item9 = 'order 992, item 9';
const unread = `${item9}: its text is not published where it could be read`;
const listed = (why: string) =>
  ({ article: item9, source: `${unread}; ${why}`, confidence: 'assumption' }) as const;
const reported = (source: string) => ({ article: item9, source, confidence: 'press' }) as const;
const official = (article: string, source: string) => ({ article, source, confidence: 'official' }) as const;

export const permitGrounds = {
  'false-data': listed('untrue documents or data are a ground of every service of the state'),
  'documents-not-supplied': listed('what does not meet the rules is a ground of every service of the state'),
  overstayed: listed(
    'a stay beyond its term is a ground to refuse registration (order MIA 923 of 17.11.2025)',
  ),
  'unspent-conviction': listed(`${sinceApril}: criminal records are checked, which needs a consequence`),
  wanted: listed(`${sinceApril}: criminal records are checked, and who is wanted is not let go his way`),
  'identity-not-shown': listed(`${sinceApril}: the IIN is checked, which needs a consequence`),
  'ground-not-shown': listed(`${servicePage}: every purpose has a document of its own, which has to show it`),
  'nothing-left-to-grant': listed('no permit lasts beyond the document, contract or permit it rests on'),
  'permit-not-renewable': listed('art. 28 gives its months once'),
  'employer-limit': reported(`${sinceApril} and ${newRules}: the employer’s valid permits are counted`),
  'no-contract': reported('order 905 of 18.11.2024 (kpmg.com): a registered contract for all workers'),
  'filed-too-late': reported(`${newRules}: ten calendar days after the stay, fifteen days after a fine`),
  'no-insurance': official(item9, `${servicePage}: medical insurance, but for citizens of the union`),
  'sponsor-without-right': official('art. 27', `${law('art. 27')}: who may be joined, and when`),
  'entry-banned': official('art. 48', `${law('art. 48')}: five years after expulsion or readmission`),
  'national-security': official(
    'art. 36 (4)',
    `${olderLaw('art. 36 (4)')}: the agreement of the security bodies`,
  ),
  'no-fingerprints': official(
    'order 730',
    `${order730}: from sixteen years on; ${servicePage}: mandatory since 01.01.2024`,
  ),
} as const satisfies Record<string, GroundRow>;

export type PermitGround = keyof typeof permitGrounds;
