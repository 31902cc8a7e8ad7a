-- 社区类型: what kind of place a community is, as the county says it from a day on; what was said before stays readable.
-- Nothing said: its name tells a village from an urban community.
CREATE TABLE divisions.community_kind (
    id          uuid PRIMARY KEY,
    code        text COLLATE "C" NOT NULL CHECK (code ~ '^[0-9]{12}$'),
    kind        text NOT NULL CHECK (kind IN ('URBAN', 'VILLAGE', 'TOWN_ADMINISTERED', 'LARGE_ESTATE', 'MATURE', 'NEW_TOWN')),
    from_day    date NOT NULL,
    recorded_by uuid NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now()
);
-- A new code reads what was said of the old one through the succession.
COMMENT ON COLUMN divisions.community_kind.code IS 'division: stays';
CREATE INDEX ON divisions.community_kind (code, from_day);
GRANT SELECT, INSERT ON divisions.community_kind TO weimin_app;
