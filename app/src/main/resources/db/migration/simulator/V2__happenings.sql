-- What happens to people in the played county, bureau by bureau, in the order in which it is told.
CREATE TABLE simulator.happening (
    no          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    bureau      text COLLATE "C" NOT NULL,
    kind        text NOT NULL CHECK (kind ~ '^[A-Z][A-Z0-9_]*$'),
    number      text NOT NULL,
    person_id   uuid NOT NULL,
    happened_on date NOT NULL,
    details     jsonb NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    UNIQUE (bureau, number)
);
COMMENT ON COLUMN simulator.happening.person_id IS 'class:1 to whom it happened';
COMMENT ON COLUMN simulator.happening.happened_on IS 'class:1 such as a day of death';
COMMENT ON COLUMN simulator.happening.details IS 'class:1 amounts, dates and codes';
CREATE INDEX happening_feed ON simulator.happening (bureau, no);
GRANT SELECT, INSERT ON simulator.happening TO weimin_app;
