/** What the person who started the stack is told in the end: where to click and what to type. */
import { neighbourNames } from '../../agencies/settings';
import type { Addresses } from './addresses';

export function banner({ apiUrl, neighbourUrls, temporalAddress }: Addresses, seconds: number): string {
  const doors = neighbourNames
    .filter((name) => name !== 'mail-catcher')
    .map((name) => `                    ${neighbourUrls[name]}  ${name}`);
  return [
    '',
    `Ruqsat is ready after ${seconds.toFixed(1)} s. Ctrl-C stops everything; the cases stay.`,
    '',
    `  The API           ${apiUrl}`,
    `  Browse it         ${apiUrl}/docs`,
    `  The neighbours, each with a control door at /control`,
    ...doors,
    `  Caught e-mail     ${neighbourUrls['mail-catcher']}/messages`,
    `  Temporal          ${temporalAddress}`,
    '',
    '  Seventeen lives   npm run demo',
    '  A token           npm run token -- <persona>',
    '  Audit a case      npm run audit -- replay <id>',
    '',
  ].join('\n');
}
