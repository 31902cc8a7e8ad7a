-- Residents write their own applications and see what became of them; taking one in is the office's work.
ALTER TABLE intake.application DROP CONSTRAINT application_channel_check;
ALTER TABLE intake.application ADD CONSTRAINT application_channel_check
    CHECK (channel IN ('WINDOW', 'ASSISTED', 'ONLINE'));

-- 变化报告: what residents tell of themselves, and what the office made of it (社会救助法 第四十六条).
CREATE TABLE intake.change_report (
    id          uuid PRIMARY KEY,
    party_kind  text NOT NULL CHECK (party_kind IN ('household', 'person')),
    party_id    uuid NOT NULL,
    reported_by uuid NOT NULL REFERENCES people.person,
    kind        text NOT NULL CHECK (kind IN ('MOVED', 'JOB', 'INCOME', 'FAMILY', 'HEALTH', 'PROPERTY', 'OTHER')),
    since_on    date NOT NULL,
    words       text NOT NULL CHECK (char_length(words) BETWEEN 1 AND 500),
    reported_on date NOT NULL,
    status      text NOT NULL DEFAULT 'OPEN' CHECK (status IN ('OPEN', 'DONE')),
    answer      text NOT NULL DEFAULT '',
    done_by     uuid,
    done_on     date,
    area        text COLLATE "C" NOT NULL,
    version     int NOT NULL DEFAULT 0,
    created_at  timestamptz NOT NULL DEFAULT now(),
    CHECK ((status = 'DONE') = (done_by IS NOT NULL AND done_on IS NOT NULL AND answer <> ''))
);
COMMENT ON COLUMN intake.change_report.words IS 'class:3 what changed, in the resident''s own words';
COMMENT ON COLUMN intake.change_report.answer IS 'class:3 what the office did about it';
CREATE INDEX change_report_open ON intake.change_report (area, reported_on) WHERE status = 'OPEN';
CREATE INDEX change_report_party ON intake.change_report (party_id);
CALL home.keep_by_area('intake.change_report');
GRANT SELECT, INSERT, UPDATE ON intake.change_report TO weimin_app;

GRANT USAGE ON SCHEMA intake TO weimin_resident;
GRANT SELECT, INSERT, UPDATE, DELETE ON intake.draft TO weimin_resident;
GRANT SELECT ON intake.application, intake.application_matter TO weimin_resident;
GRANT SELECT, INSERT, DELETE ON intake.paper TO weimin_resident;
-- What lies with a draft moves to its application, or goes with the draft.
GRANT UPDATE (owner_id), DELETE ON intake.paper TO weimin_app;
GRANT SELECT ON intake.change_report TO weimin_resident;
CREATE POLICY own ON intake.draft TO weimin_resident
    USING (party_id = ANY (home.circle())) WITH CHECK (party_id = ANY (home.circle()));
CREATE POLICY own ON intake.application FOR SELECT TO weimin_resident USING (party_id = ANY (home.circle()));
CREATE POLICY own ON intake.application_matter FOR SELECT TO weimin_resident USING (subject_id = ANY (home.circle()));
CREATE POLICY own ON intake.change_report FOR SELECT TO weimin_resident USING (party_id = ANY (home.circle()));
-- Pictures are added and taken away while the draft is open; what was sent is only looked at.
CREATE POLICY of_own_draft ON intake.paper TO weimin_resident
    USING (EXISTS (SELECT FROM intake.draft d WHERE d.id = owner_id))
    WITH CHECK (EXISTS (SELECT FROM intake.draft d WHERE d.id = owner_id));
CREATE POLICY of_own_application ON intake.paper FOR SELECT TO weimin_resident
    USING (EXISTS (SELECT FROM intake.application a WHERE a.id = owner_id));
