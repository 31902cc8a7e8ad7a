COMMENT ON COLUMN casework.task.area IS 'division: follows; triggers stay on: they count by street';
COMMENT ON COLUMN casework.task.town IS 'division: town of area';
COMMENT ON COLUMN casework.task_count.area IS 'the street: nine digits; division: stays; the tasks take their numbers along';
