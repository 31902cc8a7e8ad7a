-- An entry goes with its holder when two records of one person become one; the paper keeps the name that it bears.
COMMENT ON COLUMN registries.entry.subject_id IS 'class:1 whom the entry is about; person: follows';
