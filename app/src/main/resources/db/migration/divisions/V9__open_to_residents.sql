GRANT USAGE ON SCHEMA divisions TO weimin_resident;
GRANT SELECT ON divisions.division, divisions.succession, divisions.org_unit TO weimin_resident;
