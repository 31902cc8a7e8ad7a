-- Areas and offices: public, so without row-level security.
CREATE TABLE divisions.division (
    code  text COLLATE "C" NOT NULL CHECK (code ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$'),
    name  text NOT NULL,
    level text COLLATE "C" NOT NULL CHECK (level IN ('PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWN', 'COMMUNITY')),
    -- Straight from the published list and never touched since: then the row is open at both ends.
    listed boolean NOT NULL,
    valid daterange NOT NULL,
    known tstzrange NOT NULL,
    CHECK (NOT listed OR (upper_inf(valid) AND upper_inf(known))),
    -- Rows that history touched may not overlap. Untouched ones are kept apart from each other by the index below and
    -- from touched ones by the trigger: an exclusion over all 665,276 would make the load five times as long.
    EXCLUDE USING gist (code WITH =, valid WITH &&, known WITH &&) WHERE (NOT listed)
);
-- Two rows of one code that end alike would overlap; and this one index answers get, children and path.
CREATE UNIQUE INDEX division_ends ON divisions.division (level, code, upper(valid), upper(known)) NULLS NOT DISTINCT;

CREATE FUNCTION divisions.refuse_overlap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM divisions.division d
                WHERE d.level = NEW.level AND d.code = NEW.code AND d.listed
                  AND d.valid && NEW.valid AND d.known && NEW.known) THEN
        RAISE EXCEPTION 'Division % would have two names at once', NEW.code USING ERRCODE = 'exclusion_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER refuse_overlap BEFORE INSERT OR UPDATE ON divisions.division
    FOR EACH ROW WHEN (NOT NEW.listed) EXECUTE FUNCTION divisions.refuse_overlap();

CREATE TABLE divisions.succession (
    id          uuid PRIMARY KEY,
    before_code text COLLATE "C" NOT NULL,
    after_code  text COLLATE "C" NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('MERGE', 'SPLIT', 'RENAME', 'RECODE')),
    happened_on date NOT NULL,
    document    text NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    UNIQUE (before_code, after_code, happened_on)
);
CREATE INDEX ON divisions.succession (after_code);

CREATE TABLE divisions.org_unit (
    id         uuid NOT NULL,
    name       text NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('BUREAU', 'STREET_OFFICE', 'COMMITTEE')),
    serves     text COLLATE "C" NOT NULL,
    valid      daterange NOT NULL,
    known      tstzrange NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (id),
    EXCLUDE USING gist (serves WITH =, kind WITH =, valid WITH &&, known WITH &&)
);
COMMENT ON COLUMN divisions.division.name IS 'public: the name of an area';
COMMENT ON COLUMN divisions.org_unit.name IS 'public: the name of an office';

GRANT USAGE ON SCHEMA divisions TO weimin_app;
GRANT SELECT, INSERT, UPDATE ON divisions.division, divisions.org_unit TO weimin_app;
GRANT SELECT, INSERT ON divisions.succession TO weimin_app;
