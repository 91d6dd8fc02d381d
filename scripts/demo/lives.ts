/** The lives of the demonstration, in the order in which they are told. */
import type { Life } from './life';
import { bannedItems } from './lives/banned-items';
import { complained } from './lives/complained';
import { granted } from './lives/granted';
import { heard } from './lives/heard';
import { lateDocuments } from './lives/late-documents';
import { refusedByScore } from './lives/refused-by-score';
import { silentRegistry } from './lives/silent-registry';
import { testFailed } from './lives/test-failed';
import { withdrawn } from './lives/withdrawn';

export const lives: readonly Life[] = [
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
