/** The steps from a fresh clone to something that can run; each is skipped when it is done already. */
import { buildIfChanged } from './build.mjs';
import { installIfStale } from './install.mjs';
import { alone } from './alone.mjs';
import { restorePostgresLinks } from './postgres-links.mjs';

export function setUp() {
  alone(() => {
    installIfStale();
    restorePostgresLinks();
    buildIfChanged();
  });
}
