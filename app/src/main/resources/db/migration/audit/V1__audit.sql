GRANT USAGE ON SCHEMA audit TO weimin_app;

-- The law of this schema: what is written stays as it was written, for the owner of the tables too.
CREATE FUNCTION audit.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Rows of %.% are never changed or removed', TG_TABLE_SCHEMA, TG_TABLE_NAME;
END $$;

-- 审计: one look at, or one change of, something that concerns a person. No value of the person stands here.
CREATE TABLE audit.entry (
    id           uuid PRIMARY KEY,
    actor_kind   text NOT NULL CHECK (actor_kind IN ('staff', 'resident', 'public', 'system')),
    actor        text NOT NULL,
    actor_name   text NOT NULL,
    cause        text NOT NULL,
    action       text NOT NULL CHECK (action IN ('LOOKED', 'CHANGED', 'REFUSED')),
    what         text NOT NULL,
    subject_kind text,
    subject_id   uuid,
    area         text COLLATE "C" NOT NULL,
    purpose      text NOT NULL,
    detail       jsonb NOT NULL,
    business_at  timestamptz NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON COLUMN audit.entry.actor_name IS 'class:2 the official''s name on that day';
COMMENT ON COLUMN audit.entry.purpose IS 'class:1 why somebody looked, in the words of that somebody';
CREATE INDEX entry_by_subject ON audit.entry (subject_id, created_at);
CREATE INDEX entry_by_actor ON audit.entry (actor, created_at);
ALTER TABLE audit.entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit.entry FORCE ROW LEVEL SECURITY;
-- Everybody's deeds are written down; only who oversees the area reads them.
CREATE POLICY written ON audit.entry FOR INSERT WITH CHECK (true);
CREATE POLICY area ON audit.entry FOR SELECT
    USING (area >= current_setting('weimin.area_from', true) AND area < current_setting('weimin.area_until', true));
CREATE TRIGGER entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
GRANT SELECT, INSERT ON audit.entry TO weimin_app;

-- Entries that the sealer has not reached yet.
CREATE TABLE audit.unsealed (
    entry_id   uuid PRIMARY KEY,
    created_at timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT, INSERT, DELETE ON audit.unsealed TO weimin_app;

-- The chain: each hash covers the entry and the hash before it; the sequence has no gap.
CREATE TABLE audit.seal (
    sequence   bigint PRIMARY KEY CHECK (sequence > 0),
    entry_id   uuid NOT NULL UNIQUE,
    hash       bytea NOT NULL CHECK (length(hash) = 32),
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TRIGGER seal_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.seal
    FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
GRANT SELECT, INSERT ON audit.seal TO weimin_app;
