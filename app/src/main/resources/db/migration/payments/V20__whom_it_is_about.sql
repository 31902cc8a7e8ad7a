-- A line says whom the bank was asked to pay: it stays so when two records of one person become one.
COMMENT ON COLUMN payments.line.payee_id IS 'class:1 who is paid; person: stays';
