COMMENT ON COLUMN divisions.plan_conflict.details IS 'division: stays; it says what was found then';
COMMENT ON COLUMN divisions.moved.key IS 'division: stays; it finds a row where it was before';
