-- What a comparison learnt from the place's own records: chances and weights, no person among them.
ALTER TABLE people.duplicate_run ADD COLUMN learnt jsonb NOT NULL DEFAULT '[]';
