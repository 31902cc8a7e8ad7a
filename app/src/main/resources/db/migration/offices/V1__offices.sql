-- 基层民政机构: what each office has, who works there, who serves which village, who is away, and what is proposed.
GRANT USAGE ON SCHEMA offices TO weimin_app, weimin_resident;

-- Public, so without row-level security: where to go, and with what an office has to work.
CREATE TABLE offices.premises (
    id               uuid PRIMARY KEY,
    org_unit_id      uuid NOT NULL REFERENCES divisions.org_unit,
    serves           text COLLATE "C" NOT NULL,
    posts            int NOT NULL CHECK (posts >= 0),
    bureaus          int NOT NULL CHECK (bureaus >= 0),
    square_metres    numeric(7, 1) NOT NULL CHECK (square_metres >= 0),
    service_window   boolean NOT NULL,
    archive          boolean NOT NULL,
    computers        int NOT NULL CHECK (computers >= 0),
    printers         int NOT NULL CHECK (printers >= 0),
    faxes            int NOT NULL CHECK (faxes >= 0),
    air_conditioners int NOT NULL CHECK (air_conditioners >= 0),
    cameras          int NOT NULL CHECK (cameras >= 0),
    network          boolean NOT NULL,
    location         text NOT NULL,
    telephone        text NOT NULL,
    opening_hours    text NOT NULL,
    valid            daterange NOT NULL CHECK (NOT isempty(valid)),
    known            tstzrange NOT NULL,
    created_at       timestamptz NOT NULL DEFAULT now(),
    EXCLUDE USING gist (org_unit_id WITH =, valid WITH &&, known WITH &&)
);
CREATE INDEX ON offices.premises (serves);
COMMENT ON COLUMN offices.premises.location IS 'public: where the office is';
COMMENT ON COLUMN offices.premises.telephone IS 'public: the office''s own number';
GRANT SELECT, INSERT, UPDATE ON offices.premises TO weimin_app;
GRANT SELECT ON offices.premises TO weimin_resident;

-- 在册人员: one row for as long as nothing about a person's work changes.
CREATE TABLE offices.member (
    id            uuid PRIMARY KEY,
    member_id     uuid NOT NULL,
    org_unit_id   uuid NOT NULL REFERENCES divisions.org_unit,
    staff_id      uuid REFERENCES access.staff,
    name          text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 50),
    birth_on      date NOT NULL,
    education     text NOT NULL CHECK (education IN ('SECONDARY', 'COLLEGE', 'BACHELOR', 'MASTER')),
    qualification text NOT NULL CHECK (qualification IN ('NONE', 'ASSISTANT', 'SOCIAL_WORKER', 'SENIOR')),
    qualified_on  date,
    established   boolean NOT NULL,
    full_time     boolean NOT NULL,
    civil_hours   int NOT NULL CHECK (civil_hours > 0),
    other_hours   int NOT NULL CHECK (other_hours >= 0),
    serving_since date NOT NULL,
    area          text COLLATE "C" NOT NULL,
    valid         daterange NOT NULL CHECK (NOT isempty(valid)),
    known         tstzrange NOT NULL,
    created_at    timestamptz NOT NULL DEFAULT now(),
    CHECK ((qualification = 'NONE') = (qualified_on IS NULL)),
    CHECK (civil_hours + other_hours <= 168),
    EXCLUDE USING gist (member_id WITH =, valid WITH &&, known WITH &&)
);
COMMENT ON COLUMN offices.member.name IS 'class:2 name of an official';
COMMENT ON COLUMN offices.member.birth_on IS 'class:2 birth date of an official';
COMMENT ON COLUMN offices.member.education IS 'class:1 education of an official';
COMMENT ON COLUMN offices.member.qualification IS 'class:1 social work certificate of an official';
CREATE INDEX ON offices.member (area);
CREATE INDEX ON offices.member (member_id);
CREATE INDEX ON offices.member (staff_id);

-- 包村: which person of the office answers for which village; the area is the village.
CREATE TABLE offices.serving (
    id         uuid PRIMARY KEY,
    member_id  uuid NOT NULL,
    area       text COLLATE "C" NOT NULL,
    valid      daterange NOT NULL CHECK (NOT isempty(valid)),
    known      tstzrange NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    -- One for a village. For what lies at the seat of a town there may be two, when two towns have become one.
    EXCLUDE USING gist (area WITH =, valid WITH &&, known WITH &&) WHERE (octet_length(area) = 12)
);
CREATE INDEX ON offices.serving (member_id);

-- 请假与替岗: days on which somebody is away, and who stands in. Never why: that is nobody's business here.
CREATE TABLE offices.absence (
    id           uuid PRIMARY KEY,
    member_id    uuid NOT NULL,
    cover_id     uuid CHECK (cover_id <> member_id),
    days         daterange NOT NULL CHECK (NOT isempty(days) AND NOT upper_inf(days)),
    withdrawn_at timestamptz,
    area         text COLLATE "C" NOT NULL,
    version      int NOT NULL DEFAULT 0,
    created_at   timestamptz NOT NULL DEFAULT now(),
    EXCLUDE USING gist (member_id WITH =, days WITH &&) WHERE (withdrawn_at IS NULL)
);

-- 调整方案: moves that somebody proposes and another one confirms.
CREATE TABLE offices.proposal (
    id           uuid PRIMARY KEY,
    kind         text NOT NULL CHECK (kind IN ('VILLAGES', 'POSTS')),
    title        text NOT NULL CHECK (title <> ''),
    spread       text NOT NULL,
    made_on      date NOT NULL,
    made_by      uuid NOT NULL,
    confirmed_on date,
    confirmed_by uuid CHECK (confirmed_by <> made_by),
    area         text COLLATE "C" NOT NULL,
    version      int NOT NULL DEFAULT 0,
    created_at   timestamptz NOT NULL DEFAULT now(),
    CHECK ((confirmed_on IS NULL) = (confirmed_by IS NULL))
);
COMMENT ON COLUMN offices.proposal.spread IS 'How unevenly the work lies before and after, as it was when it was proposed';

-- A village to a person, or a number of posts to an office.
CREATE TABLE offices.move (
    proposal_id uuid NOT NULL REFERENCES offices.proposal,
    area        text COLLATE "C" NOT NULL,
    member_id   uuid,
    posts       int CHECK (posts >= 0),
    created_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (proposal_id, area),
    CHECK ((member_id IS NULL) <> (posts IS NULL))
);

CALL home.keep_by_area('offices.member', 'offices.serving', 'offices.absence', 'offices.proposal', 'offices.move');
GRANT SELECT, INSERT ON offices.member, offices.serving, offices.absence, offices.proposal, offices.move TO weimin_app;
GRANT UPDATE (known) ON offices.member, offices.serving TO weimin_app;
GRANT UPDATE (withdrawn_at, version) ON offices.absence TO weimin_app;
GRANT UPDATE (confirmed_on, confirmed_by, version) ON offices.proposal TO weimin_app;
