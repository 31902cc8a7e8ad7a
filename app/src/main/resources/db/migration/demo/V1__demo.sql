-- Whether this demo home has been filled, and with which draw.
CREATE TABLE demo.county (
    single     boolean PRIMARY KEY DEFAULT true CHECK (single),
    seed       bigint NOT NULL,
    households int NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
GRANT USAGE ON SCHEMA demo TO weimin_app;
GRANT SELECT, INSERT, UPDATE ON demo.county TO weimin_app;
