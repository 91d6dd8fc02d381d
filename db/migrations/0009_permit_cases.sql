ALTER TABLE cases ADD COLUMN kind text;
UPDATE cases SET kind = 'permanent-residence',
  case_file = case_file || '{"kind": "permanent-residence", "permit": null, "reopening": null, "steppedBack": []}';
ALTER TABLE cases ALTER COLUMN kind SET NOT NULL;
ALTER TABLE cases ADD COLUMN employer_id text;
CREATE INDEX cases_employer ON cases (employer_id, opened_at DESC, case_id DESC) WHERE employer_id IS NOT NULL;

CREATE INDEX persons_passport ON persons ((identity->>'passportNumber'), (identity->>'citizenship'));

CREATE TABLE employers (
  employer_id text PRIMARY KEY,
  bin text NOT NULL UNIQUE CHECK (bin ~ '^[0-9]{12}$'),
  name text NOT NULL,
  is_individual boolean NOT NULL,
  opened_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE employer_delegates (
  employer_id text NOT NULL REFERENCES employers,
  subject text NOT NULL,
  added_by text NOT NULL,
  added_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  ended_at timestamptz(3),
  PRIMARY KEY (employer_id, subject)
);
CREATE INDEX employer_delegates_subject ON employer_delegates (subject) WHERE ended_at IS NULL;

CREATE TABLE employer_places (
  case_id text PRIMARY KEY,
  employer_id text NOT NULL REFERENCES employers,
  reserved_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  held_until date,
  released_at timestamptz(3)
);
CREATE INDEX employer_places_taken ON employer_places (employer_id) WHERE released_at IS NULL;

CREATE TABLE bulk_filings (
  filing_id text PRIMARY KEY,
  employer_id text NOT NULL REFERENCES employers,
  sha256 text NOT NULL,
  uploaded_by text NOT NULL,
  uploaded_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  language text NOT NULL,
  UNIQUE (employer_id, sha256)
);

CREATE TABLE bulk_rows (
  filing_id text NOT NULL REFERENCES bulk_filings,
  row integer NOT NULL,
  case_id text UNIQUE,
  state text NOT NULL CHECK (state IN ('waiting', 'filed', 'submitted', 'failed')),
  content jsonb,
  code text,
  faults jsonb NOT NULL DEFAULT '[]',
  tries integer NOT NULL DEFAULT 0,
  lease_until timestamptz(3) NOT NULL DEFAULT '-infinity',
  PRIMARY KEY (filing_id, row),
  CHECK ((state = 'failed') = (code IS NOT NULL)),
  CHECK (state IN ('waiting', 'filed') = (content IS NOT NULL))
);
CREATE INDEX bulk_rows_to_file ON bulk_rows (state, row, filing_id) WHERE state IN ('waiting', 'filed');

CREATE TABLE permits (
  case_id text PRIMARY KEY,
  serial bigserial NOT NULL UNIQUE,
  valid_from date NOT NULL,
  valid_until date NOT NULL CHECK (valid_until >= valid_from),
  renews text
);
