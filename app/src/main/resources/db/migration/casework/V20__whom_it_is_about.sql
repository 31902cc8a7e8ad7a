-- What happens to cases about a person whose two records become one: they go along; what was decided in them and written
-- keeps its words.
COMMENT ON COLUMN casework.case_file.subject_id IS 'class:1 whom the case is about; person: follows or refuses';
COMMENT ON COLUMN casework.case_file.payee_id IS 'class:1 who would be paid; person: follows';
COMMENT ON COLUMN casework.past_decision.subject_id IS
    'class:1 which household or person was granted aid; person: stays';
