-- The rules of dibao for Songjiang on 2026-11-22 in SQL, whole fen: what a report writer would keep beside the system.
WITH aged AS (
    SELECT m.*, (778326 - birth) // 32 // 12 AS age,
           159500 AS own, 207500 AS minor
      FROM member m JOIN household h ON h.id = m.household
), counted AS (
    SELECT *,
           CASE WHEN age < 18 OR student THEN minor ELSE own END AS due,
           greatest(0, wage - CASE WHEN wage >= 269000 * 12 THEN least(wage, 87000 * 12) ELSE 0 END
               + business + property + transfer + pension) AS income,
           greatest(CASE WHEN age >= 70 THEN 10 ELSE 0 END, CASE WHEN grade BETWEEN 1 AND 2 THEN 20 ELSE 0 END,
               CASE WHEN ill THEN 30 ELSE 0 END) AS share
      FROM aged
     WHERE NOT tekun AND NOT in_prison
       AND (relation IN (0, 1) OR (relation = 2 AND (age < 18 OR student OR unable OR together)))
), single AS (
    SELECT *, (grade BETWEEN 1 AND 2 OR (grade = 3 AND mind) OR ill OR hardship) AND income < due * 12 AS alone
      FROM counted
), summed AS (
    SELECT household, any_value(own) AS own, count(*) AS members, sum(income) AS income, sum(due) AS due,
           sum(share) AS share, count(*) FILTER (alone) AS singles,
           coalesce(sum((due * 12 - income + 11) // 12) FILTER (alone), 0) AS single_gap,
           coalesce(sum(share) FILTER (alone), 0) AS single_share
      FROM single GROUP BY household
)
SELECT h.id,
       CASE WHEN NOT h.consent THEN -1
            WHEN s.household IS NULL THEN -2
            WHEN s.income // (s.members * 12) >= s.own
                 AND (s.singles = 0 OR s.income // (s.members * 12) >= 2 * s.own) THEN -3
            WHEN h.assets > s.own * 36 * s.members THEN -4
            WHEN h.dwellings > 1 AND NOT (h.dwellings <= 2 AND h.area <= 3750 * s.members) THEN -5
            WHEN h.premises > 0 THEN -6
            WHEN h.cars > 0 THEN -7
            WHEN h.capital >= 20000000 THEN -8
            WHEN s.income // (s.members * 12) < s.own
                 THEN (s.due * 12 - s.income + 11) // 12 + (s.own * s.share + 50) // 100
            ELSE s.single_gap + (s.own * s.single_share + 50) // 100
       END AS answer
  FROM household h LEFT JOIN summed s ON s.household = h.id
