COMMENT ON COLUMN policy.publication.content IS 'the law as it was published; division: stays';
