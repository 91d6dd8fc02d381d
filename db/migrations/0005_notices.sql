CREATE TABLE notices (
  case_id text NOT NULL,
  seq integer NOT NULL,
  kind text NOT NULL,
  facts jsonb NOT NULL,
  at timestamptz(3) NOT NULL,
  due_by timestamptz(3),
  PRIMARY KEY (case_id, seq),
  FOREIGN KEY (case_id, seq) REFERENCES case_events (case_id, seq)
);

CREATE TABLE notice_deliveries (
  id bigserial PRIMARY KEY,
  case_id text NOT NULL,
  seq integer NOT NULL,
  channel text NOT NULL CHECK (channel IN ('account', 'email')),
  at timestamptz(3) NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('delivered', 'failed')),
  code text NOT NULL,
  FOREIGN KEY (case_id, seq) REFERENCES notices (case_id, seq)
);
CREATE INDEX notice_deliveries_case ON notice_deliveries (case_id, seq);
CREATE UNIQUE INDEX notice_deliveries_opened ON notice_deliveries (case_id, seq) WHERE channel = 'account';

CREATE TABLE outgoing_mail (
  case_id text NOT NULL,
  seq integer NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'given-up')),
  tries integer NOT NULL DEFAULT 0,
  lease_until timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (case_id, seq),
  FOREIGN KEY (case_id, seq) REFERENCES notices (case_id, seq)
);
CREATE INDEX outgoing_mail_waiting ON outgoing_mail (lease_until) WHERE state = 'waiting';

CREATE TABLE contacts (
  case_id text PRIMARY KEY,
  email text,
  language text NOT NULL CHECK (language IN ('kk', 'ru', 'en'))
);
