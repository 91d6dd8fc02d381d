/** Who may do what to which table: the roles of the processes, laid anew after every migration. */
export const processRoles = ['api', 'worker', 'audit'] as const;
export type ProcessRole = (typeof processRoles)[number];

type Grants = Partial<Record<ProcessRole, string>>;

/** Reading is granted to all three on every table; what stands here is writing. No row grants it on the past. */
export const writing = {
  case_events: { worker: 'INSERT' },
  cases: { worker: 'INSERT, UPDATE' },
  tasks: { worker: 'INSERT, DELETE' },
  /** The worker enters what it can prove itself: that a notice was delivered. */
  intake: { api: 'INSERT, UPDATE', worker: 'INSERT' },
  persons: { api: 'INSERT' },
  form_versions: { api: 'INSERT' },
  documents: { api: 'INSERT' },
  case_texts: { api: 'INSERT' },
  language_certificates: { api: 'INSERT' },
  agency_requests: { worker: 'INSERT' },
  agency_lines: { worker: 'INSERT, UPDATE', api: 'INSERT, UPDATE' },
  agency_tries: { worker: 'INSERT, UPDATE' },
  agency_holds: { api: 'INSERT' },
  agency_answers: { api: 'INSERT', worker: 'INSERT' },
  refused_callbacks: { api: 'INSERT' },
  heartbeat: { api: 'INSERT, UPDATE' },
  outages: { api: 'INSERT' },
  case_time: { api: 'INSERT, UPDATE' },
  certificates: { worker: 'INSERT' },
  employers: { api: 'INSERT' },
  employer_delegates: { api: 'INSERT, UPDATE' },
  bulk_filings: { api: 'INSERT' },
  bulk_rows: { api: 'INSERT, UPDATE' },
  /** A place is given back in the transaction that records why. */
  employer_places: { worker: 'INSERT, UPDATE' },
  permits: { worker: 'INSERT, UPDATE' },
  history_exports: { worker: 'INSERT' },
  workflow_bundles: { worker: 'INSERT' },
  access_log: { api: 'INSERT' },
  notices: { worker: 'INSERT' },
  notice_deliveries: { worker: 'INSERT', api: 'INSERT' },
  prefilled_values: { worker: 'INSERT' },
  outgoing_mail: { worker: 'INSERT, UPDATE' },
  contacts: { api: 'INSERT' },
  /** Who raises an alarm counts it; what it says stands, and so does whose word cleared it. */
  operator_alarms: {
    worker: 'INSERT, UPDATE (times, last_at)',
    api: 'INSERT, UPDATE (times, last_at, cleared)',
  },
  alarm_clearings: { api: 'INSERT' },
} as const satisfies Record<string, Grants>;

/** SQL that gives each role exactly its grants; roles are named after the database. */
export function grantStatements(database: string): string[] {
  const name = (role: ProcessRole) => quoted(`${database}_${role}`);
  const everyone = processRoles.map(name).join(', ');
  return [
    `REVOKE ALL ON SCHEMA public FROM PUBLIC`,
    `GRANT USAGE ON SCHEMA public TO ${everyone}`,
    `REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${everyone}`,
    `GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${everyone}`,
    `GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${name('api')}, ${name('worker')}`,
    ...Object.entries(writing).flatMap(([table, grants]) =>
      Object.entries(grants).map(
        ([role, privileges]) => `GRANT ${privileges} ON ${table} TO ${name(role as ProcessRole)}`,
      ),
    ),
  ];
}

export function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
