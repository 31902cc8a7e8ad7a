-- A sweep says what was found on its day; a visit is still to be made, to whoever the person is now.
COMMENT ON COLUMN screening.finding.subject_id IS 'class:1 who may be entitled to aid; person: stays';
COMMENT ON COLUMN screening.effect.subject_id IS 'class:1 whose aid another law would change; person: stays';
COMMENT ON COLUMN screening.task.subject_id IS 'class:1 who is visited; person: follows';
