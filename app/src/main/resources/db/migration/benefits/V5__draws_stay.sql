COMMENT ON COLUMN benefits.draw.county IS 'division: stays; the lot fell there';
