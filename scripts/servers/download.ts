/** Downloads a file over HTTP, and gives up early on a host that does not answer or falls silent. */
import { createWriteStream } from 'node:fs';
import { get as getHttp, type IncomingMessage } from 'node:http';
import { get as getHttps } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';

export interface Patience {
  /** Until a connection stands. */
  connectMs: number;
  /** Between two signs of life after that. */
  silenceMs: number;
}

export type Progress = (received: number, total: number | undefined) => void;

const redirects = new Set([301, 302, 303, 307, 308]);

export async function downloadText(url: string, patience: Patience): Promise<string> {
  return text(await open(new URL(url), patience));
}

export interface Download {
  url: string;
  file: string;
  patience: Patience;
  onProgress: Progress;
}

/** Rejects when the transfer was cut off; what has arrived by then stays in the file. */
export async function downloadFile({ url, file, patience, onProgress }: Download): Promise<void> {
  const response = await open(new URL(url), patience);
  const total = Number(response.headers['content-length']) || undefined;
  let received = 0;
  response.on('data', (chunk: Buffer) => onProgress((received += chunk.length), total));
  try {
    await pipeline(response, createWriteStream(file));
  } catch (cause) {
    throw new Error(`${new URL(url).host} broke off after ${received} of ${total ?? 'unknown'} bytes`, {
      cause,
    });
  }
}

async function open(url: URL, patience: Patience, hops = 5): Promise<IncomingMessage> {
  const response = await request(url, patience);
  const { statusCode = 0, headers } = response;
  if (statusCode === 200) return response;
  response.destroy();
  if (!redirects.has(statusCode) || headers.location === undefined || hops === 0) {
    throw new Error(`${url.host} answered ${statusCode} for ${url.pathname}`);
  }
  const next = new URL(headers.location, url);
  if (url.protocol === 'https:' && next.protocol !== 'https:')
    throw new Error(`${url.host} led away from https`);
  return open(next, patience, hops - 1);
}

function request(url: URL, { connectMs, silenceMs }: Patience): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const get = url.protocol === 'https:' ? getHttps : getHttp;
    const sent = get(url, { agent: false, headers: { 'user-agent': 'ruqsat-set-up' } }, resolve);
    const giveUp = (reason: string) => sent.destroy(new Error(`${url.host} ${reason}`));
    const connecting = setTimeout(() => giveUp(`gave no connection within ${connectMs / 1000} s`), connectMs);
    sent.once('socket', (socket) => {
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => clearTimeout(connecting));
    });
    sent.setTimeout(silenceMs, () => giveUp(`was silent for ${silenceMs / 1000} s`));
    sent.once('close', () => clearTimeout(connecting));
    sent.once('error', reject);
  });
}
