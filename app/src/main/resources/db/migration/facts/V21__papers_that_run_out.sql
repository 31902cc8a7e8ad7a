-- Whose paper runs out on a day is found by the day.
CREATE INDEX fact_day ON facts.fact (name, value) WHERE upper_inf(known) AND value ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$';
