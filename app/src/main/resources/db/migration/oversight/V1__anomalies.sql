-- 疑点: what looks odd and why; somebody looks into it, and nothing here decides.
GRANT USAGE ON SCHEMA oversight TO weimin_app;

CREATE TABLE oversight.run (
    day         date PRIMARY KEY,
    found       int NOT NULL DEFAULT 0,
    fresh       int NOT NULL DEFAULT 0,
    gone        int NOT NULL DEFAULT 0,
    took_millis int NOT NULL DEFAULT 0,
    finished_at timestamptz,
    created_at  timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT, INSERT, UPDATE, DELETE ON oversight.run TO weimin_app;

CREATE TABLE oversight.anomaly (
    id              uuid PRIMARY KEY,
    kind            text NOT NULL CHECK (kind IN ('SHARED_CARD', 'PAID_AFTER_DEATH', 'OFFICIAL_RELATIVE', 'KIN_DECIDED',
                        'CROWDED_ADDRESS', 'OUT_OF_LINE', 'ODD_HOUR', 'TOO_FAST', 'RECEIVED_TWICE', 'EXCLUDING',
                        'SAME_INCOME', 'SAME_PHONE')),
    key             text NOT NULL,
    people          uuid[] NOT NULL,
    officials       uuid[] NOT NULL,
    figures         jsonb NOT NULL,
    evidence        jsonb NOT NULL,
    evidence_digest text NOT NULL,
    found_on        date NOT NULL,
    seen_on         date NOT NULL,
    gone_on         date,
    status          text NOT NULL CHECK (status IN ('OPEN', 'EXPLAINED', 'CONFIRMED', 'HANDED_OVER')),
    area            text COLLATE "C" NOT NULL,
    version         int NOT NULL DEFAULT 0,
    created_at      timestamptz NOT NULL DEFAULT now(),
    UNIQUE (kind, key)
);
COMMENT ON COLUMN oversight.anomaly.key IS 'class:1 digest of what it is about';
COMMENT ON COLUMN oversight.anomaly.people IS 'class:1 residents whom it concerns';
COMMENT ON COLUMN oversight.anomaly.officials IS 'class:1 officials whom it concerns: they do not see it';
COMMENT ON COLUMN oversight.anomaly.figures IS 'class:3 what was counted, amounts and incomes among it';
COMMENT ON COLUMN oversight.anomaly.evidence IS 'class:1 the rows it rests on, by id';
CREATE INDEX anomaly_list ON oversight.anomaly (area, status, kind);
GRANT SELECT, INSERT, UPDATE ON oversight.anomaly TO weimin_app;

-- What was done with it, in order.
CREATE TABLE oversight.step (
    id         uuid PRIMARY KEY,
    anomaly_id uuid NOT NULL REFERENCES oversight.anomaly,
    what       text NOT NULL CHECK (what IN ('FOUND', 'REOPENED', 'EXPLAINED', 'CONFIRMED', 'HANDED_OVER', 'LOOK_AGAIN')),
    note       text NOT NULL,
    on_day     date NOT NULL,
    made_by    text NOT NULL,
    made_name  text NOT NULL,
    area       text COLLATE "C" NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN oversight.step.note IS 'class:3 what was found out';
COMMENT ON COLUMN oversight.step.made_name IS 'class:1 name of a staff member, or of a job';
CREATE INDEX step_anomaly ON oversight.step (anomaly_id);
GRANT SELECT, INSERT ON oversight.step TO weimin_app;

CALL home.keep_by_area('oversight.anomaly', 'oversight.step');
-- Whoever it is about reads no word of it, whatever the post may otherwise see.
CREATE POLICY not_the_official ON oversight.anomaly AS RESTRICTIVE
    USING (current_setting('weimin.actor', true) <> ALL (officials::text[]));
CREATE POLICY not_the_official ON oversight.step AS RESTRICTIVE FOR SELECT
    USING (EXISTS (SELECT FROM oversight.anomaly a WHERE a.id = anomaly_id));
