/** The mail catcher: takes every letter of the development stack and delivers none; a door shows what came. */
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { Type, type Static } from 'typebox';
import { createServer, type ServerOptions } from './server';

export interface CaughtMail {
  messageId: string;
  from: string;
  to: string[];
  subject: string;
  text: string;
  receivedAt: string;
}
interface CatcherDeps {
  host: string;
  /** 0: any free one. */
  smtpPort: number;
  logger?: ServerOptions['logger'];
}

const strict = { additionalProperties: false };
const Times = Type.Object({ times: Type.Integer({ minimum: 1, maximum: 100_000 }) }, strict);
const Behaviour = Type.Object(
  {
    /** The next so many letters are refused for good (550), or for now (451). */
    refuse: Type.Optional(Times),
    fail: Type.Optional(Times),
    /** The next so many lose their connection in the middle. */
    cutConnection: Type.Optional(Times),
    /** Before each answer to a letter. */
    latencyMs: Type.Optional(Type.Integer({ minimum: 0, maximum: 3_600_000 })),
  },
  strict,
);
type Behaviour = Static<typeof Behaviour>;

const mostKept = 1_000;

/** Listens for SMTP once its door listens; `smtpPort()` says where. Letters and orders are forgotten at its end. */
export async function createMailCatcher({ host, smtpPort, logger }: CatcherDeps) {
  const app = createServer({ name: 'mail-catcher', logger });
  const caught: CaughtMail[] = [];
  let orders: Behaviour = {};
  const take = (kind: 'refuse' | 'fail' | 'cutConnection'): boolean => {
    const order = orders[kind];
    if (order === undefined || order.times === 0) return false;
    order.times -= 1;
    return true;
  };

  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    size: 1024 * 1024,
    onData(stream, session, callback) {
      void (async () => {
        const mail = await simpleParser(stream);
        await new Promise((resolve) => setTimeout(resolve, orders.latencyMs ?? 0));
        if (take('cutConnection')) return smtp.connections.forEach((each) => each._socket.destroy());
        if (take('refuse')) return callback(smtpError(550, 'refused, as ordered at the control door'));
        if (take('fail')) return callback(smtpError(451, 'not now, as ordered at the control door'));
        caught.push({
          messageId: mail.messageId ?? '',
          from: mail.from?.text ?? '',
          to: session.envelope.rcptTo.map(({ address }) => address),
          subject: mail.subject ?? '',
          text: mail.text ?? '',
          receivedAt: new Date().toISOString(),
        });
        caught.splice(0, caught.length - mostKept);
        callback();
      })().catch((error: Error) => callback(error));
    },
  });
  smtp.on('error', (error) => app.log.info({ trouble: error.message }, 'a letter was lost on its way'));
  await new Promise<void>((resolve, reject) => {
    smtp.once('error', reject);
    smtp.listen(smtpPort, host, resolve);
  });
  addDoors(app, { caught, behave: (wanted) => (orders = structuredClone(wanted)), show: () => orders });
  app.addHook('onClose', () => new Promise<void>((resolve) => smtp.close(() => resolve())));
  return Object.assign(app, { smtpPort: () => (smtp.server.address() as AddressInfo).port });
}

interface Doors {
  caught: CaughtMail[];
  behave: (wanted: Behaviour) => Behaviour;
  show: () => Behaviour;
}

function addDoors(app: FastifyInstance, { caught, behave, show }: Doors): void {
  app.get('/messages', () => ({ messages: caught }));
  app.delete('/messages', () => ({ messages: caught.splice(0) && caught }));
  app.get('/control', () => ({ agency: 'mail-catcher', behaviour: show(), caught: caught.length }));
  app.put<{ Body: Behaviour }>('/control/behaviour', { schema: { body: Behaviour } }, ({ body }) => ({
    behaviour: behave(body),
  }));
  app.delete('/control/behaviour', () => ({ behaviour: behave({}) }));
}

function smtpError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
