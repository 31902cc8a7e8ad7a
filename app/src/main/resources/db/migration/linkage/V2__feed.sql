-- How far the feed of each bureau has been read.
CREATE TABLE linkage.feed (
    source     text COLLATE "C" PRIMARY KEY,
    last_no    bigint NOT NULL CHECK (last_no >= 0),
    version    int NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT, INSERT, UPDATE ON linkage.feed TO weimin_app;
