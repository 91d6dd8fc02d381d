/** Whose doing an event is. */
import type { Role } from './roles';

/** `id` is an opaque subject, never a name; agencies and the service itself act under their own names. */
export interface Actor {
  id: string;
  role: Role | 'agency' | 'service';
}

export const theService: Actor = { id: 'ruqsat', role: 'service' };
