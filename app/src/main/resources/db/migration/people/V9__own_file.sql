-- Residents see themselves, their household and whoever counts in it.
GRANT USAGE ON SCHEMA people TO weimin_resident;
GRANT SELECT ON people.person, people.household, people.membership TO weimin_resident;
CREATE POLICY own ON people.person FOR SELECT TO weimin_resident USING (id = ANY (home.circle()));
CREATE POLICY own ON people.household FOR SELECT TO weimin_resident USING (id = ANY (home.circle()));
CREATE POLICY own ON people.membership FOR SELECT TO weimin_resident
    USING (household_id = ANY (home.circle()) AND person_id = ANY (home.circle()));
