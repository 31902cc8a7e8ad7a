-- 区划变更方案: what becomes of which division on which day. The plan is the county's; its lines are codes and names.
CREATE TABLE divisions.plan (
    id             uuid PRIMARY KEY,
    area           text COLLATE "C" NOT NULL,
    title          text NOT NULL CHECK (title <> ''),
    document       text NOT NULL,
    reason         text NOT NULL CHECK (reason <> ''),
    on_day         date NOT NULL,
    status         text NOT NULL CHECK (status IN ('DRAFT', 'REHEARSED', 'CONSULTING', 'APPROVED', 'CARRIED_OUT',
                       'UNDONE', 'WITHDRAWN')),
    drafted_by     uuid NOT NULL,
    drafter_name   text NOT NULL,
    drafted_on     date NOT NULL,
    shown_from     date,
    shown_until    date CHECK (shown_until > shown_from),
    approved_by    uuid CHECK (approved_by <> drafted_by),
    approver_name  text NOT NULL DEFAULT '',
    approved_on    date,
    -- What was approved: the function that carries it out refuses any other lines.
    approved_lines text,
    carried_out_on date,
    undone_by      uuid CHECK (undone_by <> drafted_by),
    undoer_name    text NOT NULL DEFAULT '',
    undone_on      date,
    undo_reason    text NOT NULL DEFAULT '',
    stuck          text NOT NULL DEFAULT '',
    version        int NOT NULL DEFAULT 0,
    created_at     timestamptz NOT NULL DEFAULT now(),
    CHECK (status NOT IN ('APPROVED', 'CARRIED_OUT', 'UNDONE') OR (approved_by IS NOT NULL AND approved_lines IS NOT NULL)),
    CHECK ((status = 'UNDONE') = (undone_by IS NOT NULL AND undo_reason <> ''))
);
CREATE INDEX plan_due ON divisions.plan (on_day) WHERE status = 'APPROVED';

-- Each division of today that the plan touches, once; one that stays under its code has a line to itself.
CREATE TABLE divisions.plan_line (
    plan_id     uuid NOT NULL REFERENCES divisions.plan ON DELETE CASCADE,
    before_code text COLLATE "C" NOT NULL,
    before_name text NOT NULL,
    after_code  text COLLATE "C" NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('MERGE', 'SPLIT', 'RENAME', 'RECODE')),
    created_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (plan_id, before_code),
    CHECK (octet_length(before_code) = octet_length(after_code))
);
CREATE TABLE divisions.plan_target (
    plan_id    uuid NOT NULL REFERENCES divisions.plan ON DELETE CASCADE,
    code       text COLLATE "C" NOT NULL,
    name       text NOT NULL CHECK (name <> ''),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (plan_id, code)
);

