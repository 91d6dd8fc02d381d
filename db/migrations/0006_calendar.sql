ALTER TABLE cases ADD COLUMN calendar text;
UPDATE cases SET calendar = case_file->>'calendar';
ALTER TABLE cases ALTER COLUMN calendar SET NOT NULL;
CREATE INDEX cases_calendar ON cases (calendar, case_id) WHERE over_at IS NULL;
CREATE INDEX case_events_calendar ON case_events ((data->>'calendar'), case_id) WHERE type = 'calendar-adopted';
