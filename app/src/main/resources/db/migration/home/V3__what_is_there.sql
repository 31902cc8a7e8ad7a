-- After a mass of rows has come in, the planner is told at once: until it is, it plans for the tables as they were, and
-- a question that joins a county's tables would walk each of them once per resident. Small tables can wait for the
-- database's own rounds. Only the owner may analyse, hence SECURITY DEFINER.
CREATE FUNCTION home.count_what_is_there() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE t regclass;
BEGIN
    FOR t IN SELECT oid FROM pg_class
              WHERE relkind = 'r' AND pg_get_userbyid(relowner) = current_user AND pg_relation_size(oid) > 1000000 LOOP
        EXECUTE format('ANALYZE %s', t);
    END LOOP;
END $$;
REVOKE ALL ON FUNCTION home.count_what_is_there() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION home.count_what_is_there() TO weimin_app;
