CREATE TEMP TABLE place AS
SELECT row_number() OVER (ORDER BY code) - 1 AS n, code
  FROM (SELECT DISTINCT code FROM divisions.division WHERE code LIKE '310117%' AND length(code) = 12) c;

CREATE TEMP TABLE home AS
SELECT g.n, uuidv7() AS id, ARRAY[uuidv7(), uuidv7(), uuidv7()] AS people, p.code AS area
  FROM generate_series(0, :households - 1) AS g(n) JOIN place p ON p.n = g.n % (SELECT count(*) FROM place);

INSERT INTO people.person (id, area, name, sex, birth_on, id_number, id_number_index, address)
SELECT h.people[i], h.area, '测试' || h.n, 'FEMALE', DATE '1950-01-01' + i * 9000, decode(':sealed', 'hex'),
       sha256(('i' || h.n || '/' || i)::bytea), 'bench'
  FROM home h, generate_series(1, 3) AS i;

INSERT INTO people.household (id, area, head_id, address) SELECT id, area, people[1], 'bench' FROM home;

INSERT INTO people.membership (id, area, household_id, person_id, relation, counted, valid, known)
SELECT uuidv7(), h.area, h.id, h.people[i], CASE i WHEN 1 THEN '01' ELSE '20' END, true,
       daterange('2020-01-01', NULL), tstzrange('2020-01-01', NULL)
  FROM home h, generate_series(1, 3) AS i;

INSERT INTO facts.consent (id, area, household_id, person_id, evidence, recorded_by, valid, known)
SELECT uuidv7(), h.area, h.id, h.people[i], 'bench', 'bench', daterange('2020-01-01', NULL),
       tstzrange('2020-01-01', NULL)
  FROM home h, generate_series(1, 3) AS i;
