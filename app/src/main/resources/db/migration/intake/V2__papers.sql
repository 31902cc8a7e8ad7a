-- 材料: pictures of papers and of visits, as their pixels alone; what belongs to an application or a survey has its id.
CREATE TABLE intake.paper (
    id             uuid PRIMARY KEY,
    owner_id       uuid NOT NULL,
    kind           text NOT NULL CHECK (kind IN ('MATERIAL', 'PHOTO', 'SIGNATURE')),
    title          text NOT NULL,
    content_sealed bytea NOT NULL,
    kept_on        date NOT NULL,
    area           text COLLATE "C" NOT NULL,
    created_at     timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN intake.paper.title IS 'class:1 what it shows';
COMMENT ON COLUMN intake.paper.content_sealed IS 'class:3 sealed; a picture of a paper, a home or a signature';
CREATE INDEX paper_owner ON intake.paper (owner_id);
CALL home.keep_by_area('intake.paper');
-- Sealing anew with a changed key is the one change that is ever made.
GRANT SELECT, INSERT, UPDATE (content_sealed) ON intake.paper TO weimin_app;
