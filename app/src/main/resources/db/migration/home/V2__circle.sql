-- 圈子: the resident who acts, the household, and whoever counts in it; nobody for every other actor. Residents'
-- transactions run as weimin_resident: they may ask only for what the rooms grant to it, and see their circle of that.
CREATE FUNCTION home.circle() RETURNS uuid[] LANGUAGE sql STABLE
    RETURN coalesce(nullif(current_setting('weimin.circle', true), ''), '{}')::uuid[];
GRANT USAGE ON SCHEMA home TO weimin_resident;
