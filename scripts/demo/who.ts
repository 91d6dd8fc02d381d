/** By what name the people and the machines in a record are called. */
import { personas } from '../../agencies/personas';
import type { Actor } from '../../domain/actor';

/** The persona of a subject, or the subject itself for a stranger. */
export function nameOf(subject: string): string {
  return [...personas].find(([, persona]) => persona.subject === subject)?.[0] ?? subject;
}

export function describeActor({ id, role }: Actor): string {
  if (role === 'service') return 'the service';
  if (role === 'agency') return nameAgency(id);
  return `${nameOf(id)}, ${role}`;
}

/** `the criminal registry`, `the IIN registry`, `Berkut`. */
export function nameAgency(agency: string): string {
  return agency === 'berkut' ? 'Berkut' : `the ${inWords(agency.replace('iin', 'IIN'))}`;
}

/** `East Kazakhstan`. */
export function nameRegion(region: string): string {
  return inWords(region).replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

/** The words of a code. */
export function inWords(code: string): string {
  return code.replaceAll('-', ' ');
}
