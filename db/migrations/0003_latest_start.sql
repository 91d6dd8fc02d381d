ALTER TABLE cases ADD COLUMN latest_start_at timestamptz(3);
CREATE INDEX cases_latest_start ON cases ((coalesce(latest_start_at, 'infinity'::timestamptz)), case_id)
  WHERE closed_at IS NULL;
