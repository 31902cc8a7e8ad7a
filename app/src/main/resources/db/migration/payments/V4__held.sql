-- A debt that is held stands in the run as a blocked line, so that nobody wonders where it has gone.
ALTER TABLE payments.line DROP CONSTRAINT line_cautions_check;
ALTER TABLE payments.line ADD CONSTRAINT line_cautions_check
    CHECK (cautions <@ ARRAY['DEAD', 'STOPPED', 'HELD', 'NO_ACCOUNT', 'SHARED_ACCOUNT', 'DUPLICATE_ACCOUNT', 'CHANGED',
                             'NEW', 'REISSUED']);
