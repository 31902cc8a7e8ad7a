-- 资金测算: a law that might be, asked of the people who are there; nothing here changes what anybody receives.
CREATE TABLE screening.scenario (
    id             uuid PRIMARY KEY,
    place          text COLLATE "C" NOT NULL,
    name           text NOT NULL,
    matter         text NOT NULL,
    from_day       date NOT NULL,
    value_place    text COLLATE "C" NOT NULL,
    draft_id       uuid,
    as_of          date NOT NULL,
    status         text NOT NULL CHECK (status IN ('ASKED', 'RUNNING', 'DONE', 'FAILED')),
    asked_by       text NOT NULL,
    slices         int NOT NULL DEFAULT 0,
    slices_done    int NOT NULL DEFAULT 0,
    households     int NOT NULL DEFAULT 0,
    persons        int NOT NULL DEFAULT 0,
    all_households int NOT NULL DEFAULT 0,
    failure        text NOT NULL DEFAULT '',
    beat_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    started_at     timestamptz,
    first_at       timestamptz,
    finished_at    timestamptz,
    created_at     timestamptz NOT NULL DEFAULT now()
);

COMMENT ON COLUMN screening.scenario.name IS 'class:0 what an official calls the scenario';

CREATE TABLE screening.scenario_value (
    scenario_id uuid NOT NULL REFERENCES screening.scenario ON DELETE CASCADE,
    parameter   text NOT NULL,
    value       text NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (scenario_id, parameter)
);

-- Towns that are counted, and judged by the standards, as if they were part of another one.
CREATE TABLE screening.scenario_merge (
    scenario_id uuid NOT NULL REFERENCES screening.scenario ON DELETE CASCADE,
    town        text COLLATE "C" NOT NULL,
    into_town   text COLLATE "C" NOT NULL CHECK (into_town <> town),
    created_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (scenario_id, town)
);

-- Each matter that the scenario touches: by which rules it was judged, and how its fund stood.
CREATE TABLE screening.scenario_matter (
    scenario_id    uuid NOT NULL REFERENCES screening.scenario ON DELETE CASCADE,
    matter         text NOT NULL,
    version_before text NOT NULL,
    version_after  text NOT NULL,
    paid_through   date,
    created_at     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (scenario_id, matter)
);

CREATE TABLE screening.effect_tally (
    scenario_id  uuid NOT NULL REFERENCES screening.scenario ON DELETE CASCADE,
    area         text COLLATE "C" NOT NULL,
    matter       text NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('MORE', 'LESS', 'NEWLY', 'NO_LONGER', 'SAME', 'UNCLEAR')),
    receiving    boolean NOT NULL,
    subjects     int NOT NULL,
    persons      int NOT NULL,
    before_fen   bigint NOT NULL,
    after_fen    bigint NOT NULL,
    received_fen bigint NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (scenario_id, area, matter, kind, receiving)
);

-- Whoever would have another amount; everybody else is only counted.
CREATE TABLE screening.effect (
    scenario_id  uuid NOT NULL REFERENCES screening.scenario ON DELETE CASCADE,
    matter       text NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('MORE', 'LESS', 'NEWLY', 'NO_LONGER')),
    receiving    boolean NOT NULL,
    area         text COLLATE "C" NOT NULL,
    subject_id   uuid NOT NULL,
    subject_kind text NOT NULL CHECK (subject_kind IN ('household', 'person')),
    household_id uuid NOT NULL,
    persons      smallint NOT NULL,
    before_fen   bigint NOT NULL,
    after_fen    bigint NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (scenario_id, matter, kind, area, subject_id)
);
COMMENT ON COLUMN screening.effect.subject_id IS 'class:1 whose aid another law would change';
COMMENT ON COLUMN screening.effect.before_fen IS 'class:1 how much aid the law in force gives';
COMMENT ON COLUMN screening.effect.after_fen IS 'class:1 how much aid another law would give';

CALL home.keep_by_area('screening.effect_tally', 'screening.effect');

GRANT SELECT, INSERT, UPDATE, DELETE ON screening.scenario TO weimin_app;
GRANT SELECT, INSERT, DELETE ON screening.scenario_value, screening.scenario_merge, screening.scenario_matter,
    screening.effect_tally, screening.effect TO weimin_app;
