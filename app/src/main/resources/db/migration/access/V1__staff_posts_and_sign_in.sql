-- Who works here, which posts they hold, and how they prove who they are.
CREATE TABLE access.staff (
    id          uuid PRIMARY KEY,
    name        text NOT NULL,
    person_id   uuid,
    employed_by uuid,
    status      text NOT NULL DEFAULT 'ACTIVE' CHECK (status IN ('ACTIVE', 'DISABLED')),
    version     int NOT NULL DEFAULT 0,
    created_at  timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE access.staff IS 'Directory of officials. No area: a letter or a timeline names the official wherever it is read.';
COMMENT ON COLUMN access.staff.name IS 'class:2 official name, shown on decisions';
COMMENT ON COLUMN access.staff.person_id IS 'class:1 the resident that this official is, for recusal of relatives';
COMMENT ON COLUMN access.staff.employed_by IS 'Who opened the account: may not also appoint (two people), empty for the first two administrators';
CREATE INDEX staff_person ON access.staff (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE access.post (
    id          uuid PRIMARY KEY,
    title       text NOT NULL,
    role        text NOT NULL CHECK (role IN ('COMMUNITY_WORKER', 'STREET_CLERK', 'STREET_LEADER', 'COUNTY_OFFICER',
                    'COUNTY_LEADER', 'PAYER', 'RELEASER', 'AUDITOR', 'SYSTEM_ADMIN', 'SECURITY_ADMIN')),
    org_unit_id uuid,
    scope       text COLLATE "C" NOT NULL,
    version     int NOT NULL DEFAULT 0,
    created_at  timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN access.post.scope IS 'Division whose whole subtree the post may see; a property of the post, so no row security';

CREATE TABLE access.holding (
    id         uuid PRIMARY KEY,
    staff_id   uuid NOT NULL REFERENCES access.staff,
    post_id    uuid NOT NULL REFERENCES access.post,
    granted_by uuid REFERENCES access.staff,
    valid      daterange NOT NULL,
    known      tstzrange NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    EXCLUDE USING gist (post_id WITH =, valid WITH &&, known WITH &&)
);
COMMENT ON TABLE access.holding IS 'A post is held by one person at a time; a person may hold several posts.';
CREATE INDEX holding_staff ON access.holding (staff_id);

-- What only the sign-in desk may read: neither staff nor the public see a row, whatever they may do elsewhere.
CREATE TABLE access.credential (
    staff_id        uuid PRIMARY KEY REFERENCES access.staff,
    sign_in_name    text NOT NULL UNIQUE CHECK (sign_in_name = lower(sign_in_name)),
    password_hash   text,
    password_set_at timestamptz,
    totp_secret     bytea,
    totp_last_step  bigint NOT NULL DEFAULT 0,
    failures        int NOT NULL DEFAULT 0,
    locked_until    timestamptz,
    signed_in_at    timestamptz,
    created_at      timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN access.credential.sign_in_name IS 'class:2 sign-in name or phone number';
COMMENT ON COLUMN access.credential.totp_secret IS 'class:3 sealed secret of the second factor';

CREATE TABLE access.old_password (
    staff_id      uuid NOT NULL REFERENCES access.staff,
    password_hash text NOT NULL,
    created_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (staff_id, password_hash)
);

CREATE TABLE access.session (
    token_hash   bytea PRIMARY KEY,
    staff_id     uuid NOT NULL REFERENCES access.staff,
    post_id      uuid REFERENCES access.post,
    stage        text NOT NULL CHECK (stage IN ('CODE', 'ENROL', 'NEW_PASSWORD', 'CHOOSE_POST', 'OPEN')),
    last_seen_at timestamptz NOT NULL DEFAULT now(),
    before_at    timestamptz,
    started_at   timestamptz NOT NULL DEFAULT now(),
    created_at   timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN access.session.before_at IS 'The sign-in before this one, shown to its owner';
CREATE INDEX session_staff ON access.session (staff_id);

CREATE TABLE access.invitation (
    token_hash bytea PRIMARY KEY,
    staff_id   uuid NOT NULL REFERENCES access.staff,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz,
    created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE access.invitation IS 'One-time code by which a new official sets the own password: nobody else ever knows it.';

CREATE TABLE access.attempt (
    source_index bytea PRIMARY KEY,
    failures     int NOT NULL,
    started_at   timestamptz NOT NULL DEFAULT now(),
    created_at   timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN access.attempt.source_index IS 'class:1 keyed index of the network address';

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['credential', 'old_password', 'session', 'invitation', 'attempt'] LOOP
        EXECUTE format('ALTER TABLE access.%I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE access.%I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY sign_in_desk ON access.%I USING (current_setting(''weimin.actor_kind'', true) = ''system'') '
            'WITH CHECK (current_setting(''weimin.actor_kind'', true) = ''system'')', t);
    END LOOP;
END $$;
-- An administrator opens an account and invites its owner, and can read neither afterwards.
CREATE POLICY opened ON access.credential FOR INSERT
    WITH CHECK (current_setting('weimin.actor_kind', true) = 'staff' AND password_hash IS NULL AND totp_secret IS NULL);
CREATE POLICY invited ON access.invitation FOR INSERT
    WITH CHECK (current_setting('weimin.actor_kind', true) = 'staff' AND used_at IS NULL);

GRANT USAGE ON SCHEMA access TO weimin_app;
GRANT SELECT, INSERT, UPDATE ON access.staff, access.post, access.holding, access.credential, access.session,
    access.invitation, access.attempt TO weimin_app;
GRANT SELECT, INSERT ON access.old_password TO weimin_app;
GRANT DELETE ON access.session, access.attempt, access.old_password TO weimin_app;
