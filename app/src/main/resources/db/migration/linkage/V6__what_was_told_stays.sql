-- An event says what it was told under the codes of that day; whoever answers for it follows the divisions by its area.
COMMENT ON COLUMN linkage.event.number IS 'division: stays';
COMMENT ON COLUMN linkage.event.subject_id IS 'class:2 whom it is about; of somebody unknown the masked number; division: stays';
COMMENT ON COLUMN linkage.event.details IS 'class:2 ids, dates, amounts and codes that came with it; division: stays';
COMMENT ON COLUMN linkage.other_content.subject_id IS 'class:2 whom it is said to be about; division: stays';
COMMENT ON COLUMN linkage.other_content.details IS 'class:2 ids, dates, amounts and codes that came with it; division: stays';
COMMENT ON COLUMN linkage.effect.subject_id IS 'class:1 whose aid it is; division: stays';
