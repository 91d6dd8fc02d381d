ALTER TABLE bulk_rows ADD COLUMN troubles integer NOT NULL DEFAULT 0;
