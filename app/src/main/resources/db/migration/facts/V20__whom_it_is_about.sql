-- What happens to rows about a person whose two records become one (people.person_columns).
COMMENT ON COLUMN facts.fact.subject_id IS 'person: follows with its area';
COMMENT ON COLUMN facts.consent.person_id IS 'person: follows';
COMMENT ON COLUMN facts.check_request.person_id IS 'person: follows';
COMMENT ON COLUMN facts.check_conflict.subject_id IS 'person: follows';
