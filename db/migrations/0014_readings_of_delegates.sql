ALTER TABLE access_log ADD COLUMN employer_id text;
