/** How our own column types travel between PostgreSQL and us. */
import { customType } from 'drizzle-orm/pg-core';

export const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** ISO 8601 in UTC on our side, timestamptz to the millisecond on PostgreSQL's. */
export const instant = customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamptz(3)',
  fromDriver: (value) => new Date(value).toISOString(),
});

/** A string or a boolean as JSON; the driver has read it already, and text that looks like a number stays text. */
export const jsonScalar = customType<{ data: string | boolean; driverData: unknown }>({
  dataType: () => 'jsonb',
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => value as string | boolean,
});
