/** What an act makes of a life that was recorded under older code: replayed, it is as it was. */
import { patched } from '@temporalio/workflow';
import type { EventBody } from '../domain/events';

/** New papers were not checked anew once. */
export function asLived(bodies: EventBody[]): EventBody[] {
  return bodies.map((body) => {
    if (body.type !== 'documents-provided' || body.data.rechecks === undefined) return body;
    if (patched('new-papers-are-checked')) return body;
    const { rechecks: _, ...data } = body.data;
    return { ...body, data };
  });
}
