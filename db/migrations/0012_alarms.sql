ALTER TABLE operator_alarms
  ADD COLUMN times integer NOT NULL DEFAULT 1,
  ADD COLUMN last_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  ADD COLUMN cleared boolean NOT NULL DEFAULT false;
UPDATE operator_alarms SET last_at = raised_at;
DELETE FROM operator_alarms twin USING operator_alarms first
  WHERE first.code = twin.code AND first.case_id IS NOT DISTINCT FROM twin.case_id AND first.detail = twin.detail
    AND first.id < twin.id;
CREATE UNIQUE INDEX operator_alarms_open ON operator_alarms (code, coalesce(case_id, ''), md5(detail)) WHERE NOT cleared;

CREATE TABLE alarm_clearings (
  alarm_id bigint PRIMARY KEY REFERENCES operator_alarms,
  by_id text NOT NULL,
  by_role text NOT NULL,
  at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  reason text NOT NULL
);
