-- What is given once is owed as such, beside the month's own amount and back pay.
ALTER TABLE ledger.payable DROP CONSTRAINT payable_kind_check;
ALTER TABLE ledger.payable ADD CONSTRAINT payable_kind_check CHECK (kind IN ('REGULAR', 'BACK_PAY', 'ONE_OFF'));
