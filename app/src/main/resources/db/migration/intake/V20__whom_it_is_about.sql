-- What happens to rows about a person whose two records become one (people.person_columns).
COMMENT ON COLUMN intake.draft.party_id IS 'person: follows';
COMMENT ON COLUMN intake.application.party_id IS 'person: follows';
COMMENT ON COLUMN intake.application.applicant_id IS 'person: follows';
COMMENT ON COLUMN intake.application_matter.subject_id IS 'person: follows or refuses';
COMMENT ON COLUMN intake.change_report.party_id IS 'person: follows';
COMMENT ON COLUMN intake.change_report.reported_by IS 'person: follows';
