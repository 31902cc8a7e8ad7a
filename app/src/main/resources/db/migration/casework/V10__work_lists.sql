-- 待办: what each open case waits for, as work lists ask for it. The view says what a task is; the table is its copy in
-- the order of deadlines, kept by triggers in the transaction of whatever changed the case.
CREATE VIEW casework.task_now WITH (security_invoker = true) AS
SELECT c.id AS case_file_id, c.pack, c.status AS state,
       CASE
           WHEN o.open_objections > 0 THEN 'HANDLE'
           WHEN c.status IN ('WAITING', 'PUBLISHED') THEN 'NOBODY'
           WHEN EXISTS (SELECT FROM casework.transfer t WHERE t.case_file_id = c.id AND t.back_on IS NULL) THEN 'NOBODY'
           WHEN c.status = 'PUBLICITY' AND EXISTS (
                    SELECT FROM casework.deadline h
                     WHERE h.case_file_id = c.id AND h.kind = 'PUBLICITY' AND h.met_on IS NULL) THEN 'NOBODY'
           WHEN c.status = 'FIRST_REVIEW' THEN 'REVIEW'
           WHEN c.status = 'AWAITING_DECISION' THEN 'DECIDE'
           WHEN c.status = 'ISSUING' AND NOT EXISTS (
                    SELECT FROM casework.decision y WHERE y.case_file_id = c.id) THEN 'DECIDE'
           ELSE 'HANDLE'
       END AS turn,
       (SELECT n.assessed_by FROM casework.determination n WHERE n.id = c.determination_id) AS examined_by,
       coalesce(d.due_on, 'infinity') AS due_on, d.kind AS due_for, coalesce(d.provisional, false) AS provisional,
       -- Ids rise with time: sent back after the last assessment.
       c.status IN ('ACCEPTING', 'ASSESSING') AND EXISTS (
           SELECT FROM casework.event e
            WHERE e.case_file_id = c.id AND e.what = 'returned' AND e.id > c.determination_id) AS returned,
       EXISTS (SELECT FROM casework.deadline w
                WHERE w.case_file_id = c.id AND w.met_on IS NULL AND w.warned_on IS NOT NULL) AS escalated,
       o.open_objections, c.handler_id, left(c.area, 9) COLLATE "C" AS town, c.area
  FROM casework.case_file c
  -- The next thing due, without what ends by itself; a paused deadline is not due.
  LEFT JOIN LATERAL (
       SELECT x.due_on, x.kind, x.provisional FROM casework.deadline x
        WHERE x.case_file_id = c.id AND x.met_on IS NULL AND x.kind <> 'PUBLICATION'
          AND NOT EXISTS (SELECT FROM casework.deadline_pause z WHERE z.deadline_id = x.id AND z.until_on IS NULL)
        ORDER BY x.due_on LIMIT 1) d ON true
 CROSS JOIN LATERAL (
       SELECT count(*)::int AS open_objections FROM casework.objection b
        WHERE b.case_file_id = c.id AND b.status = 'OPEN') o
 WHERE c.closed_on IS NULL;
GRANT SELECT ON casework.task_now TO weimin_app;

CREATE TABLE casework.task (
    case_file_id    uuid PRIMARY KEY REFERENCES casework.case_file (id),
    pack            text COLLATE "C" NOT NULL,
    state           text COLLATE "C" NOT NULL,
    turn            text COLLATE "C" NOT NULL CHECK (turn IN ('HANDLE', 'REVIEW', 'DECIDE', 'NOBODY')),
    -- Whose turn it is, in one word that an index can find: HANDLE.dibao.
    awaits          text COLLATE "C" NOT NULL GENERATED ALWAYS AS (turn || '.' || pack) STORED,
    examined_by     uuid,
    due_on          date NOT NULL,
    due_for         text,
    provisional     boolean NOT NULL,
    returned        boolean NOT NULL,
    escalated       boolean NOT NULL,
    open_objections int NOT NULL,
    handler_id      uuid,
    town            text COLLATE "C" NOT NULL,
    area            text COLLATE "C" NOT NULL,
    version         int NOT NULL DEFAULT 0,
    created_at      timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);
CALL home.keep_by_area('casework.task');
GRANT SELECT, INSERT, UPDATE, DELETE ON casework.task TO weimin_app;

-- A list is read along its deadlines, with every filter answered in the index; a number is counted in a small index.
CREATE INDEX task_of_town ON casework.task
    (town, due_on, case_file_id, awaits, state, pack, handler_id, examined_by, area);
CREATE INDEX task_due ON casework.task
    (due_on, case_file_id, awaits, state, pack, handler_id, examined_by, area);
