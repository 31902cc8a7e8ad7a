DELETE FROM casework.deadline WHERE case_file_id IN (SELECT id FROM casework.case_file WHERE number LIKE 'B%');
DELETE FROM casework.case_file WHERE number LIKE 'B%';

CREATE TEMP TABLE place AS
SELECT row_number() OVER (ORDER BY code) - 1 AS n, code
  FROM (SELECT DISTINCT code FROM divisions.division WHERE code LIKE '310117%' AND length(code) = 12) c;

-- One person in each community, who applies for everything there.
INSERT INTO people.person (id, area, name, sex, birth_on, id_number, id_number_index, address)
SELECT md5('payee' || code)::uuid, code, '测试' || n, 'FEMALE', DATE '1960-01-01', sha256(code::bytea),
       sha256(('payee' || code)::bytea), 'bench'
  FROM place
ON CONFLICT DO NOTHING;

CREATE TEMP TABLE stage (n int, step text, status text);
INSERT INTO stage
SELECT row_number() OVER () - 1, s.step, s.status
  FROM (VALUES ('assess', 'ASSESSING', 6), ('visit', 'VISITING', 4), ('supplement', 'SUPPLEMENT', 1),
               ('publicity', 'PUBLICITY', 2), ('hear', 'HEARING', 1), ('decide', 'AWAITING_DECISION', 4),
               ('publish', 'DECIDED', 2)) AS s(step, status, times), generate_series(1, s.times);

INSERT INTO casework.case_file (id, number, pack, matter, acts, subject_kind, subject_id, payee_id, opened_on, edition,
                                step, status, handler_name, area)
SELECT uuidv7(), 'B' || lpad(g.n::text, 23, '0'), m.pack, m.pack, 'GRANT', 'household', gen_random_uuid(), md5('payee' || p.code)::uuid,
       :today - g.n % 40, DATE '2026-07-01', s.step, s.status, '', p.code
  FROM generate_series(0, :cases - 1) AS g(n)
  JOIN place p ON p.n = g.n % (SELECT count(*) FROM place)
  JOIN stage s ON s.n = g.n / (SELECT count(*) FROM place) % 20
  JOIN (VALUES (0, 'dibao'), (1, 'dibao'), (2, 'dibao'), (3, 'tekun'), (4, 'linshi-jiuzhu')) AS m(n, pack)
    ON m.n = g.n / (SELECT count(*) FROM place) / 20 % 5;

INSERT INTO casework.deadline (id, case_file_id, kind, start_on, amount, unit, due_on, provisional, area)
SELECT uuidv7(), id, 'CASE', opened_on, 30, 'WORKING_DAY', opened_on + 30 + substr(number, 18)::int % 35, false, area
  FROM casework.case_file WHERE number LIKE 'B%';

ANALYZE casework.case_file;
ANALYZE casework.deadline;

INSERT INTO casework.task (case_file_id, pack, state, turn, examined_by, due_on, due_for, provisional, returned,
                           escalated, open_objections, handler_id, town, area)
SELECT * FROM casework.task_now;

INSERT INTO casework.task_count (area, pack, awaits, state, due_on, returned, escalated, open_objections, tasks)
SELECT area, pack, awaits, state, due_on, returned, escalated, open_objections, count(*)
  FROM casework.task_sort GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;
