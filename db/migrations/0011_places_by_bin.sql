ALTER TABLE employer_places ALTER COLUMN employer_id DROP NOT NULL, ADD COLUMN bin text CHECK (bin ~ '^[0-9]{12}$');
UPDATE employer_places SET bin = employers.bin FROM employers WHERE employers.employer_id = employer_places.employer_id;
DROP INDEX employer_places_taken;
CREATE INDEX employer_places_taken ON employer_places (bin) WHERE released_at IS NULL;
CREATE INDEX persons_iin ON persons ((identity->>'iin'));
