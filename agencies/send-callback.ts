/** One delivery of one answer to whoever asked, signed. */
import { answerText } from './answer-text';
import type { Behaviour } from './behaviour';
import type { KnownRequest, Letter } from './request-book';
import { signCallback } from './sign-callback';
import type { SigningKey } from './signing-key';

export interface Delivery {
  agency: string;
  key: SigningKey;
  request: KnownRequest;
  letter: Letter;
  malformed: Behaviour['malformed'];
  stop: AbortSignal;
}

/** What came of it: `status` null when nobody was there, `body` the first 2,000 characters of the reply. */
export interface Receipt {
  requestId: string;
  status: number | null;
  body: string;
}

const longestWaitMs = 10_000;

/** Never throws on account of the other side. */
export async function sendCallback({
  agency,
  key,
  request,
  letter,
  malformed,
  stop,
}: Delivery): Promise<Receipt> {
  const { requestId, callbackUrl = '' } = request;
  const body = Buffer.from(answerText(letter.body, malformed));
  const signature = await signCallback(agency, key, body);
  try {
    const response = await fetch(callbackUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'ruqsat-agency-signature': signature },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([stop, AbortSignal.timeout(longestWaitMs)]),
    });
    return { requestId, status: response.status, body: (await response.text()).slice(0, 2000) };
  } catch {
    return { requestId, status: null, body: '' };
  }
}
