-- 政策草案: a change of the law on its way to publication. Nothing here is about a resident.
CREATE TABLE policy.draft (
    id            uuid PRIMARY KEY,
    area          text COLLATE "C" NOT NULL,
    matter        text NOT NULL,
    from_on       date NOT NULL,
    title         text NOT NULL,
    document      text NOT NULL,
    rules         text,
    cases         text,
    new_values    jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(new_values) = 'array'),
    golden        jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(golden) = 'array'),
    status        text NOT NULL
                  CHECK (status IN ('DRAFT', 'CHECKED', 'SUBMITTED', 'PUBLISHED', 'REFUSED', 'WITHDRAWN')),
    author_id     uuid NOT NULL,
    author_name   text NOT NULL,
    reviewer_id   uuid,
    reviewer_name text,
    reviewed_on   date,
    review        text,
    -- What it added to the packs, path by path: kept apart from the folder, so that a newer folder does not undo it.
    files         jsonb CHECK (jsonb_typeof(files) = 'object'),
    -- What was different on that day, as the reviewer saw it.
    changes       jsonb CHECK (jsonb_typeof(changes) = 'object'),
    published_at  timestamptz,
    version       int  NOT NULL DEFAULT 1,
    created_at    timestamptz NOT NULL DEFAULT now(),
    -- Two people make the law that the office works by, whatever the program says.
    CONSTRAINT two_people CHECK (reviewer_id <> author_id),
    CONSTRAINT whole_when_published
        CHECK (status <> 'PUBLISHED' OR (files IS NOT NULL AND published_at IS NOT NULL AND reviewer_id IS NOT NULL))
);
COMMENT ON COLUMN policy.draft.author_name IS 'class:1 an official';
COMMENT ON COLUMN policy.draft.reviewer_name IS 'class:1 an official';
CREATE INDEX draft_published ON policy.draft (published_at) WHERE status = 'PUBLISHED';

CALL home.keep_by_area('policy.draft');
-- What was published stays as it is.
CREATE POLICY published_stays ON policy.draft AS RESTRICTIVE FOR UPDATE
    USING (status <> 'PUBLISHED') WITH CHECK (true);

ALTER TABLE policy.publication
    ADD COLUMN valid_from date,
    ADD COLUMN draft_id   uuid REFERENCES policy.draft (id);
UPDATE policy.publication SET valid_from = edition_from;
ALTER TABLE policy.publication ALTER COLUMN valid_from SET NOT NULL;

GRANT SELECT, INSERT, UPDATE ON policy.draft TO weimin_app;
