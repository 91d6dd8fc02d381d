/** The mailboxes of everybody in a test: a real SMTP server that keeps what it takes, and obeys its control door. */
import { createMailCatcher, type CaughtMail } from '../../agencies/mail-catcher';
import { control, listen } from '../agencies/street';

/** Give `env` to a worker; call `close` in `afterAll`. */
export async function openMailbox() {
  const catcher = await createMailCatcher({ host: '127.0.0.1', smtpPort: 0 });
  const door = await listen(catcher);
  return {
    env: { SMTP_URL: `smtp://127.0.0.1:${catcher.smtpPort()}` },

    /** What came for a notice of a case, the oldest first; copies too. */
    async letters(caseId: string, seq: number): Promise<CaughtMail[]> {
      const { messages } = (await control(door, 'GET /messages')) as { messages: CaughtMail[] };
      return messages.filter(({ messageId }) => messageId.startsWith(`<${caseId}.${seq}@`));
    },

    /** Orders for the letters that come next, such as `{ refuse: { times: 1 } }`. */
    behave: (orders: object) => control(door, 'PUT /control/behaviour', orders),
    close: () => catcher.close(),
  };
}
export type Mailbox = Awaited<ReturnType<typeof openMailbox>>;
