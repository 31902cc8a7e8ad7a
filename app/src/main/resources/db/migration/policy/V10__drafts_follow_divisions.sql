-- What was published stays as it is, for the application; which county it belongs to follows the divisions.
DROP POLICY published_stays ON policy.draft;
CREATE POLICY published_stays ON policy.draft AS RESTRICTIVE FOR UPDATE TO weimin_app
    USING (status <> 'PUBLISHED') WITH CHECK (true);
