/** Who can sign in on the development stack: the cast as applicants, and the people of the office. */
import { people, type PersonKey } from './people';
import type { PersonPapers } from '../domain/person';
import type { Role } from '../domain/roles';

/** `subject` is what a token calls the person: opaque, and the same in every stack. */
export interface Persona {
  subject: string;
  roles: Role[];
  about: string;
  /** Whose account it is; nobody's papers stand behind `guest` and those who act for others. */
  papers?: PersonPapers;
}

const applicantSubjects: Record<PersonKey, string> = {
  timur: 'p-7f3k2m9qd4',
  elif: 'p-q8x1v5ht6c',
  pavel: 'p-3n6z0bw8ra',
  leyla: 'p-k5d9j2yf7s',
  rustam: 'p-w1h4t8em3x',
  viktor: 'p-9c7r5gq0nv',
  anush: 'p-b2y6s3kz8d',
  oyuna: 'p-m4f0x7jc1t',
  farid: 'p-h8v3e6np5w',
  sanjar: 'p-x2d7u9ka4j',
  aizada: 'p-6v1q8rm3yz',
  batbayar: 'p-g5w0n4tc7e',
  irina: 'p-r9k2h6bs1f',
  davron: 'p-y3p8z5xv0m',
  hakan: 'p-1c6j9ew2qt',
  sevda: 'p-n7b4s0gd8u',
  nodira: 'p-d6r2w8hx5b',
  mirlan: 'p-t3f9m1vk6h',
  bekzod: 'p-v8q4z2jw7n',
  orhan: 'p-0s5g9xd3kc',
  olga: 'p-f6m1y8tr2b',
  ulan: 'p-j9h3c7we5v',
  namesake: 'p-2x8n6b0qzs',
  samir: 'p-u4t7k1fd9g',
  saltanat: 'p-a5r0v8mc3y',
  aruna: 'p-8w2p6j4hxe',
  malika: 'p-c3s9v5tn1m',
};

const applicants = Object.entries(people).map(([key, { life, person }]): [string, Persona] => [
  key,
  { subject: applicantSubjects[key as PersonKey], roles: ['applicant'], about: life, papers: person },
]);

/** By key; `guest` is an applicant who is not in the cast and may file as anybody. */
export const personas: ReadonlyMap<string, Persona> = new Map<string, Persona>([
  ...applicants,
  ['guest', { subject: 'p-z6t2c9mw4y', roles: ['applicant'], about: 'a stranger to every agency' }],
  ['delegate', { subject: 'e-r7d2x5mk9w', roles: ['employer'], about: 'files for the staff of an employer' }],
  ['deputy', { subject: 'e-h4v9c1sz6p', roles: ['employer'], about: 'another delegate, once he is added' }],
  ['aigul', { subject: 's-4kd81wqz7n', roles: ['caseworker'], about: 'a caseworker' }],
  ['nurlan', { subject: 's-t90vm3xh2e', roles: ['caseworker'], about: 'another caseworker' }],
  ['saule', { subject: 's-6jc5yr8b1f', roles: ['supervisor'], about: 'a supervisor' }],
  ['yerlan', { subject: 's-p2gn7ws4xk', roles: ['supervisor'], about: 'another supervisor' }],
  [
    'zarina',
    {
      subject: 's-w7qk2m5d9v',
      roles: ['caseworker', 'supervisor'],
      about: 'a caseworker who stands in for a supervisor, never for her own proposals',
    },
  ],
  ['marat', { subject: 's-x83zq1dt6v', roles: ['auditor'], about: 'an auditor' }],
  ['dana', { subject: 's-e5h9mf0c2j', roles: ['operator'], about: 'an operator' }],
]);
