COMMENT ON COLUMN audit.entry.area IS 'division: stays; sealed as it was written, and read by whoever answers for its successor';
