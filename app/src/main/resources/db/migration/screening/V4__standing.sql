-- 家庭位置: where a household of small means stands before aid and after it, and whether it stands just below a line.
CREATE TABLE screening.standing (
    sweep_id     uuid NOT NULL REFERENCES screening.sweep,
    household_id uuid NOT NULL,
    area         text COLLATE "C" NOT NULL,
    persons      smallint NOT NULL CHECK (persons > 0),
    line_fen     bigint NOT NULL,
    income_fen   bigint NOT NULL,
    given_fen    bigint NOT NULL,
    received_fen bigint NOT NULL,
    brink_fen    bigint NOT NULL,
    brink_matter text NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (sweep_id, area, household_id)
);
COMMENT ON COLUMN screening.standing.income_fen IS 'class:3 income of the household a month';
COMMENT ON COLUMN screening.standing.given_fen IS 'class:1 how much aid the rules give a month, services at their worth';
COMMENT ON COLUMN screening.standing.received_fen IS 'class:1 how much aid is received a month';
COMMENT ON COLUMN screening.standing.brink_fen IS 'class:1 how much less there would be with a little more earned';
CALL home.keep_by_area('screening.standing');
GRANT SELECT, INSERT, DELETE ON screening.standing TO weimin_app;

CREATE VIEW screening.v_standing WITH (security_invoker = true) AS
    SELECT sweep_id, household_id, area, persons, line_fen, income_fen, given_fen, received_fen, brink_fen, brink_matter
      FROM screening.standing;
CREATE VIEW screening.v_whole_sweep WITH (security_invoker = true) AS
    SELECT id AS sweep_id, place, as_of, finished_at FROM screening.sweep WHERE status = 'DONE' AND only_matter = '';
GRANT SELECT ON screening.v_standing, screening.v_whole_sweep TO weimin_app;
