CREATE TABLE agency_lines (
  agency text PRIMARY KEY,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'slow', 'down')),
  since timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  tokens double precision NOT NULL,
  filled_at timestamptz(3) NOT NULL,
  turns_until timestamptz(3),
  troubles integer NOT NULL DEFAULT 0,
  troubled_request text,
  last_trouble text,
  failed_probes integer NOT NULL DEFAULT 0,
  probe_at timestamptz(3),
  quiet_until timestamptz(3),
  held boolean NOT NULL DEFAULT false,
  CHECK ((state = 'down') = (probe_at IS NOT NULL))
);

CREATE TABLE agency_tries (
  id bigserial PRIMARY KEY,
  agency text NOT NULL,
  request_id text NOT NULL REFERENCES agency_requests,
  left_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3),
  code text,
  latency_ms integer,
  CHECK ((ended_at IS NULL) = (code IS NULL))
);
CREATE INDEX agency_tries_request ON agency_tries (request_id);
CREATE INDEX agency_tries_left ON agency_tries (left_at);

CREATE TABLE agency_holds (
  id bigserial PRIMARY KEY,
  agency text NOT NULL,
  act text NOT NULL CHECK (act IN ('held', 'released')),
  by_id text NOT NULL,
  by_role text NOT NULL,
  at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  reason text NOT NULL
);
CREATE INDEX agency_holds_agency ON agency_holds (agency, id);

CREATE INDEX agency_answers_received ON agency_answers (received_at);
CREATE INDEX cases_asking ON cases (status) WHERE status IN
  ('verification', 'awaiting-documents', 'awaiting-test-result', 'awaiting-certificate-check');
