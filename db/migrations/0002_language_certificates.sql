CREATE TABLE language_certificates (
  certificate_id text PRIMARY KEY,
  case_id text NOT NULL,
  number text NOT NULL,
  level text NOT NULL,
  issued_on text NOT NULL,
  sha256 text NOT NULL,
  presented_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX language_certificates_case ON language_certificates (case_id);
