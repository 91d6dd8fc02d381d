/** The migration register, which knows a person's other applications: it answers in its reply, at once. */
import { lawDate } from '../domain/law-day';
import { createAgency, type AgencyDeps } from './agency';
import { factsAbout } from './people';
import { PlainRequest, type Trade } from './trade';

const open = {
  kind: 'permanent-residence',
  status: 'open',
  filedOn: '2026-03-16',
  decidedOn: null,
  reference: 'PR-2026-0091',
} as const;

const migrationRegister: Trade<'migration-register'> = {
  name: 'migration-register',
  byCallback: false,
  request: PlainRequest,
  latencyMs: 0,
  latencyJitterMs: 0,
  lateMs: 0,
  factsFor: ({ person }, receivedAt) => ({
    asOf: lawDate(receivedAt),
    ...factsAbout('migration-register', person.passportNumber),
  }),
  contradict: ({ applications }) => ({ applications: applications.length === 0 ? [open] : [] }),
};

export function createMigrationRegister(deps: AgencyDeps) {
  return createAgency(migrationRegister, deps);
}
