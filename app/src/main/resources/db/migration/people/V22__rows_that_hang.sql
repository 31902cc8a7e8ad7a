-- When the deed was done by the clock of the database, by which rows are dated too; the business day may differ.
ALTER TABLE people.merge ADD COLUMN recorded_at timestamptz;

-- What a clerk may give to the other when two are parted: not what decides about aid or owes money.
CREATE FUNCTION people.may_be_given(of_room name, declared text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT declared IN ('follows', 'follows with its area') AND of_room NOT IN ('benefits', 'ledger', 'payments')
$$;

-- The rows themselves that hang on the persons, of one column or of all, written down after a moment or ever.
CREATE FUNCTION people.hanging_rows(persons uuid[], since timestamptz, wanted_table text, wanted_column text)
    RETURNS TABLE (of_room name, of_table name, of_column name, declared text, may_be_given boolean, person_id uuid,
                   row_id uuid, recorded_at timestamptz, valid daterange)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c record;
    area_from text := current_setting('weimin.area_from', true);
    area_until text := current_setting('weimin.area_until', true);
BEGIN
    PERFORM people.open_every_place(persons);
    FOR c IN SELECT * FROM people.person_columns() p
              WHERE (wanted_table IS NULL OR p.of_room || '.' || p.of_table = wanted_table)
                AND (wanted_column IS NULL OR p.of_column = wanted_column) LOOP
        RETURN QUERY EXECUTE format(
            'SELECT %L::name, %L::name, %L::name, %L::text, %L::boolean, t.%I, %s, '
            || '(to_jsonb(t) ->> ''created_at'')::timestamptz, %s '
            || 'FROM %I.%I t WHERE t.%I = ANY ($1) '
            || 'AND ($2 IS NULL OR (to_jsonb(t) ->> ''created_at'')::timestamptz > $2) %s ORDER BY 8 DESC LIMIT 5000',
            c.of_room, c.of_table, c.of_column, coalesce(c.declared, 'follows'),
            people.may_be_given(c.of_room, coalesce(c.declared, 'follows')), c.of_column,
            CASE WHEN c.key_columns = ARRAY['id'::name] THEN 't.id' ELSE 'NULL::uuid' END,
            CASE WHEN c.dated THEN 't.valid' ELSE 'NULL::daterange' END, c.of_room, c.of_table, c.of_column,
            CASE WHEN c.kind_column IS NULL THEN '' ELSE format('AND t.%I = ''person''', c.kind_column) END)
          USING persons, since;
    END LOOP;
    PERFORM set_config('weimin.area_from', area_from, true), set_config('weimin.area_until', area_until, true);
END $$;

-- One row that was written about the survivor after the merge goes to the one that is parted; says what hinders it.
CREATE FUNCTION people.give_row(of_merge uuid, wanted_table text, wanted_column text, wanted_row uuid) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    m people.merge;
    c record;
    place tid;
    said jsonb;
    one people.person;
    other people.person;
    stopped text;
    area_from text := current_setting('weimin.area_from', true);
    area_until text := current_setting('weimin.area_until', true);
BEGIN
    SELECT * INTO m FROM people.merge WHERE id = of_merge AND status = 'DONE';
    PERFORM people.open_every_place(ARRAY[m.survivor_id, m.merged_id]);
    SELECT * INTO one FROM people.person WHERE id = m.survivor_id;
    SELECT * INTO other FROM people.person WHERE id = m.merged_id;
    SELECT * INTO c FROM people.person_columns() p
     WHERE p.of_room || '.' || p.of_table = wanted_table AND p.of_column = wanted_column
       AND people.may_be_given(p.of_room, coalesce(p.declared, 'follows'));
    IF FOUND THEN
        EXECUTE format('SELECT t.ctid, to_jsonb(t) FROM %I.%I t WHERE t.id = $1 AND t.%I = $2 AND t.created_at > $3',
                       c.of_room, c.of_table, c.of_column)
           INTO place, said USING wanted_row, m.survivor_id, m.recorded_at;
    END IF;
    stopped := CASE WHEN place IS NULL THEN 'absent' ELSE people.put_row(c.of_room, c.of_table, c.of_column, place,
        m.merged_id, CASE WHEN c.has_area AND c.declared = 'follows with its area' AND said ->> 'area' = one.area
                          THEN other.area END, NULL) END;
    PERFORM set_config('weimin.area_from', area_from, true), set_config('weimin.area_until', area_until, true);
    RETURN stopped;
END $$;

REVOKE EXECUTE ON FUNCTION people.hanging_rows, people.give_row FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people.hanging_rows, people.give_row TO weimin_app;
