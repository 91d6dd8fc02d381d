/** Lives of the demonstration, played whole against a house of their own. */
import { createCallers } from '../../scripts/demo/callers';
import { createInk } from '../../scripts/demo/ink';
import type { Life } from '../../scripts/demo/life';
import { drawLife, playLife } from '../../scripts/demo/play';
import { playAll } from '../../scripts/demo/play-all';
import { openHouse, type House } from './house';

export function callersAt({ apiUrl, ports, urls }: House) {
  return createCallers({
    apiUrl,
    identityUrl: `http://127.0.0.1:${ports.identity}`,
    testingCentreUrl: urls.TESTING_CENTRE_URL,
    criminalRegistryUrl: urls.CRIMINAL_REGISTRY_URL,
    kinshipRegisterUrl: urls.KINSHIP_REGISTER_URL,
  });
}

/** Begins to play them all; `told` answers one when it is over, `walk` plays another. */
export async function openDemonstration(lives: readonly Life[]) {
  const house = await openHouse();
  await house.startWorker();
  const { apiUrl } = house;
  const callers = callersAt(house);

  async function walk(life: Life) {
    const played = await playLife(life, callers, () => undefined);
    const text = drawLife(played, { ink: createInk(false), width: 120, apiUrl }).join('\n');
    if (process.env['RUQSAT_TEST_LOGS']) console.log(text);
    const types = played.story.chapters.map(({ event }) => event.type);
    return { ...played, text, prose: text.replaceAll(/\s+/g, ' '), types };
  }

  const begun = playAll(lives, 4, walk);
  return {
    callers,
    walk,
    told: (life: Life) => begun[lives.indexOf(life)]!,
    /** After the last of them, also where nobody waited for it. */
    close: async () => {
      await Promise.allSettled(begun);
      await house.close();
    },
  };
}
export type Demonstration = Awaited<ReturnType<typeof openDemonstration>>;
