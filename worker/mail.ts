/** A notice as an e-mail: the person's language first, the two others below, and what the server said to it. */
import { createTransport } from 'nodemailer';
import type { Letter } from '../db/postbox';
import { languages } from '../domain/languages';
import type { DeliveryOutcome } from '../domain/delivery';
import { noticeText } from '../policy/notice-text';

/** `code`: SMTP's number, or the name of what went wrong; `final`: the server says that trying again is in vain. */
export interface Sent {
  outcome: DeliveryOutcome;
  code: string;
  final: boolean;
}
export type SendMail = (letter: Letter) => Promise<Sent>;

const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Never throws for what a mail server does; `close` lets go of its connections. */
export function createMail({ url, from }: { url: string; from: string }) {
  const transport = createTransport({ url, ...timeouts, disableFileAccess: true, disableUrlAccess: true });
  const send: SendMail = async (letter) => {
    if (letter.email === null) return { outcome: 'failed', code: 'no-address', final: true };
    try {
      const { response } = await transport.sendMail({ from, to: letter.email, ...messageOf(letter, from) });
      return { outcome: 'delivered', code: response.slice(0, 3), final: false };
    } catch (error) {
      return failureOf(error as { responseCode?: number; code?: string });
    }
  };
  return { send, close: () => transport.close() };
}

/** The Message-ID is the notice's id: a second copy can be told. */
export function messageOf({ notice, language }: Letter, from: string) {
  const order = [language, ...languages.filter((other) => other !== language)];
  const texts = order.map((each) => noticeText(notice, each));
  const domain = from.replace(/^.*@/, '').replace(/>$/, '');
  return {
    messageId: `<${notice.caseId}.${notice.seq}@${domain}>`,
    subject: `${texts[0]?.subject} · ${notice.caseId}`,
    text: texts.map(({ subject, lines }) => [subject, '', ...lines].join('\n')).join('\n\n—\n\n'),
    headers: { 'Content-Language': language, 'Auto-Submitted': 'auto-generated' },
  };
}

function failureOf({ responseCode, code }: { responseCode?: number; code?: string }): Sent {
  const final = responseCode !== undefined && responseCode >= 500;
  return { outcome: 'failed', code: String(responseCode ?? code ?? 'trouble'), final };
}
