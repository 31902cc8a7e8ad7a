-- The length of a code is its level, so the level is no column. An index that compares a number before the code, and a
-- check without a regular expression, halve the load of all 665,276 divisions.
DROP TRIGGER refuse_overlap ON divisions.division;
DROP INDEX divisions.division_ends;
ALTER TABLE divisions.division
    DROP COLUMN level,
    DROP CONSTRAINT division_code_check,
    ADD CHECK (octet_length(code) IN (2, 4, 6, 9, 12) AND btrim(code, '0123456789') = '');
-- Two rows of one code that end alike would overlap; and this one index answers get, children and path.
CREATE UNIQUE INDEX division_ends
    ON divisions.division (octet_length(code), code, upper(valid), upper(known)) NULLS NOT DISTINCT;

CREATE OR REPLACE FUNCTION divisions.refuse_overlap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM divisions.division d
                WHERE octet_length(d.code) = octet_length(NEW.code) AND d.code = NEW.code AND d.listed
                  AND d.valid && NEW.valid AND d.known && NEW.known) THEN
        RAISE EXCEPTION 'Division % would have two names at once', NEW.code USING ERRCODE = 'exclusion_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER refuse_overlap BEFORE INSERT OR UPDATE ON divisions.division
    FOR EACH ROW WHEN (NOT NEW.listed) EXECUTE FUNCTION divisions.refuse_overlap();
