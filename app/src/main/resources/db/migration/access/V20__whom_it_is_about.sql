-- What happens to rows about a person whose two records become one. A sign-in stays with the number it was made for.
COMMENT ON COLUMN access.staff.person_id IS
    'class:1 the resident that this official is, for recusal of relatives; person: follows';
COMMENT ON COLUMN access.resident.person_id IS 'person: stays';
COMMENT ON COLUMN access.activation.person_id IS 'person: stays';
COMMENT ON COLUMN access.resident_session.person_id IS 'person: stays';