CREATE INDEX task_awaits ON casework.task (awaits, area, examined_by);
CREATE INDEX task_late ON casework.task (due_on, area);
CREATE INDEX task_state ON casework.task (state, area);
CREATE INDEX task_pack ON casework.task (pack, area);
CREATE INDEX task_returned ON casework.task (area) WHERE returned;
CREATE INDEX task_escalated ON casework.task (area) WHERE escalated;
CREATE INDEX task_objections ON casework.task (area) WHERE open_objections > 0;
-- What is closed is listed from the newest.
CREATE INDEX case_file_closed ON casework.case_file (id, area) WHERE closed_on IS NOT NULL;

-- A plan that was made while the tables were empty must not read through them when they are full.
CREATE FUNCTION casework.put_tasks(changed uuid[]) RETURNS void LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
    DELETE FROM casework.task t USING casework.case_file c
     WHERE t.case_file_id = ANY (changed) AND c.id = t.case_file_id AND c.closed_on IS NOT NULL;
    INSERT INTO casework.task AS t (case_file_id, pack, state, turn, examined_by, due_on, due_for, provisional, returned,
                                    escalated, open_objections, handler_id, town, area)
    SELECT n.case_file_id, n.pack, n.state, n.turn, n.examined_by, n.due_on, n.due_for, n.provisional,
           n.returned, n.escalated, n.open_objections, n.handler_id, n.town, n.area
      FROM casework.task_now n WHERE n.case_file_id = ANY (changed)
    ON CONFLICT (case_file_id) DO UPDATE
       SET state = excluded.state, turn = excluded.turn, examined_by = excluded.examined_by,
           due_on = excluded.due_on, due_for = excluded.due_for, provisional = excluded.provisional,
           returned = excluded.returned, escalated = excluded.escalated, open_objections = excluded.open_objections,
           handler_id = excluded.handler_id, version = t.version + 1
     WHERE (t.state, t.turn, t.examined_by, t.due_on, t.due_for, t.provisional, t.returned, t.escalated,
            t.open_objections, t.handler_id)
           IS DISTINCT FROM
           (excluded.state, excluded.turn, excluded.examined_by, excluded.due_on, excluded.due_for,
            excluded.provisional, excluded.returned, excluded.escalated, excluded.open_objections,
            excluded.handler_id);
END $$;

CREATE FUNCTION casework.tasks_of_cases() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM casework.put_tasks(ARRAY(SELECT id FROM changed));
    RETURN NULL;
END $$;

CREATE FUNCTION casework.tasks_of_rows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM casework.put_tasks(ARRAY(SELECT DISTINCT case_file_id FROM changed));
    RETURN NULL;
END $$;

CREATE FUNCTION casework.tasks_of_pauses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM casework.put_tasks(ARRAY(
        SELECT DISTINCT d.case_file_id FROM changed p JOIN casework.deadline d ON d.id = p.deadline_id));
    RETURN NULL;
END $$;

CREATE FUNCTION casework.task_of_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM casework.put_tasks(ARRAY[NEW.case_file_id]);
    RETURN NULL;
END $$;

-- A case is opened with its limits, and they put it on the lists.
DO $$
DECLARE t text; f text; e text;
BEGIN
    FOR t, f, e IN VALUES
        ('case_file', 'cases', 'UPDATE'),
        ('deadline', 'rows', 'INSERT'), ('deadline', 'rows', 'UPDATE'),
        ('deadline_pause', 'pauses', 'INSERT'), ('deadline_pause', 'pauses', 'UPDATE'),
        ('transfer', 'rows', 'INSERT'), ('transfer', 'rows', 'UPDATE'),
        ('objection', 'rows', 'INSERT'), ('objection', 'rows', 'UPDATE'), ('decision', 'rows', 'INSERT') LOOP
        EXECUTE format('CREATE TRIGGER tasks_after_%s AFTER %s ON casework.%I REFERENCING NEW TABLE AS changed
            FOR EACH STATEMENT EXECUTE FUNCTION casework.tasks_of_%s()', lower(e), e, t, f);
    END LOOP;
END $$;
CREATE TRIGGER tasks_after_return AFTER INSERT ON casework.event
    FOR EACH ROW WHEN (NEW.what = 'returned') EXECUTE FUNCTION casework.task_of_event();

-- The owner sees no row either, unless it says of which places.
SELECT set_config('weimin.area_from', '', true), set_config('weimin.area_until', ':', true);
SELECT casework.put_tasks(ARRAY(SELECT id FROM casework.case_file));

-- 常用筛选: a list that somebody has given a name; nobody else sees it.
CREATE TABLE casework.saved_filter (
    id         uuid PRIMARY KEY,
    staff_id   uuid NOT NULL,
    title      text NOT NULL CHECK (title <> ''),
    question   text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (staff_id, title)
);
ALTER TABLE casework.saved_filter ENABLE ROW LEVEL SECURITY;
ALTER TABLE casework.saved_filter FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON casework.saved_filter
    USING (staff_id::text = current_setting('weimin.actor', true))
    WITH CHECK (staff_id::text = current_setting('weimin.actor', true));
GRANT SELECT, INSERT, UPDATE, DELETE ON casework.saved_filter TO weimin_app;
