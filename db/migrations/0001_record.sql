CREATE TABLE case_events (
  case_id text NOT NULL,
  seq integer NOT NULL CHECK (seq > 0),
  type text NOT NULL,
  effective_at timestamptz(3) NOT NULL,
  recorded_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  actor_id text NOT NULL,
  actor_role text NOT NULL,
  cause_id text NOT NULL,
  data jsonb NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (case_id, seq)
);
CREATE INDEX case_events_cause ON case_events (case_id, cause_id);

CREATE TABLE cases (
  case_id text PRIMARY KEY,
  seq integer NOT NULL,
  head_hash text NOT NULL,
  region text NOT NULL,
  applicant_id text NOT NULL,
  status text NOT NULL,
  stage text NOT NULL,
  waiting_party text NOT NULL,
  waiting_since timestamptz(3) NOT NULL,
  waiting_until timestamptz(3),
  clock_due_at timestamptz(3),
  assignee text,
  escalated_at timestamptz(3),
  opened_at timestamptz(3) NOT NULL,
  closed_at timestamptz(3),
  case_file jsonb NOT NULL,
  changed_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX cases_applicant ON cases (applicant_id, opened_at);

CREATE TABLE tasks (
  case_id text NOT NULL REFERENCES cases,
  name text NOT NULL,
  subject text NOT NULL,
  owner_role text NOT NULL,
  owner_id text,
  since timestamptz(3) NOT NULL,
  due_at timestamptz(3),
  PRIMARY KEY (case_id, name, subject)
);
CREATE INDEX tasks_owner ON tasks (owner_role, due_at, case_id);

CREATE TABLE intake (
  number bigserial PRIMARY KEY,
  case_id text,
  verb text NOT NULL,
  actor_id text NOT NULL,
  actor_role text NOT NULL,
  idempotency_key text NOT NULL,
  body_sha256 text NOT NULL,
  message jsonb NOT NULL,
  received_at timestamptz(3) NOT NULL,
  effective_at timestamptz(3) NOT NULL,
  state text NOT NULL CHECK (state IN ('received', 'answered', 'refused', 'kept')),
  answer jsonb,
  settled_at timestamptz(3),
  lease_until timestamptz(3) NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  UNIQUE (actor_id, idempotency_key),
  CHECK ((state = 'received') = (settled_at IS NULL))
);
CREATE INDEX intake_waiting ON intake (case_id, number) WHERE state = 'received';

CREATE TABLE persons (
  person_id text PRIMARY KEY,
  case_id text NOT NULL,
  identity jsonb NOT NULL,
  sha256 text NOT NULL
);

CREATE TABLE form_versions (
  case_id text NOT NULL,
  version integer NOT NULL,
  content jsonb NOT NULL,
  sha256 text NOT NULL,
  saved_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (case_id, version)
);

CREATE TABLE documents (
  document_id text PRIMARY KEY,
  case_id text NOT NULL,
  kind text NOT NULL,
  media_type text NOT NULL,
  size integer NOT NULL,
  sha256 text NOT NULL,
  bytes bytea NOT NULL,
  uploaded_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX documents_case ON documents (case_id);

CREATE TABLE case_texts (
  text_id text PRIMARY KEY,
  case_id text NOT NULL,
  body text NOT NULL,
  sha256 text NOT NULL,
  written_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX case_texts_case ON case_texts (case_id);

CREATE TABLE agency_requests (
  request_id text PRIMARY KEY,
  case_id text NOT NULL,
  agency text NOT NULL,
  asked_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE agency_answers (
  agency text NOT NULL,
  answer_id text NOT NULL,
  request_id text NOT NULL,
  case_id text,
  body jsonb NOT NULL,
  sha256 text NOT NULL,
  received_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (agency, answer_id, sha256)
);
CREATE INDEX agency_answers_case ON agency_answers (case_id);

CREATE TABLE refused_callbacks (
  id bigserial PRIMARY KEY,
  agency text NOT NULL,
  code text NOT NULL,
  body_sha256 text NOT NULL,
  delivery_id text,
  received_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE case_time (
  case_id text PRIMARY KEY,
  offset_ms bigint NOT NULL
);

CREATE TABLE certificates (
  case_id text PRIMARY KEY,
  serial bigserial NOT NULL UNIQUE
);

CREATE TABLE history_exports (
  case_id text NOT NULL,
  run_id text NOT NULL,
  last_event_id integer NOT NULL,
  history bytea NOT NULL,
  sha256 text NOT NULL,
  bundle_hashes text[] NOT NULL,
  exported_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (case_id, run_id, last_event_id)
);

CREATE TABLE workflow_bundles (
  hash text PRIMARY KEY,
  code bytea NOT NULL,
  stored_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE access_log (
  id bigserial PRIMARY KEY,
  at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  actor_id text NOT NULL,
  actor_role text NOT NULL,
  audit text NOT NULL,
  case_id text,
  status integer NOT NULL
);

CREATE TABLE operator_alarms (
  id bigserial PRIMARY KEY,
  raised_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  code text NOT NULL,
  case_id text,
  detail text NOT NULL
);
