/** Which methods an address does take, for telling a wrong method from a wrong address. */
import type { RouteOptions } from 'fastify';

export function findMethodsAt(routes: readonly RouteOptions[], address: string): string[] {
  const segments = segmentsOf(address);
  const methods = routes.filter(({ url }) => fits(segmentsOf(url), segments)).flatMap(({ method }) => method);
  return [...new Set(methods)].sort();
}

function segmentsOf(address: string): string[] {
  return (address.split('?', 1)[0] ?? '').split('/');
}

function fits(pattern: string[], segments: string[]): boolean {
  return (
    pattern.length === segments.length &&
    pattern.every(
      (part, place) => part === segments[place] || (part.startsWith(':') && segments[place] !== ''),
    )
  );
}
