CREATE TABLE prefilled_values (
  case_id text NOT NULL,
  pointer text NOT NULL,
  value jsonb NOT NULL,
  source text NOT NULL,
  answer_id text NOT NULL,
  received_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (case_id, pointer, source)
);
