/** Carries notices to e-mail addresses: at least once, tried again ever more slowly, and told of when it fails. */
import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Letter, Postbox } from '../db/postbox';
import type { SendMail } from './mail';

interface PostmanDeps {
  postbox: Postbox;
  send: SendMail;
  /** Hears of a letter that fails and fails, and when it is given up; a person should look. */
  onUndelivered: (letter: Letter, code: string) => Promise<void>;
  onTrouble: (error: Error) => void;
  pauseMs?: number;
  /** How long a letter is left to whoever carries it: longer than SMTP may take. */
  leaseMs?: number;
  firstAgainMs?: number;
}

const atOnce = 5;
const alarmAfterTries = 5;
const mostTries = 30;
const longestAgainMs = 6 * 60 * 60 * 1000;

export function createPostman(deps: PostmanDeps) {
  const { postbox, send, onUndelivered, onTrouble } = deps;
  const { pauseMs = 1_000, leaseMs = 120_000, firstAgainMs = 30_000 } = deps;
  const stopped = new AbortController();

  /** After a crash between the server's yes and our row the lease runs out and the letter leaves again. */
  async function carry(letter: Letter): Promise<void> {
    const sent = await send(letter);
    if (sent.outcome === 'delivered') return postbox.keepDelivered(letter, sent.code);
    const { tries } = letter;
    const again = tries >= mostTries ? null : againMs(tries);
    await postbox.keepFailed(letter, sent.code, again);
    const isTold = tries === alarmAfterTries || again === null || (tries === 1 && sent.final);
    if (isTold) await onUndelivered(letter, sent.code);
  }

  /** Doubled each time, with a fifth of chance, so that many letters do not knock together. */
  function againMs(tries: number): number {
    const plainMs = Math.min(firstAgainMs * 2 ** (tries - 1), longestAgainMs);
    return Math.round(plainMs * (0.9 + randomInt(200) / 1_000));
  }

  /** Carries what is due now; true when there was something. */
  async function round(): Promise<boolean> {
    const letters = await postbox.claim(atOnce, leaseMs);
    await Promise.all(letters.map((letter) => carry(letter).catch(onTrouble)));
    return letters.length > 0;
  }

  async function run(): Promise<void> {
    while (!stopped.signal.aborted) {
      const busy = await round().catch((error: Error) => {
        onTrouble(error);
        return false;
      });
      if (!busy) await sleep(pauseMs, undefined, { signal: stopped.signal }).catch(() => undefined);
    }
  }

  return { run, round, stop: () => stopped.abort() };
}
