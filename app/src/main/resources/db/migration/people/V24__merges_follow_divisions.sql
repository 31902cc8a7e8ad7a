COMMENT ON COLUMN people.merge_move.area_before IS 'where a row goes back to when a merge is undone; division: follows';
