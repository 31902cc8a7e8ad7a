-- A debt goes with its creditor when two records of one person become one. Only the owner of the tables does that: the
-- application has no right to that column.
DROP TRIGGER payable_step ON ledger.payable;
CREATE TRIGGER payable_step BEFORE UPDATE ON ledger.payable FOR EACH ROW
    WHEN (NEW.payee_id = OLD.payee_id OR current_user <> 'weimin_owner') EXECUTE FUNCTION ledger.check_payable_step();
COMMENT ON COLUMN ledger.payable.payee_id IS 'class:1 who receives; person: follows or refuses';
