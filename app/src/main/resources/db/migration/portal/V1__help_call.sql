-- 求助: somebody at a self-service terminal asks for a person. Nobody's name, only where and when.
GRANT USAGE ON SCHEMA portal TO weimin_app;
CREATE TABLE portal.help_call (
    id          uuid PRIMARY KEY,
    called_at   timestamptz NOT NULL,
    answered_by uuid,
    area        text COLLATE "C" NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX help_call_open ON portal.help_call (area) WHERE answered_by IS NULL;
CALL home.keep_by_area('portal.help_call');
GRANT SELECT, INSERT, UPDATE ON portal.help_call TO weimin_app;
