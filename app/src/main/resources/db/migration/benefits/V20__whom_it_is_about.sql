-- What happens to aid when two records of one person become one. Aid of one matter for the same months, to both of them,
-- is settled before; months that have passed keep what they say.
COMMENT ON COLUMN benefits.entitlement.subject_id IS
    'class:1 which household or person receives aid; person: follows or refuses';
COMMENT ON COLUMN benefits.entitlement.payee_id IS 'class:1 who is paid; person: follows';
COMMENT ON COLUMN benefits.overpayment.payee_id IS 'class:1 who was paid too much; person: follows';
COMMENT ON COLUMN benefits.one_off.subject_id IS 'class:1 which household or person received aid; person: follows';
COMMENT ON COLUMN benefits.one_off.payee_id IS 'class:1 who is paid; person: follows';
COMMENT ON COLUMN benefits.review.subject_id IS 'class:1 which household or person receives aid; person: follows';
