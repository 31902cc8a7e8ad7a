-- The law that is in force is everybody's; drafts of it are not.
GRANT USAGE ON SCHEMA policy TO weimin_resident;
GRANT SELECT ON policy.publication, policy.calendar_day TO weimin_resident;
