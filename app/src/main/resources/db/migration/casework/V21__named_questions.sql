COMMENT ON COLUMN casework.saved_filter.question IS 'may name a place; division: stays; it is asked of whatever the place became';
