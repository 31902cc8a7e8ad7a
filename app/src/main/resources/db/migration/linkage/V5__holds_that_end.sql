-- Everything counts from a day; a hold ends with the event that the table names, and what waited before that waits on.
ALTER TABLE linkage.effect ALTER from_on SET NOT NULL, ADD until_on date,
    ADD CHECK (until_on IS NULL OR effect = 'SUSPEND' AND until_on > from_on);
