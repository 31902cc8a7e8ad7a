-- 另一方: an event about one person may change what follows for the other whom it names.
ALTER TABLE linkage.event ADD other_id text COLLATE "C" GENERATED ALWAYS AS (details ->> 'OTHER_PERSON') STORED;
COMMENT ON COLUMN linkage.event.other_id IS 'class:2 the other person of a marriage, an adoption or a birth';
CREATE INDEX event_other ON linkage.event (other_id) WHERE other_id IS NOT NULL;

-- 逐户重算: through which entitlement everybody of a matter was looked at; a crash goes on from there.
ALTER TABLE linkage.event ADD looked_through uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000';
