-- Both are trusted extensions: the owner of a database may create them.
CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;

GRANT USAGE ON SCHEMA home TO weimin_app;

-- 辖区: rows of these tables are read and written only within the area that the transaction states; nobody's
-- transaction states one by accident, so without an actor there are no rows. FORCE: not even the owner forgets it.
CREATE PROCEDURE home.keep_by_area(VARIADIC tables regclass[]) LANGUAGE plpgsql AS $$
DECLARE t regclass;
BEGIN
    FOREACH t IN ARRAY tables LOOP
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY area ON %s
            USING (area >= current_setting(''weimin.area_from'', true)
                   AND area < current_setting(''weimin.area_until'', true))', t);
    END LOOP;
END $$;

-- The fingerprint of all migration scripts that this database has seen.
CREATE TABLE home.migrated (
    single      boolean PRIMARY KEY DEFAULT true CHECK (single),
    fingerprint text NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now()
);

-- Where the business clock stands, where it is going, and the last day whose beginning has been worked.
CREATE TABLE home.clock (
    single         boolean PRIMARY KEY DEFAULT true CHECK (single),
    ahead_days     int NOT NULL DEFAULT 0 CHECK (ahead_days >= 0),
    wanted_days    int NOT NULL DEFAULT 0 CHECK (wanted_days >= ahead_days),
    worked_through date NOT NULL,
    version        int NOT NULL DEFAULT 0,
    created_at     timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT, INSERT, UPDATE ON home.clock TO weimin_app;

-- Events that listeners still have to work after the commit; ids, dates and amounts only.
CREATE TABLE home.event_publication (
    id                     uuid PRIMARY KEY,
    listener_id            text NOT NULL,
    event_type             text NOT NULL,
    serialized_event       text NOT NULL,
    publication_date       timestamptz NOT NULL,
    completion_date        timestamptz,
    status                 text CHECK (status IN ('PUBLISHED', 'PROCESSING', 'COMPLETED', 'FAILED', 'RESUBMITTED')),
    completion_attempts    int,
    last_resubmission_date timestamptz,
    created_at             timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX event_publication_event ON home.event_publication USING hash (serialized_event);
CREATE INDEX event_publication_open ON home.event_publication (publication_date) WHERE completion_date IS NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON home.event_publication TO weimin_app;