-- 征求意见: who said what while the plan hung out.
CREATE TABLE divisions.plan_opinion (
    id          uuid PRIMARY KEY,
    plan_id     uuid NOT NULL REFERENCES divisions.plan ON DELETE CASCADE,
    area        text COLLATE "C" NOT NULL,
    giver       text NOT NULL CHECK (giver <> ''),
    stance      text NOT NULL CHECK (stance IN ('FOR', 'AGAINST', 'REMARK')),
    words       text NOT NULL CHECK (words <> ''),
    given_on    date NOT NULL,
    recorded_by uuid NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN divisions.plan_opinion.giver IS 'class:2 name of a body or of a resident';
CREATE INDEX ON divisions.plan_opinion (plan_id, given_on);

-- 演练: what the rehearsal of exactly these lines found; a plan that changes is rehearsed again.
CREATE TABLE divisions.plan_rehearsal (
    plan_id      uuid PRIMARY KEY REFERENCES divisions.plan ON DELETE CASCADE,
    lines        text NOT NULL,
    rehearsed_at timestamptz NOT NULL,
    took_millis  bigint NOT NULL,
    refused_by   text NOT NULL DEFAULT '',
    created_at   timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE divisions.plan_touch (
    plan_id     uuid NOT NULL REFERENCES divisions.plan ON DELETE CASCADE,
    of_table    text COLLATE "C" NOT NULL,
    of_column   text COLLATE "C" NOT NULL,
    before_code text COLLATE "C" NOT NULL,
    moved       bigint NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (plan_id, of_table, of_column, before_code)
);
CREATE TABLE divisions.plan_conflict (
    plan_id    uuid NOT NULL REFERENCES divisions.plan ON DELETE CASCADE,
    number     int NOT NULL,
    blocks     boolean NOT NULL,
    key        text NOT NULL,
    details    text[] NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (plan_id, number)
);

-- Where several codes become one, the code alone no longer tells where a row came from: these do.
CREATE TABLE divisions.moved (
    plan_id     uuid NOT NULL REFERENCES divisions.plan ON DELETE CASCADE,
    of_table    text COLLATE "C" NOT NULL,
    of_column   text COLLATE "C" NOT NULL,
    key         jsonb NOT NULL,
    before_code text COLLATE "C" NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (plan_id, of_table, of_column, key)
);

ALTER TABLE divisions.succession
    ADD plan_id uuid REFERENCES divisions.plan,
    DROP CONSTRAINT succession_kind_check,
    ADD CONSTRAINT succession_kind_check CHECK (kind IN ('MERGE', 'SPLIT', 'RENAME', 'RECODE', 'UNDO'));

CALL home.keep_by_area('divisions.plan', 'divisions.plan_opinion');
GRANT SELECT, INSERT, UPDATE ON divisions.plan TO weimin_app;
GRANT SELECT, INSERT, DELETE ON divisions.plan_line, divisions.plan_target, divisions.plan_touch,
    divisions.plan_conflict, divisions.plan_rehearsal TO weimin_app;
GRANT SELECT, INSERT ON divisions.plan_opinion TO weimin_app;
GRANT SELECT ON divisions.moved TO weimin_app;

-- What was written under a code that is gone is read by whoever answers for its successor.
CREATE FUNCTION divisions.former_codes() RETURNS text[] LANGUAGE sql STABLE AS $$
    WITH RECURSIVE former AS (
        SELECT s.before_code FROM divisions.succession s
         WHERE s.after_code >= current_setting('weimin.area_from', true)
           AND s.after_code < current_setting('weimin.area_until', true)
        UNION
        SELECT s.before_code FROM former f JOIN divisions.succession s ON s.after_code = f.before_code)
    SELECT coalesce(array_agg(before_code), '{}') FROM former
$$;
CREATE POLICY of_former_area ON audit.entry FOR SELECT USING (area = ANY ((SELECT divisions.former_codes())::text[]));

-- 区划列: which columns hold a division, and whether they follow when it changes. `area` is whoever answers for a row and
-- always follows; any other column says it in its comment: "division: follows", "division: stays" (it says how things
-- were when it was written), "division: town of COLUMN" or "division: none".
CREATE VIEW divisions.v_place_column AS
SELECT c.oid AS of_table, n.nspname || '.' || c.relname AS table_name, a.attname AS of_column,
       coalesce(d.rule, 'follows') AS rule,
       -- Guards of the past and copies kept elsewhere; "triggers stay on" where they count what moves.
       coalesce(col_description(c.oid, a.attnum), '') !~ 'triggers stay on'
       AND EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal) AS watched,
       (SELECT string_agg(format('t.%I', k.attname), ', ' ORDER BY k.attnum)
          FROM pg_index i JOIN pg_attribute k ON k.attrelid = c.oid AND k.attnum = ANY (i.indkey)
         WHERE i.indrelid = c.oid AND i.indisprimary AND k.attname <> a.attname) AS key,
       (SELECT string_agg(format(', %I = left(m.%%s, 9)', o.attname), '')
          FROM pg_attribute o
         WHERE o.attrelid = c.oid AND col_description(c.oid, o.attnum) ~ ('division: town of ' || a.attname || '\M'))
       AS towns
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.atttypid = 'text'::regtype
 CROSS JOIN LATERAL (SELECT substring(col_description(c.oid, a.attnum)
                                      FROM 'division: (follows|stays|none|town of)') AS rule) d
 WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
   AND c.relowner = (SELECT o.relowner FROM pg_class o WHERE o.oid = 'divisions.division'::regclass)
   AND (d.rule IS NOT NULL OR a.attname = 'area');
GRANT SELECT ON divisions.v_place_column TO weimin_app;

COMMENT ON COLUMN divisions.division.code IS 'division: stays';
COMMENT ON COLUMN divisions.succession.before_code IS 'division: stays';
COMMENT ON COLUMN divisions.succession.after_code IS 'division: stays';
COMMENT ON COLUMN divisions.org_unit.serves IS 'division: stays';
COMMENT ON COLUMN divisions.plan_line.before_code IS 'division: stays';
COMMENT ON COLUMN divisions.plan_line.after_code IS 'division: stays';
COMMENT ON COLUMN divisions.plan_target.code IS 'division: stays';
COMMENT ON COLUMN divisions.plan_touch.before_code IS 'division: stays';
COMMENT ON COLUMN divisions.moved.before_code IS 'division: stays';

-- One text for all that a plan says: equal texts, equal plans.
CREATE FUNCTION divisions.plan_lines(of_plan uuid) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT md5(concat_ws('|',
        (SELECT string_agg(before_code || '>' || after_code, ',' ORDER BY before_code)
           FROM divisions.plan_line WHERE plan_id = of_plan),
        (SELECT string_agg(code || '=' || name, ',' ORDER BY code) FROM divisions.plan_target WHERE plan_id = of_plan),
        (SELECT on_day::text FROM divisions.plan WHERE id = of_plan)))
$$;

-- A row of the list that is closed does not overlap itself; another listed one of its code there cannot be.
CREATE OR REPLACE FUNCTION divisions.refuse_overlap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (TG_OP = 'INSERT' OR NOT OLD.listed)
       AND EXISTS (SELECT FROM divisions.division d
                    WHERE octet_length(d.code) = octet_length(NEW.code) AND d.code = NEW.code AND d.listed
                      AND d.valid && NEW.valid AND d.known && NEW.known) THEN
        RAISE EXCEPTION 'Division % would have two names at once', NEW.code USING ERRCODE = 'exclusion_violation';
    END IF;
    RETURN NEW;
END $$;

-- The names that end and those that begin, forwards or back again.
CREATE FUNCTION divisions.plan_names(of_plan uuid, back boolean, ending boolean)
    RETURNS TABLE (code text, name text) LANGUAGE sql STABLE AS $$
    WITH was AS (SELECT before_code AS code, before_name AS name FROM divisions.plan_line WHERE plan_id = of_plan),
         becomes AS (SELECT t.code, t.name FROM divisions.plan_target t WHERE t.plan_id = of_plan)
    SELECT * FROM (SELECT * FROM was EXCEPT SELECT * FROM becomes) ends WHERE ending <> back
    UNION ALL
    SELECT * FROM (SELECT * FROM becomes EXCEPT SELECT * FROM was) begins WHERE ending = back
$$;

-- The tree itself: names end and begin on the day, and so do the offices that serve under them.
CREATE FUNCTION divisions.redraw_tree(of_plan uuid, back boolean, from_day date, at_moment timestamptz) RETURNS void
    LANGUAGE plpgsql AS $$
DECLARE
    d record;
    organised boolean;
BEGIN
    SELECT EXISTS (SELECT FROM divisions.org_unit u JOIN divisions.plan_line l ON l.before_code = u.serves
                    WHERE l.plan_id = of_plan) INTO organised;
    FOR d IN SELECT c.* FROM divisions.plan_names(of_plan, back, true) n
               JOIN divisions.division c ON octet_length(c.code) = octet_length(n.code) AND c.code = n.code
                AND upper_inf(c.valid) AND upper_inf(c.known) LOOP
        UPDATE divisions.division c SET listed = false, known = tstzrange(lower(c.known), at_moment)
         WHERE octet_length(c.code) = octet_length(d.code) AND c.code = d.code
           AND upper_inf(c.valid) AND upper_inf(c.known);
        IF lower(d.valid) < from_day THEN
            INSERT INTO divisions.division (code, name, listed, valid, known)
            VALUES (d.code, d.name, false, daterange(lower(d.valid), from_day), tstzrange(at_moment, NULL));
        END IF;
        UPDATE divisions.org_unit u SET valid = daterange(lower(u.valid), greatest(from_day, lower(u.valid)))
         WHERE u.serves = d.code AND upper_inf(u.valid) AND upper_inf(u.known);
    END LOOP;
    INSERT INTO divisions.division (code, name, listed, valid, known)
    SELECT n.code, n.name, false, daterange(from_day, NULL), tstzrange(at_moment, NULL)
      FROM divisions.plan_names(of_plan, back, false) n;
    INSERT INTO divisions.org_unit (id, name, kind, serves, valid, known)
    SELECT uuidv7(), CASE octet_length(n.code) WHEN 6 THEN n.name || '民政局' WHEN 12 THEN n.name
                     ELSE n.name || CASE WHEN n.name LIKE '%街道' THEN '办事处' ELSE '人民政府' END END,
           CASE octet_length(n.code) WHEN 6 THEN 'BUREAU' WHEN 9 THEN 'STREET_OFFICE' ELSE 'COMMITTEE' END,
           n.code, daterange(from_day, NULL), tstzrange(at_moment, NULL)
      FROM divisions.plan_names(of_plan, back, false) n WHERE organised;
END $$;

-- Posts of an office that ended belong to the office that serves instead ("office: follows").
CREATE FUNCTION divisions.move_posts(of_plan uuid, back boolean) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    f record;
    key text;
BEGIN
    FOR f IN SELECT c.oid::regclass::text AS name, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
              WHERE c.relkind = 'r' AND col_description(c.oid, a.attnum) ~ 'office: follows' LOOP
        SELECT string_agg(format('t.%I', k.attname), ', ' ORDER BY k.attnum) INTO key
          FROM pg_index i JOIN pg_attribute k ON k.attrelid = i.indrelid AND k.attnum = ANY (i.indkey)
         WHERE i.indrelid = f.name::regclass AND i.indisprimary;
        IF NOT back THEN
            EXECUTE format('INSERT INTO divisions.moved (plan_id, of_table, of_column, key, before_code)
                SELECT $1, %L, %L, jsonb_build_array(%s), u.serves FROM %s t
                  JOIN divisions.org_unit u ON u.id = t.%I JOIN divisions.plan_line l ON l.before_code = u.serves
                 WHERE l.plan_id = $1', f.name, f.attname, key, f.name, f.attname) USING of_plan;
        END IF;
        EXECUTE format('UPDATE %s t SET %I = n.id
              FROM divisions.moved m JOIN divisions.plan_line l ON l.plan_id = m.plan_id AND l.before_code = m.before_code
              JOIN divisions.org_unit n ON n.serves = CASE WHEN $2 THEN l.before_code ELSE l.after_code END
               AND upper_inf(n.valid) AND upper_inf(n.known)
             WHERE m.plan_id = $1 AND m.of_table = %L AND m.of_column = %L AND m.key = jsonb_build_array(%s)
               AND t.%I <> n.id', f.name, f.attname, f.name, f.attname, key, f.attname) USING of_plan, back;
    END LOOP;
END $$;

-- Every row that follows goes where its division goes. Nobody writes meanwhile; guards that keep the past as it was are
-- silent, because what is written stays: only who answers for it is another. A row left behind refuses the whole.
CREATE FUNCTION divisions.move_rows(of_plan uuid, back boolean) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    f record;
    crowded text[];
    gone text[];
    behind text;
    source text := CASE WHEN back THEN 'after_code' ELSE 'before_code' END;
    goal text := CASE WHEN back THEN 'before_code' ELSE 'after_code' END;
BEGIN
    SELECT coalesce(array_agg(before_code), '{}') INTO crowded
      FROM (SELECT before_code, after_code, count(*) OVER (PARTITION BY after_code) AS sharing
              FROM divisions.plan_line WHERE plan_id = of_plan) l
     WHERE l.sharing > 1 AND l.before_code <> l.after_code;
    SELECT coalesce(array_agg(e.code), '{}') INTO gone FROM divisions.plan_names(of_plan, back, true) e
     WHERE octet_length(e.code) IN (6, 9)
       AND NOT EXISTS (SELECT FROM divisions.plan_names(of_plan, back, false) n WHERE n.code = e.code);
    SET CONSTRAINTS ALL IMMEDIATE;
    FOR f IN SELECT * FROM divisions.v_place_column WHERE rule = 'follows' ORDER BY table_name LOOP
        EXECUTE format('LOCK TABLE %s IN SHARE ROW EXCLUSIVE MODE', f.of_table::regclass);
    END LOOP;
    FOR f IN SELECT * FROM divisions.v_place_column WHERE rule = 'follows' ORDER BY table_name LOOP
        IF f.watched THEN
            EXECUTE format('ALTER TABLE %s DISABLE TRIGGER USER', f.of_table::regclass);
        END IF;
        IF back THEN
            EXECUTE format('UPDATE %s t SET %I = m.before_code %s FROM divisions.moved m
                 WHERE m.plan_id = $1 AND m.of_table = %L AND m.of_column = %L AND m.key = jsonb_build_array(%s)',
                f.of_table::regclass, f.of_column, format(f.towns, 'before_code'), f.table_name, f.of_column, f.key)
                USING of_plan;
        ELSE
            EXECUTE format('INSERT INTO divisions.moved (plan_id, of_table, of_column, key, before_code)
                SELECT $1, %L, %L, jsonb_build_array(%s), t.%I FROM %s t WHERE t.%I = ANY ($2)',
                f.table_name, f.of_column, f.key, f.of_column, f.of_table::regclass, f.of_column)
                USING of_plan, crowded;
        END IF;
        -- Back again, what was written since at a seat that is no more goes to the first of those that were merged.
        EXECUTE format('WITH m AS (SELECT %3$s AS source, min(%4$s) AS goal, min(before_code) AS before_code
                                     FROM divisions.plan_line WHERE plan_id = $1 GROUP BY %3$s
                                   HAVING NOT bool_or(before_code = after_code)),
                          changed AS (UPDATE %1$s t SET %2$I = m.goal %5$s FROM m WHERE t.%2$I = m.source
                                      RETURNING m.before_code)
             INSERT INTO divisions.plan_touch (plan_id, of_table, of_column, before_code, moved)
             SELECT $1, %6$L, %7$L, before_code, count(*) FROM changed WHERE NOT $2 GROUP BY before_code',
            f.of_table::regclass, f.of_column, source, goal, format(f.towns, 'goal'), f.table_name, f.of_column)
            USING of_plan, back;
        IF f.watched THEN
            EXECUTE format('ALTER TABLE %s ENABLE TRIGGER USER', f.of_table::regclass);
        END IF;
        EXECUTE format('SELECT min(t.%1$I) FROM %2$s t WHERE left(t.%1$I, 9) = ANY ($1) OR left(t.%1$I, 6) = ANY ($1)',
            f.of_column, f.of_table::regclass) INTO behind USING gone;
        IF behind IS NOT NULL THEN
            RAISE EXCEPTION 'rows of % stay behind under %', f.table_name, behind
                USING ERRCODE = 'WMLFT', TABLE = f.table_name, COLUMN = behind;
        END IF;
    END LOOP;
    SET CONSTRAINTS ALL DEFERRED;
END $$;

CREATE FUNCTION divisions.as_system_only() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('weimin.actor_kind', true) IS DISTINCT FROM 'system' THEN
        RAISE EXCEPTION 'only a job of the system moves divisions' USING ERRCODE = 'insufficient_privilege';
    END IF;
END $$;

CREATE FUNCTION divisions.redraw(of_plan uuid, at_moment timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE p divisions.plan;
BEGIN
    SELECT * INTO p FROM divisions.plan WHERE id = of_plan;
    DELETE FROM divisions.plan_touch WHERE plan_id = of_plan;
    DELETE FROM divisions.moved WHERE plan_id = of_plan;
    PERFORM divisions.redraw_tree(of_plan, false, p.on_day, at_moment);
    PERFORM divisions.move_posts(of_plan, false);
    PERFORM divisions.move_rows(of_plan, false);
    INSERT INTO divisions.succession (id, before_code, after_code, kind, happened_on, document, plan_id)
    SELECT uuidv7(), s.before_code, s.after_code, min(s.kind), p.on_day, p.document, of_plan
      FROM (SELECT l.before_code, l.after_code, l.kind FROM divisions.plan_line l
              JOIN divisions.plan_target t ON t.plan_id = l.plan_id AND t.code = l.after_code
             WHERE l.plan_id = of_plan AND (l.before_code, l.before_name) <> (t.code, t.name)
            UNION ALL
            -- A town is succeeded by every town that got one of its villages.
            SELECT left(l.before_code, 9), left(l.after_code, 9), 'SPLIT' FROM divisions.plan_line l
             WHERE l.plan_id = of_plan AND octet_length(l.before_code) = 12
               AND left(l.before_code, 9) <> left(l.after_code, 9)
               AND NOT EXISTS (SELECT FROM divisions.plan_line w
                                WHERE w.plan_id = of_plan AND w.before_code = left(l.before_code, 9)
                                  AND w.after_code = left(l.after_code, 9))) s
     GROUP BY s.before_code, s.after_code;
END $$;

-- 演练: carried out to the last row, counted, and taken back; what comes out is what carrying out will do.
CREATE FUNCTION divisions.rehearse(of_plan uuid, at_moment timestamptz) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '20s' AS $$
DECLARE
    found jsonb := '[]';
    refused text := '';
    of_table text;
    what text;
BEGIN
    PERFORM divisions.as_system_only();
    BEGIN
        PERFORM divisions.redraw(of_plan, at_moment);
        SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]') INTO found FROM divisions.plan_touch t WHERE t.plan_id = of_plan;
        RAISE EXCEPTION 'rehearsed' USING ERRCODE = 'WMREH';
    EXCEPTION
        WHEN SQLSTATE 'WMREH' THEN NULL;
        WHEN SQLSTATE 'WMLFT' THEN
            GET STACKED DIAGNOSTICS of_table = TABLE_NAME, what = COLUMN_NAME;
            refused := 'behind ' || of_table || ' ' || what;
        WHEN unique_violation OR exclusion_violation OR check_violation THEN
            GET STACKED DIAGNOSTICS of_table = TABLE_NAME, what = SCHEMA_NAME;
            refused := 'collides ' || what || '.' || of_table;
    END;
    DELETE FROM divisions.plan_touch WHERE plan_id = of_plan;
    INSERT INTO divisions.plan_touch SELECT * FROM jsonb_populate_recordset(NULL::divisions.plan_touch, found);
    RETURN refused;
END $$;

-- 实施: only what another person than the drafter approved, unchanged since, and not before its day.
CREATE FUNCTION divisions.carry_out(of_plan uuid, today date, at_moment timestamptz) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '20s' AS $$
DECLARE p divisions.plan;
BEGIN
    PERFORM divisions.as_system_only();
    SELECT * INTO p FROM divisions.plan WHERE id = of_plan FOR UPDATE;
    IF p.status IS DISTINCT FROM 'APPROVED' OR p.on_day > today
       OR p.approved_lines IS DISTINCT FROM divisions.plan_lines(of_plan) THEN
        RAISE EXCEPTION 'plan % is not approved as it stands, or not due', of_plan USING ERRCODE = 'WMAPP';
    END IF;
    PERFORM divisions.redraw(of_plan, at_moment);
    UPDATE divisions.plan SET status = 'CARRIED_OUT', carried_out_on = today, stuck = '', version = version + 1
     WHERE id = of_plan;
END $$;

-- 撤销: the same road back. A change that came later and stands on this one has to be undone first.
CREATE FUNCTION divisions.undo(of_plan uuid, undoer uuid, undoer_called text, why text, today date,
                               at_moment timestamptz) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '20s' AS $$
DECLARE p divisions.plan;
BEGIN
    PERFORM divisions.as_system_only();
    SELECT * INTO p FROM divisions.plan WHERE id = of_plan FOR UPDATE;
    IF p.status IS DISTINCT FROM 'CARRIED_OUT'
       OR EXISTS (SELECT FROM divisions.succession s
                   WHERE s.plan_id <> of_plan AND s.kind <> 'UNDO' AND s.happened_on >= p.on_day
                     AND s.before_code IN (SELECT t.code FROM divisions.plan_target t WHERE t.plan_id = of_plan)
                     AND EXISTS (SELECT FROM divisions.plan o WHERE o.id = s.plan_id AND o.status = 'CARRIED_OUT')) THEN
        RAISE EXCEPTION 'plan % cannot be undone', of_plan USING ERRCODE = 'WMUND';
    END IF;
    PERFORM divisions.redraw_tree(of_plan, true, today, at_moment);
    PERFORM divisions.move_posts(of_plan, true);
    PERFORM divisions.move_rows(of_plan, true);
    INSERT INTO divisions.succession (id, before_code, after_code, kind, happened_on, document, plan_id)
    SELECT uuidv7(), s.after_code, s.before_code, 'UNDO', today, p.document, of_plan
      FROM divisions.succession s WHERE s.plan_id = of_plan AND s.kind <> 'UNDO' AND s.before_code <> s.after_code;
    UPDATE divisions.plan SET status = 'UNDONE', undone_by = undoer, undoer_name = undoer_called, undone_on = today,
                              undo_reason = why, version = version + 1
     WHERE id = of_plan;
END $$;

REVOKE EXECUTE ON FUNCTION divisions.redraw, divisions.redraw_tree, divisions.move_posts, divisions.move_rows,
    divisions.rehearse, divisions.carry_out, divisions.undo FROM PUBLIC;
GRANT EXECUTE ON FUNCTION divisions.rehearse, divisions.carry_out, divisions.undo TO weimin_app;
