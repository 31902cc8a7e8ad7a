-- 读不懂的来文: a line of a feed that could not be kept as an event waits, as it came, until a person has put it right.
CREATE TABLE linkage.unread (
    id          uuid PRIMARY KEY,
    source      text COLLATE "C" NOT NULL CHECK (source <> ''),
    number      text COLLATE "C" NOT NULL,
    line        bytea NOT NULL,
    fingerprint bytea NOT NULL,
    told_on     date NOT NULL,
    event_id    uuid REFERENCES linkage.event,
    why         text NOT NULL DEFAULT '',
    settled_by  text NOT NULL DEFAULT '',
    area        text COLLATE "C" NOT NULL,
    version     int NOT NULL DEFAULT 0,
    created_at  timestamptz NOT NULL DEFAULT now(),
    UNIQUE (source, fingerprint),
    CHECK ((settled_by = '') = (event_id IS NULL AND why = ''))
);
COMMENT ON COLUMN linkage.unread.line IS 'class:3 sealed; what was sent, with whatever number of a person it holds';
COMMENT ON COLUMN linkage.unread.fingerprint IS 'class:1 tells a line that was sent again';
COMMENT ON COLUMN linkage.unread.why IS 'class:2 why it was not kept, in the words of whoever decided it';
CREATE INDEX unread_open ON linkage.unread (told_on, id) WHERE settled_by = '';
CREATE INDEX unread_number ON linkage.unread (source, number) WHERE settled_by = '';
CALL home.keep_by_area('linkage.unread');
GRANT SELECT, INSERT, UPDATE ON linkage.unread TO weimin_app;
