-- 待办数: how many tasks of each sort lie in a street, kept in the transaction that changed them. Only added to, so that
-- nobody waits for a number; the night folds what was added during the day into one row a sort.
CREATE TABLE casework.task_count (
    id              uuid PRIMARY KEY DEFAULT uuidv7(),
    area            text COLLATE "C" NOT NULL,
    pack            text COLLATE "C" NOT NULL,
    awaits          text COLLATE "C" NOT NULL,
    state           text COLLATE "C" NOT NULL,
    due_on          date NOT NULL,
    returned        boolean NOT NULL,
    escalated       boolean NOT NULL,
    open_objections int NOT NULL CHECK (open_objections IN (0, 1)),
    tasks           bigint NOT NULL CHECK (tasks <> 0),
    created_at      timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN casework.task_count.area IS 'the street: nine digits';
COMMENT ON COLUMN casework.task_count.open_objections IS '1: at least one';
CREATE INDEX task_count_area ON casework.task_count (area);
ALTER TABLE casework.task_count ENABLE ROW LEVEL SECURITY;
ALTER TABLE casework.task_count FORCE ROW LEVEL SECURITY;
-- Whoever sees a single village changes the number of its street, and does not see it.
CREATE POLICY seen ON casework.task_count FOR SELECT
    USING (area >= current_setting('weimin.area_from', true) AND area < current_setting('weimin.area_until', true));
CREATE POLICY folded ON casework.task_count FOR DELETE
    USING (area >= current_setting('weimin.area_from', true) AND area < current_setting('weimin.area_until', true));
CREATE POLICY added ON casework.task_count FOR INSERT WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON casework.task_count TO weimin_app;

CREATE VIEW casework.task_sort WITH (security_invoker = true) AS
SELECT t.town AS area, t.pack, t.awaits, t.state, t.due_on, t.returned, t.escalated,
       least(t.open_objections, 1) AS open_objections
  FROM casework.task t;
GRANT SELECT ON casework.task_sort TO weimin_app;

CREATE FUNCTION casework.count_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO casework.task_count (area, pack, awaits, state, due_on, returned, escalated, open_objections, tasks)
        SELECT town, pack, awaits, state, due_on, returned, escalated, least(open_objections, 1), -count(*)
          FROM gone GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO casework.task_count (area, pack, awaits, state, due_on, returned, escalated, open_objections, tasks)
        SELECT town, pack, awaits, state, due_on, returned, escalated, least(open_objections, 1), count(*)
          FROM come GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER count_come AFTER INSERT ON casework.task REFERENCING NEW TABLE AS come
    FOR EACH STATEMENT EXECUTE FUNCTION casework.count_tasks();
CREATE TRIGGER count_changed AFTER UPDATE ON casework.task REFERENCING OLD TABLE AS gone NEW TABLE AS come
    FOR EACH STATEMENT EXECUTE FUNCTION casework.count_tasks();
CREATE TRIGGER count_gone AFTER DELETE ON casework.task REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION casework.count_tasks();

CREATE FUNCTION casework.fold_task_counts() RETURNS void LANGUAGE sql AS $$
    WITH folded AS (DELETE FROM casework.task_count RETURNING *)
    INSERT INTO casework.task_count (area, pack, awaits, state, due_on, returned, escalated, open_objections, tasks)
    SELECT area, pack, awaits, state, due_on, returned, escalated, open_objections, sum(tasks)
      FROM folded GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 HAVING sum(tasks) <> 0
$$;

-- What an official examined is not the official's to decide, and is taken off the number.
CREATE INDEX task_examined ON casework.task (examined_by, area) WHERE turn IN ('REVIEW', 'DECIDE');

SELECT set_config('weimin.area_from', '', true), set_config('weimin.area_until', ':', true);
INSERT INTO casework.task_count (area, pack, awaits, state, due_on, returned, escalated, open_objections, tasks)
SELECT area, pack, awaits, state, due_on, returned, escalated, open_objections, count(*)
  FROM casework.task_sort GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;
