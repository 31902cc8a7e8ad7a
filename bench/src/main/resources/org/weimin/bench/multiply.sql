CREATE OR REPLACE FUNCTION pg_temp.other(id uuid, n int) RETURNS uuid IMMUTABLE LANGUAGE sql
RETURN md5(id::text || n)::uuid;

-- 125 towns further on, and after eight times 250 communities further on: the demo has 121 towns of up to 208.
CREATE OR REPLACE FUNCTION pg_temp.moved(area text, shift int) RETURNS text IMMUTABLE LANGUAGE sql
RETURN CASE shift WHEN 0 THEN area ELSE
    substr(area, 1, 6) || lpad(((substr(area, 7, 3)::int + 125 * shift) % 1000)::text, 3, '0')
    || CASE WHEN length(area) < 12 THEN ''
            ELSE lpad((substr(area, 10, 3)::int + (substr(area, 7, 3)::int + 125 * shift) / 1000 * 250)::text, 3, '0') END
END;

-- What only guards writing is dropped for good; the indexes that are read are dropped, and given back to be made anew.
CREATE OR REPLACE FUNCTION pg_temp.bare(tab regclass) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE c text; i text;
BEGIN
    FOR c IN SELECT conname FROM pg_constraint con WHERE conrelid = tab AND contype IN ('x', 'u', 'p')
                AND NOT EXISTS (SELECT FROM pg_constraint f WHERE f.contype = 'f' AND f.conindid = con.conindid)
    LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', tab, c); END LOOP;
    RETURN QUERY SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid = tab AND NOT indisprimary;
    FOR i IN SELECT indexrelid::regclass FROM pg_index WHERE indrelid = tab AND NOT indisprimary
    LOOP EXECUTE 'DROP INDEX ' || i; END LOOP;
END $$;

