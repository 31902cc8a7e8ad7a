-- 政策发布: every edition that ever answered a case, whole and for ever, so that the answer can be had again.
CREATE TABLE policy.publication (
    id           uuid PRIMARY KEY,
    matter       text  NOT NULL,
    edition_from date  NOT NULL,
    pack_version text  NOT NULL CHECK (pack_version ~ '^[0-9a-f]{64}$'),
    content      jsonb NOT NULL CHECK (jsonb_typeof(content) = 'object'),
    published_at timestamptz NOT NULL,
    published_by text  NOT NULL DEFAULT current_setting('weimin.actor'),
    created_at   timestamptz NOT NULL DEFAULT now(),
    UNIQUE (matter, edition_from, pack_version)
);

-- 工作日历: days of notices that came after the packs were made.
CREATE TABLE policy.calendar_day (
    day          date PRIMARY KEY,
    kind         text NOT NULL CHECK (kind IN ('holiday', 'workday')),
    name_zh      text NOT NULL,
    published_at timestamptz NOT NULL,
    published_by text NOT NULL DEFAULT current_setting('weimin.actor'),
    created_at   timestamptz NOT NULL DEFAULT now()
);

GRANT USAGE ON SCHEMA policy TO weimin_app;
GRANT SELECT, INSERT ON policy.publication, policy.calendar_day TO weimin_app;
