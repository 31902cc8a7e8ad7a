-- 居民登录: how residents prove who they are. They get a code at the window, face to face, and set a PIN with it.
CREATE TABLE access.resident (
    person_id      uuid PRIMARY KEY,
    identity_index bytea NOT NULL UNIQUE,
    pin_hash       text,
    failures       int NOT NULL DEFAULT 0,
    locked_until   timestamptz,
    signed_in_at   timestamptz,
    created_at     timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN access.resident.identity_index IS 'class:3 keyed blind index of the identity number';

CREATE TABLE access.activation (
    token_hash bytea PRIMARY KEY,
    person_id  uuid NOT NULL REFERENCES access.resident,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz,
    created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE access.activation IS 'Printed at the window, good once and for 72 hours; a later one voids the earlier.';
CREATE INDEX activation_person ON access.activation (person_id);

CREATE TABLE access.resident_session (
    token_hash   bytea PRIMARY KEY,
    person_id    uuid NOT NULL REFERENCES access.resident,
    last_seen_at timestamptz NOT NULL DEFAULT now(),
    created_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX resident_session_person ON access.resident_session (person_id);

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['resident', 'activation', 'resident_session'] LOOP
        EXECUTE format('ALTER TABLE access.%I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE access.%I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY sign_in_desk ON access.%I USING (current_setting(''weimin.actor_kind'', true) = ''system'') '
            'WITH CHECK (current_setting(''weimin.actor_kind'', true) = ''system'')', t);
    END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON access.resident, access.activation, access.resident_session TO weimin_app;
GRANT DELETE ON access.resident_session TO weimin_app;
