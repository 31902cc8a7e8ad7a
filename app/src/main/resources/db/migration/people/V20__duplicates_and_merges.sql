-- 重复人员与合并: two rows about one resident are found, looked at, and made one; and two again if it was an error.

-- What has become one with another row keeps its own, and leads there.
ALTER TABLE people.person ADD merged_into uuid REFERENCES people.person CHECK (merged_into <> id);
CREATE INDEX person_merged ON people.person (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE people.duplicate_run (
    id          uuid PRIMARY KEY,
    place       text COLLATE "C" NOT NULL,
    status      text NOT NULL CHECK (status IN ('ASKED', 'RUNNING', 'DONE', 'FAILED')),
    asked_by    text NOT NULL,
    residents   int NOT NULL DEFAULT 0,
    compared    bigint NOT NULL DEFAULT 0,
    unsealed    bigint NOT NULL DEFAULT 0,
    listed      int NOT NULL DEFAULT 0,
    reopened    int NOT NULL DEFAULT 0,
    failure     text NOT NULL DEFAULT '',
    started_at  timestamptz,
    finished_at timestamptz,
    created_at  timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX duplicate_run_one_at_a_time ON people.duplicate_run (place) WHERE status IN ('ASKED', 'RUNNING');
COMMENT ON COLUMN people.duplicate_run.place IS 'where it was asked; division: stays';
GRANT SELECT, INSERT, UPDATE ON people.duplicate_run TO weimin_app;

-- The area is the smallest place that has both of them: who oversees only one of the two does not see the pair.
CREATE TABLE people.duplicate_pair (
    id           uuid PRIMARY KEY,
    one_id       uuid NOT NULL REFERENCES people.person,
    other_id     uuid NOT NULL REFERENCES people.person,
    score_tenths int NOT NULL,
    reasons      jsonb NOT NULL,
    status       text NOT NULL CHECK (status IN ('OPEN', 'RULED_OUT', 'MERGED')),
    changed      text[] NOT NULL DEFAULT '{}',
    run_id       uuid NOT NULL REFERENCES people.duplicate_run,
    found_on     date NOT NULL,
    ruled_by     uuid,
    ruled_name   text,
    ruled_on     date,
    ruled_reason text,
    basis        jsonb,
    area         text COLLATE "C" NOT NULL,
    version      int NOT NULL DEFAULT 0,
    created_at   timestamptz NOT NULL DEFAULT now(),
    UNIQUE (one_id, other_id),
    CHECK (one_id < other_id),
    CHECK (status <> 'RULED_OUT' OR (ruled_by IS NOT NULL AND ruled_reason <> '' AND basis IS NOT NULL))
);
COMMENT ON COLUMN people.duplicate_pair.one_id IS 'class:1 who may be somebody else; person: stays';
COMMENT ON COLUMN people.duplicate_pair.other_id IS 'class:1 who may be somebody else; person: stays';
COMMENT ON COLUMN people.duplicate_pair.reasons IS 'class:2 in what two residents are alike';
COMMENT ON COLUMN people.duplicate_pair.ruled_name IS 'class:1 name of a staff member';
COMMENT ON COLUMN people.duplicate_pair.ruled_reason IS 'class:2 why they are two people';
COMMENT ON COLUMN people.duplicate_pair.basis IS 'class:2 fingerprints of what was compared when it was ruled';
CREATE INDEX duplicate_pair_list ON people.duplicate_pair (status, score_tenths DESC, id);
CREATE INDEX duplicate_pair_other ON people.duplicate_pair (other_id);

CREATE TABLE people.merge (
    id             uuid PRIMARY KEY,
    survivor_id    uuid NOT NULL REFERENCES people.person,
    merged_id      uuid NOT NULL REFERENCES people.person,
    -- What was taken from the row that goes; the survivor's own lies there meanwhile.
    taken          text[] NOT NULL,
    -- Tables in which rows of the one that goes win over the survivor's where both cannot stand.
    preferred      text[] NOT NULL,
    reason         text NOT NULL CHECK (reason <> ''),
    findings       jsonb NOT NULL,
    status         text NOT NULL CHECK (status IN ('PROPOSED', 'DONE', 'REJECTED', 'UNDONE')),
    proposed_by    uuid NOT NULL,
    proposer_name  text NOT NULL,
    proposed_on    date NOT NULL,
    confirmed_by   uuid CHECK (confirmed_by <> proposed_by),
    confirmer_name text,
    done_at        timestamptz,
    undone_by      uuid,
    undone_on      date,
    undone_reason  text,
    area           text COLLATE "C" NOT NULL,
    version        int NOT NULL DEFAULT 0,
    created_at     timestamptz NOT NULL DEFAULT now(),
    CHECK (survivor_id <> merged_id),
    CHECK ((status = 'UNDONE') = (undone_by IS NOT NULL))
);
CREATE UNIQUE INDEX merge_once ON people.merge (merged_id) WHERE status IN ('PROPOSED', 'DONE');
CREATE INDEX merge_survivor ON people.merge (survivor_id);
COMMENT ON COLUMN people.merge.survivor_id IS 'class:1 whose row stays; person: stays';
COMMENT ON COLUMN people.merge.merged_id IS 'class:1 whose row goes; person: stays';
COMMENT ON COLUMN people.merge.reason IS 'class:2 why they are one person';
COMMENT ON COLUMN people.merge.findings IS 'class:1 what was noticed, such as aid received twice';
COMMENT ON COLUMN people.merge.proposer_name IS 'class:1 name of a staff member';
COMMENT ON COLUMN people.merge.confirmer_name IS 'class:1 name of a staff member';
COMMENT ON COLUMN people.merge.undone_reason IS 'class:2 why they are two people after all';

-- Every row that a merge touched, as it was: enough to put it back.
CREATE TABLE people.merge_move (
    merge_id     uuid NOT NULL REFERENCES people.merge,
    number       int NOT NULL,
    of_room      text NOT NULL,
    of_table     text NOT NULL,
    of_column    text NOT NULL,
    row_key      jsonb NOT NULL,
    from_id      uuid NOT NULL,
    to_id        uuid NOT NULL,
    area_before  text,
    known_before tstzrange,
    -- LEFT: could not stand beside a row of the other, so it stays with the row that goes. REFUSED: forbids the merge.
    deed         text NOT NULL CHECK (deed IN ('MOVED', 'LEFT', 'REFUSED')),
    hindrance    text NOT NULL DEFAULT '',
    created_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (merge_id, number)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON people.duplicate_pair TO weimin_app;
GRANT SELECT, INSERT, UPDATE ON people.merge TO weimin_app;
GRANT SELECT ON people.merge_move TO weimin_app;

CALL home.keep_by_area('people.duplicate_pair', 'people.merge');

-- What hangs on a person. A column says in its comment what a merge does with it:
--   person: follows                 the row goes with the person
--   person: follows with its area   and so does the place that is responsible for it
--   person: follows or refuses      if it cannot stand beside the other's, there is no merge before it is settled
--   person: stays                   it says what was so on its day
-- Columns without that word count as following; a test asks for the word.
COMMENT ON COLUMN people.person.merged_into IS 'class:1 whose row this has become; person: follows';
COMMENT ON COLUMN people.household.head_id IS 'person: follows';
COMMENT ON COLUMN people.membership.person_id IS 'person: follows';
COMMENT ON COLUMN people.kinship.person_id IS 'person: follows with its area';
COMMENT ON COLUMN people.kinship.relative_id IS 'person: follows';
COMMENT ON COLUMN people.guardian.ward_id IS 'person: follows with its area';
COMMENT ON COLUMN people.guardian.guardian_id IS 'person: follows';
COMMENT ON COLUMN people.bank_card.holder_id IS 'person: follows with its area';
COMMENT ON COLUMN people.group_tag.person_id IS 'person: follows with its area';
COMMENT ON COLUMN people.organisation.representative_id IS 'person: follows';
COMMENT ON COLUMN people.import_row.person_id IS 'person: stays';
-- Written anew from what the person is called afterwards.
COMMENT ON COLUMN people.search_token.person_id IS 'person: stays';

CREATE FUNCTION people.person_columns()
    RETURNS TABLE (of_room name, of_table name, of_column name, kind_column name, declared text, dated boolean,
                   has_area boolean, key_columns name[])
    LANGUAGE sql STABLE AS $$
    SELECT n.nspname, c.relname, a.attname, k.attname,
           substring(col_description(c.oid, a.attnum) FROM 'person: (.*)$'),
           EXISTS (SELECT FROM pg_attribute x WHERE x.attrelid = c.oid AND x.attname = 'known'),
           EXISTS (SELECT FROM pg_attribute x WHERE x.attrelid = c.oid AND x.attname = 'area'),
           ARRAY(SELECT x.attname FROM pg_index i JOIN pg_attribute x ON x.attrelid = c.oid AND x.attnum = ANY (i.indkey)
                  WHERE i.indrelid = c.oid AND i.indisprimary ORDER BY x.attnum)
      FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                         AND a.atttypid = 'uuid'::regtype
      LEFT JOIN pg_attribute k ON k.attrelid = c.oid AND k.attname = regexp_replace(a.attname, '_id$', '_kind')
                              AND k.attname <> a.attname AND NOT k.attisdropped
     WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
       AND (k.attname IN ('subject_kind', 'party_kind')
            OR col_description(c.oid, a.attnum) ~ 'person: '
            OR EXISTS (SELECT FROM pg_constraint f
                        WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.conkey = ARRAY[a.attnum]
                          AND f.confrelid = 'people.person'::regclass))
     ORDER BY n.nspname, c.relname, a.attnum
$$;

-- Whoever may not see both may not touch what hangs on them; past this door every place is open, until the end.
CREATE FUNCTION people.open_every_place(persons uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT count(*) FROM people.person WHERE id = ANY (persons)) <> cardinality(persons) THEN
        RAISE EXCEPTION 'Not everybody is of the actor''s area' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM set_config('weimin.area_from', '', true), set_config('weimin.area_until', ':', true);
END $$;

-- How many rows of each column speak of each of the persons.
CREATE FUNCTION people.hangings(persons uuid[])
    RETURNS TABLE (of_room name, of_table name, of_column name, declared text, person_id uuid, row_count bigint)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c record;
    area_from text := current_setting('weimin.area_from', true);
    area_until text := current_setting('weimin.area_until', true);
BEGIN
    PERFORM people.open_every_place(persons);
    FOR c IN SELECT * FROM people.person_columns() LOOP
        RETURN QUERY EXECUTE format(
            'SELECT %L::name, %L::name, %L::name, %L::text, t.%I, count(*) FROM %I.%I t '
            || 'WHERE t.%I = ANY ($1) %s GROUP BY t.%I',
            c.of_room, c.of_table, c.of_column, coalesce(c.declared, 'follows'), c.of_column, c.of_room, c.of_table,
            c.of_column, CASE WHEN c.kind_column IS NULL THEN '' ELSE format('AND t.%I = ''person''', c.kind_column) END,
            c.of_column) USING persons;
    END LOOP;
    PERFORM set_config('weimin.area_from', area_from, true), set_config('weimin.area_until', area_until, true);
END $$;

-- Puts one row from one person to another; says what hindered it, or nothing.
CREATE FUNCTION people.put_row(of_room text, of_table text, of_column text, place tid, to_id uuid, new_area text,
                               new_known tstzrange) RETURNS text LANGUAGE plpgsql AS $$
DECLARE hindrance text;
BEGIN
    EXECUTE format('UPDATE %I.%I SET %I = $1 %s %s WHERE ctid = $4', of_room, of_table, of_column,
                   CASE WHEN new_area IS NULL THEN '' ELSE ', area = $2' END,
                   CASE WHEN new_known IS NULL THEN '' ELSE ', known = $3' END)
      USING to_id, new_area, new_known, place;
    RETURN '';
EXCEPTION WHEN exclusion_violation OR unique_violation OR check_violation THEN
    GET STACKED DIAGNOSTICS hindrance = CONSTRAINT_NAME;
    RETURN coalesce(nullif(hindrance, ''), 'check');
END $$;

-- All that hangs on the one that goes is put to the survivor, row by row, and every touched row is written down.
CREATE FUNCTION people.move_hangings(of_merge uuid, told_at timestamptz) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    m people.merge;
    c record;
    r record;
    one people.person;
    other people.person;
    condition text;
    wins boolean;
    written int := 0;
    obstacle text;
    known tstzrange;
    new_area text;
    area_from text := current_setting('weimin.area_from', true);
    area_until text := current_setting('weimin.area_until', true);
BEGIN
    SELECT * INTO m FROM people.merge WHERE id = of_merge;
    PERFORM people.open_every_place(ARRAY[m.survivor_id, m.merged_id]);
    SELECT * INTO one FROM people.person WHERE id = m.survivor_id;
    SELECT * INTO other FROM people.person WHERE id = m.merged_id;
    FOR c IN SELECT * FROM people.person_columns() p WHERE p.declared IS DISTINCT FROM 'stays' LOOP
        condition := CASE WHEN c.kind_column IS NULL THEN '' ELSE format('AND t.%I = ''person''', c.kind_column) END;
        wins := c.dated AND c.of_room || '.' || c.of_table = ANY (m.preferred);
        -- Where the other's rows win, the survivor's step aside (known at no time), and come back where there is room.
        IF wins THEN
            FOR r IN EXECUTE format('SELECT t.ctid AS place, to_jsonb(t) AS said, t.known FROM %I.%I t '
                    || 'WHERE t.%I = $1 %s', c.of_room, c.of_table, c.of_column, condition) USING m.survivor_id LOOP
                written := written + 1;
                INSERT INTO people.merge_move (merge_id, number, of_room, of_table, of_column, row_key, from_id, to_id,
                                               known_before, deed)
                VALUES (of_merge, written, c.of_room, c.of_table, c.of_column,
                        (SELECT jsonb_object_agg(k, r.said -> k::text) FROM unnest(c.key_columns) k),
                        m.survivor_id, m.survivor_id, r.known, 'MOVED');
                EXECUTE format('UPDATE %I.%I SET known = ''empty'' WHERE ctid = $1', c.of_room, c.of_table)
                  USING r.place;
            END LOOP;
        END IF;
        FOR r IN EXECUTE format('SELECT t.ctid AS place, to_jsonb(t) AS said FROM %I.%I t WHERE t.%I = $1 %s '
                || 'ORDER BY t.ctid', c.of_room, c.of_table, c.of_column, condition) USING m.merged_id LOOP
            new_area := CASE WHEN c.has_area AND c.declared = 'follows with its area'
                              AND r.said ->> 'area' = other.area AND one.area <> other.area THEN one.area END;
            obstacle := people.put_row(c.of_room, c.of_table, c.of_column, r.place, m.survivor_id, new_area, NULL);
            known := CASE WHEN c.dated THEN (r.said ->> 'known')::tstzrange END;
            written := written + 1;
            INSERT INTO people.merge_move (merge_id, number, of_room, of_table, of_column, row_key, from_id, to_id,
                                           area_before, known_before, deed, hindrance)
            VALUES (of_merge, written, c.of_room, c.of_table, c.of_column,
                    (SELECT jsonb_object_agg(k, r.said -> k::text) FROM unnest(c.key_columns) k), m.merged_id,
                    CASE WHEN obstacle = '' THEN m.survivor_id ELSE m.merged_id END,
                    CASE WHEN new_area IS NOT NULL THEN other.area END, CASE WHEN obstacle <> '' THEN known END,
                    CASE WHEN obstacle = '' THEN 'MOVED'
                         WHEN c.declared = 'follows or refuses' AND (known IS NULL OR upper_inf(known)
                              AND NOT coalesce(upper((r.said ->> 'valid')::daterange) <= told_at::date, false))
                         THEN 'REFUSED' ELSE 'LEFT' END,
                    obstacle);
            -- What cannot stand beside the survivor's is not believed any more; money that was paid is not disputed.
            IF obstacle <> '' AND c.dated AND c.declared IS DISTINCT FROM 'follows or refuses' THEN
                EXECUTE format('UPDATE %I.%I SET known = known * tstzrange(NULL, $1) WHERE ctid = $2',
                               c.of_room, c.of_table) USING told_at, r.place;
            END IF;
        END LOOP;
        IF wins THEN
            FOR r IN SELECT v.number, v.known_before, v.row_key FROM people.merge_move v
                      WHERE v.merge_id = of_merge AND v.of_room = c.of_room AND v.of_table = c.of_table
                        AND v.of_column = c.of_column AND v.from_id = m.survivor_id ORDER BY v.number LOOP
                obstacle := people.put_row(c.of_room, c.of_table, c.of_column,
                    people.row_place(c.of_room, c.of_table, r.row_key), m.survivor_id, NULL, r.known_before);
                IF obstacle = '' THEN
                    DELETE FROM people.merge_move v WHERE v.merge_id = of_merge AND v.number = r.number;
                ELSE
                    PERFORM people.put_row(c.of_room, c.of_table, c.of_column,
                        people.row_place(c.of_room, c.of_table, r.row_key), m.merged_id, NULL,
                        r.known_before * tstzrange(NULL, told_at));
                    UPDATE people.merge_move v SET to_id = m.merged_id, deed = 'LEFT', hindrance = obstacle
                     WHERE v.merge_id = of_merge AND v.number = r.number;
                END IF;
            END LOOP;
        END IF;
    END LOOP;
    PERFORM set_config('weimin.area_from', area_from, true), set_config('weimin.area_until', area_until, true);
END $$;

-- Where the row with that key lies now; nowhere if it is gone.
CREATE FUNCTION people.row_place(of_room text, of_table text, row_key jsonb) RETURNS tid LANGUAGE plpgsql AS $$
DECLARE place tid;
BEGIN
    EXECUTE format('SELECT t.ctid FROM %I.%I t WHERE %s', of_room, of_table,
        (SELECT string_agg(format('t.%I = (jsonb_populate_record(NULL::%I.%I, $1)).%I', k, of_room, of_table, k), ' AND ')
           FROM jsonb_object_keys(row_key) k)) INTO place USING row_key;
    RETURN place;
END $$;

-- Every touched row back to whom it was taken from; what was written since stays where it was written.
CREATE FUNCTION people.return_hangings(of_merge uuid) RETURNS TABLE (of_room text, of_table text, hindrance text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    m people.merge;
    v record;
    place tid;
    is_dated boolean;
    aside jsonb := '{}';
    said tstzrange;
    stopped text;
    area_from text := current_setting('weimin.area_from', true);
    area_until text := current_setting('weimin.area_until', true);
BEGIN
    SELECT * INTO m FROM people.merge WHERE id = of_merge;
    PERFORM people.open_every_place(ARRAY[m.survivor_id, m.merged_id]);
    -- All of them step aside first, so that none stands in another's way.
    FOR v IN SELECT p.dated, x.* FROM people.merge_move x
               JOIN people.person_columns() p USING (of_room, of_table, of_column)
              WHERE x.merge_id = of_merge AND p.dated ORDER BY x.number LOOP
        place := people.row_place(v.of_room, v.of_table,
            v.row_key || CASE WHEN v.row_key ? v.of_column THEN jsonb_build_object(v.of_column, v.to_id) ELSE '{}' END);
        CONTINUE WHEN place IS NULL;
        EXECUTE format('SELECT known FROM %I.%I WHERE ctid = $1', v.of_room, v.of_table) INTO said USING place;
        IF NOT aside ? (v.of_table || (v.row_key ->> 'id')) THEN
            aside := aside || jsonb_build_object(v.of_table || (v.row_key ->> 'id'), said);
        END IF;
        EXECUTE format('UPDATE %I.%I SET known = ''empty'' WHERE ctid = $1', v.of_room, v.of_table) USING place;
    END LOOP;
    FOR v IN SELECT * FROM people.merge_move x WHERE x.merge_id = of_merge AND x.known_before IS NOT NULL
              ORDER BY x.number DESC LOOP
        aside := aside || jsonb_build_object(v.of_table || (v.row_key ->> 'id'), v.known_before);
    END LOOP;
    FOR v IN SELECT p.dated, x.* FROM people.merge_move x
               JOIN people.person_columns() p USING (of_room, of_table, of_column)
              WHERE x.merge_id = of_merge ORDER BY x.number DESC LOOP
        place := people.row_place(v.of_room, v.of_table,
            v.row_key || CASE WHEN v.row_key ? v.of_column THEN jsonb_build_object(v.of_column, v.to_id) ELSE '{}' END);
        CONTINUE WHEN place IS NULL;
        stopped := people.put_row(v.of_room, v.of_table, v.of_column, place, v.from_id, v.area_before, NULL);
        IF stopped = '' AND v.dated AND NOT EXISTS (
               SELECT FROM people.merge_move w WHERE w.merge_id = of_merge AND w.of_room = v.of_room
                  AND w.of_table = v.of_table AND w.row_key = v.row_key AND w.number < v.number) THEN
            stopped := people.put_row(v.of_room, v.of_table, v.of_column,
                people.row_place(v.of_room, v.of_table, v.row_key), v.from_id, NULL,
                (aside ->> (v.of_table || (v.row_key ->> 'id')))::tstzrange);
        END IF;
        IF stopped <> '' THEN
            of_room := v.of_room;
            of_table := v.of_table;
            hindrance := stopped;
            RETURN NEXT;
        END IF;
    END LOOP;
    PERFORM set_config('weimin.area_from', area_from, true), set_config('weimin.area_until', area_until, true);
END $$;

REVOKE EXECUTE ON FUNCTION people.put_row, people.row_place, people.open_every_place, people.hangings,
    people.move_hangings, people.return_hangings FROM PUBLIC;
GRANT EXECUTE ON FUNCTION people.person_columns, people.hangings, people.move_hangings, people.return_hangings
    TO weimin_app;

-- What a ruling rested on, so that a later run can tell whether it still does.
CREATE FUNCTION people.likeness_basis(of_person uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
    SELECT jsonb_build_object('name', md5(p.name), 'birth', p.birth_on, 'identity', encode(p.id_number_index, 'hex'),
               'phone', md5(p.phone), 'address', md5(p.address),
               'card', coalesce((SELECT string_agg(encode(b.number_index, 'hex'), ',' ORDER BY b.number_index)
                                   FROM people.bank_card b WHERE b.holder_id = p.id AND upper_inf(b.known)), ''))
      FROM people.person p WHERE p.id = of_person
$$;
GRANT EXECUTE ON FUNCTION people.likeness_basis TO weimin_app;

-- Which of the fields that the likeness rests on have changed since the ruling.
CREATE FUNCTION people.changed_since(basis jsonb, reasons jsonb, one uuid, other uuid) RETURNS text[] LANGUAGE sql
    STABLE AS $$
    SELECT coalesce(array_agg(DISTINCT f.field ORDER BY f.field), '{}')
      FROM (VALUES ('one', people.likeness_basis(one)), ('other', people.likeness_basis(other))) v (side, said)
     CROSS JOIN LATERAL jsonb_each(v.said) f (field, value)
     WHERE basis -> v.side -> f.field IS DISTINCT FROM f.value
       AND (f.field = 'identity'
            OR EXISTS (SELECT FROM jsonb_array_elements(reasons) r WHERE r ->> 'field' = f.field))
$$;
GRANT EXECUTE ON FUNCTION people.changed_since TO weimin_app;

-- The smallest place that has both areas: what their codes begin with alike, cut to a level.
CREATE FUNCTION people.place_of_both(one text, other text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT left(one, coalesce((SELECT max(l) FROM unnest(ARRAY[2, 4, 6, 9, 12]) l
                                WHERE left(one, l) = left(other, l) AND l <= length(one) AND l <= length(other)), 0))
$$;
GRANT EXECUTE ON FUNCTION people.place_of_both TO weimin_app;
