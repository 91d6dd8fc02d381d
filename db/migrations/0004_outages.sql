CREATE TABLE heartbeat (
  id integer PRIMARY KEY CHECK (id = 1),
  beat_at timestamptz(3) NOT NULL
);
CREATE TABLE outages (
  id bigserial PRIMARY KEY,
  from_at timestamptz(3) NOT NULL,
  to_at timestamptz(3) NOT NULL CHECK (to_at > from_at)
);
CREATE INDEX outages_to ON outages (to_at);
ALTER TABLE cases ADD COLUMN over_at timestamptz(3);
