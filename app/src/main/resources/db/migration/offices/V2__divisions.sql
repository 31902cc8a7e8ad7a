COMMENT ON COLUMN offices.premises.serves IS 'division: follows';
COMMENT ON COLUMN offices.move.area IS 'division: stays; a proposal says what was proposed';
