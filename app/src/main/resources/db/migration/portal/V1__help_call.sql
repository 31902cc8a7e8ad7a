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
ALTER TABLE portal.help_call ENABLE ROW LEVEL SECURITY;
ALTER TABLE portal.help_call FORCE ROW LEVEL SECURITY;
CREATE POLICY area ON portal.help_call
    USING (area >= current_setting('weimin.area_from', true) AND area < current_setting('weimin.area_until', true))
    WITH CHECK (area >= current_setting('weimin.area_from', true) AND area < current_setting('weimin.area_until', true));
GRANT SELECT, INSERT, UPDATE ON portal.help_call TO weimin_app;
