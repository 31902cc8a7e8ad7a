-- The played registers: how each bureau behaves, and what it was asked. Nothing about a person is kept here.
CREATE TABLE simulator.epoch (
    one       boolean PRIMARY KEY DEFAULT true CHECK (one),
    opened_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE simulator.bureau (
    bureau     text COLLATE "C" PRIMARY KEY,
    behaviour  text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE simulator.question (
    request_id uuid PRIMARY KEY,
    bureau     text COLLATE "C" NOT NULL,
    item       text COLLATE "C" NOT NULL,
    purpose    text NOT NULL,
    first_on   date NOT NULL,
    last_at    timestamptz NOT NULL,
    times      int NOT NULL,
    behaviour  text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON simulator.question (last_at DESC);

GRANT USAGE ON SCHEMA simulator TO weimin_app;
GRANT SELECT, INSERT, UPDATE ON simulator.epoch, simulator.bureau, simulator.question TO weimin_app;
