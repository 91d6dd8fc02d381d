/** Who may pass through which door: one total table from permission to roles, and the doors that have no guard. */
import type { Role } from '../domain/roles';
import { roles } from '../domain/roles';

export const permissions = {
  'application:file': ['applicant'],
  'application:list': ['applicant'],
  'application:attend': ['applicant'],
  'permit:file': ['applicant', 'employer'],
  'application:read': ['applicant', 'employer'],
  'application:act': ['applicant', 'employer'],
  'change:report': ['applicant', 'employer', 'caseworker'],
  'change:decide': ['caseworker', 'supervisor'],
  'employer:read': ['employer'],
  'employer:act': ['employer'],
  'worklist:read': ['caseworker', 'supervisor'],
  'case:read': ['caseworker', 'supervisor', 'auditor'],
  'case:assign': ['caseworker', 'supervisor'],
  'case:work': ['caseworker'],
  'case:decide': ['supervisor'],
  'case:stop': ['caseworker'],
  'case:resume': ['caseworker', 'supervisor'],
  'case:extend': ['supervisor'],
  'interview:recuse': ['caseworker', 'supervisor'],
  'slack:read': ['supervisor'],
  'clock:calendar': ['operator'],
  'agency:run': ['operator'],
  'alarm:read': ['operator'],
  'alarm:clear': ['operator'],
  'record:read': ['auditor'],
  'act:read': ['applicant', 'employer', 'caseworker', 'supervisor', 'operator'],
  'time:move': roles,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** `public` asks nothing of the caller; `agency-signature` is checked by the route, over the bytes of the body. */
export const openDoors = ['public', 'agency-signature'] as const;
export type OpenDoor = (typeof openDoors)[number];

export function isPermission(name: unknown): name is Permission {
  return typeof name === 'string' && Object.hasOwn(permissions, name);
}

export function isOpenDoor(name: unknown): name is OpenDoor {
  return openDoors.some((door) => door === name);
}

/** The roles, of those a caller holds, in which he may pass, in the order in which he holds them. */
export function listRolesFor(permission: Permission, held: readonly Role[]): Role[] {
  const admitted: readonly Role[] = permissions[permission];
  return held.filter((role) => admitted.includes(role));
}
