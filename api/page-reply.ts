/** Pages for people out of the API: when one is wanted, and what it may do in a browser. */

/** Its own style and nothing else: no script, no picture, no frame, no address. */
export const pageHeaders = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
};

/** Whether an Accept header would rather have a page than JSON; without one nobody wants a page. */
export function wantsPage(accept = ''): boolean {
  const weightOf = (type: string) => {
    const range = accept.split(',').find((part) => part.trim().toLowerCase().split(/\s*;/)[0] === type);
    return range === undefined ? 0 : Number(/;\s*q=([\d.]+)/i.exec(range)?.[1] ?? 1);
  };
  return weightOf('text/html') > weightOf('application/json');
}
