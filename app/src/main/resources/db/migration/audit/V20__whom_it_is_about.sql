-- What was written down stays as it was written, whoever becomes one person with whom.
COMMENT ON COLUMN audit.entry.subject_id IS 'class:1 whom the deed was about; person: stays';
