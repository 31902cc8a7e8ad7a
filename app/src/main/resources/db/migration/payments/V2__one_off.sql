-- What is given once travels in the next run like every other debt.
ALTER TABLE payments.line DROP CONSTRAINT line_kind_check;
ALTER TABLE payments.line ADD CONSTRAINT line_kind_check CHECK (kind IN ('REGULAR', 'BACK_PAY', 'ONE_OFF'));
