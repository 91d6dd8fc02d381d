/** The lives of the demonstration, in the order in which they are told: permanent residence, then temporary permits. */
import type { Life } from './life';
import { bannedItems } from './lives/banned-items';
import { complained } from './lives/complained';
import { granted } from './lives/granted';
import { heard } from './lives/heard';
import { lateDocuments } from './lives/late-documents';
import { agencyDown } from './lives/permit/agency-down';
import { child } from './lives/permit/child';
import { contradicted } from './lives/permit/contradicted';
import { employerLimit } from './lives/permit/employer-limit';
import { family } from './lives/permit/family';
import { namesake } from './lives/permit/namesake';
import { renewal } from './lives/permit/renewal';
import { wanted } from './lives/permit/wanted';
import { refusedByScore } from './lives/refused-by-score';
import { silentRegistry } from './lives/silent-registry';
import { testFailed } from './lives/test-failed';
import { withdrawn } from './lives/withdrawn';

export const residenceLives: readonly Life[] = [
  granted,
  testFailed,
  bannedItems,
  refusedByScore,
  lateDocuments,
  silentRegistry,
  heard,
  complained,
  withdrawn,
];

export const permitLives: readonly Life[] = [
  renewal,
  employerLimit,
  wanted,
  namesake,
  contradicted,
  agencyDown,
  family,
  child,
];

export const lives = [...residenceLives, ...permitLives];
