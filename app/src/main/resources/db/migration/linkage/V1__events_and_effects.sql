-- 生活事件: told once under one number of its source; what followed from it is a function of all events, not of their order.
GRANT USAGE ON SCHEMA linkage TO weimin_app;

CREATE TABLE linkage.event (
    id            uuid PRIMARY KEY,
    kind          text NOT NULL CHECK (kind ~ '^[A-Z][A-Z0-9_]*$'),
    source        text COLLATE "C" NOT NULL CHECK (source <> ''),
    number        text COLLATE "C" NOT NULL CHECK (number <> ''),
    subject_kind  text NOT NULL CHECK (subject_kind IN ('PERSON', 'HOUSEHOLD', 'ORGANISATION', 'DIVISION', 'MATTER',
                                                        'UNKNOWN')),
    subject_id    text COLLATE "C" NOT NULL,
    happened_on   date NOT NULL,
    reported_on   date NOT NULL,
    known_at      timestamptz NOT NULL,
    details       jsonb NOT NULL,
    status        text NOT NULL DEFAULT 'RECEIVED'
                  CHECK (status IN ('RECEIVED', 'DONE', 'WAITS_FOR_PERSON', 'REFUSED')),
    decided       text NOT NULL DEFAULT 'NOTHING' CHECK (decided IN ('NOTHING', 'ACCEPTED', 'DISMISSED')),
    settled_why   text NOT NULL DEFAULT '',
    table_version text NOT NULL DEFAULT '',
    registered_by text NOT NULL,
    area          text COLLATE "C" NOT NULL,
    version       int NOT NULL DEFAULT 0,
    created_at    timestamptz NOT NULL DEFAULT now(),
    UNIQUE (source, number),
    CHECK ((decided = 'NOTHING') = (settled_why = ''))
);
COMMENT ON COLUMN linkage.event.subject_id IS 'class:2 whom it is about; of somebody unknown the masked number';
COMMENT ON COLUMN linkage.event.happened_on IS 'class:2 such as a day of death or of birth';
COMMENT ON COLUMN linkage.event.details IS 'class:2 ids, dates, amounts and codes that came with it';
COMMENT ON COLUMN linkage.event.settled_why IS 'class:2 why, in the words of whoever settled it';
CREATE INDEX event_subject ON linkage.event (subject_id);
CREATE INDEX event_received ON linkage.event (known_at) WHERE status = 'RECEIVED';
CREATE INDEX event_list ON linkage.event (area, happened_on);

-- The same number with other content: neither is believed before a person has said which is right.
CREATE TABLE linkage.other_content (
    id           uuid PRIMARY KEY,
    event_id     uuid NOT NULL REFERENCES linkage.event,
    digest       text NOT NULL,
    kind         text NOT NULL CHECK (kind ~ '^[A-Z][A-Z0-9_]*$'),
    subject_kind text NOT NULL CHECK (subject_kind IN ('PERSON', 'HOUSEHOLD', 'ORGANISATION', 'DIVISION', 'MATTER',
                                                       'UNKNOWN')),
    subject_id   text COLLATE "C" NOT NULL,
    happened_on  date NOT NULL,
    details      jsonb NOT NULL,
    told_at      timestamptz NOT NULL,
    area         text COLLATE "C" NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    UNIQUE (event_id, digest)
);
COMMENT ON COLUMN linkage.other_content.subject_id IS 'class:2 whom it is said to be about';
COMMENT ON COLUMN linkage.other_content.happened_on IS 'class:2 when it is said to have happened';
COMMENT ON COLUMN linkage.other_content.details IS 'class:2 ids, dates, amounts and codes that came with it';

CREATE TABLE linkage.filter_result (
    event_id   uuid NOT NULL REFERENCES linkage.event,
    no         int NOT NULL,
    filter     text NOT NULL,
    outcome    text NOT NULL CHECK (outcome IN ('PASSED', 'FAILED', 'NOT_ASSESSED')),
    why        text NOT NULL,
    area       text COLLATE "C" NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (event_id, no)
);
COMMENT ON COLUMN linkage.filter_result.why IS 'class:1 the day or number that the question stumbled over';

CREATE TABLE linkage.effect (
    id             uuid PRIMARY KEY,
    event_id       uuid NOT NULL REFERENCES linkage.event,
    subject_kind   text NOT NULL CHECK (subject_kind IN ('PERSON', 'HOUSEHOLD', 'ORGANISATION', 'DIVISION', 'MATTER')),
    subject_id     text COLLATE "C" NOT NULL,
    matter         text NOT NULL,
    whom           text NOT NULL,
    entitlement_id uuid,
    effect         text NOT NULL CHECK (effect IN ('DRAFT', 'RECHECK', 'SUSPEND', 'STOP', 'NOTIFY', 'HAND_OVER',
                                                   'PUBLISH', 'NONE')),
    status         text NOT NULL CHECK (status IN ('PLANNED', 'DONE', 'FAILED', 'SUPERSEDED', 'PENDING_HEARING')),
    gate           text NOT NULL DEFAULT '',
    reference_kind text NOT NULL DEFAULT '' CHECK (reference_kind IN ('', 'entitlement', 'recheck', 'draft', 'case')),
    reference_id   text NOT NULL DEFAULT '',
    from_on        date,
    difference_fen bigint NOT NULL DEFAULT 0,
    saved_visits   int NOT NULL DEFAULT 0 CHECK (saved_visits >= 0),
    saved_papers   int NOT NULL DEFAULT 0 CHECK (saved_papers >= 0),
    saved_days     int NOT NULL DEFAULT 0 CHECK (saved_days >= 0),
    done_on        date,
    note           text NOT NULL DEFAULT '',
    area           text COLLATE "C" NOT NULL,
    version        int NOT NULL DEFAULT 0,
    created_at     timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN linkage.effect.subject_id IS 'class:1 whose aid it is';
COMMENT ON COLUMN linkage.effect.difference_fen IS 'class:1 what was paid too much (below zero) or too little';
COMMENT ON COLUMN linkage.effect.note IS 'class:2 what whoever did it wrote';
CREATE UNIQUE INDEX effect_once ON linkage.effect
    (event_id, matter, whom, subject_id, coalesce(entitlement_id, '00000000-0000-0000-0000-000000000000'))
    WHERE status <> 'SUPERSEDED';
CREATE INDEX effect_entitlement ON linkage.effect (entitlement_id) WHERE status <> 'SUPERSEDED';
CREATE INDEX effect_matter ON linkage.effect (matter, status);
CREATE INDEX effect_reference ON linkage.effect (reference_id);

CALL home.keep_by_area('linkage.event', 'linkage.other_content', 'linkage.filter_result', 'linkage.effect');
GRANT SELECT, INSERT, UPDATE ON linkage.event, linkage.other_content, linkage.effect TO weimin_app;
GRANT SELECT, INSERT, DELETE ON linkage.filter_result TO weimin_app;
