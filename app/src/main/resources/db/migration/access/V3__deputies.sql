-- 代岗: whoever sits on a post lends it to a colleague for some days. Both may sit there then, each under the own name.
CREATE TABLE access.deputy (
    id         uuid PRIMARY KEY,
    post_id    uuid NOT NULL REFERENCES access.post,
    given_by   uuid NOT NULL REFERENCES access.staff,
    staff_id   uuid NOT NULL REFERENCES access.staff,
    reason     text NOT NULL CHECK (reason <> ''),
    valid      daterange NOT NULL,
    known      tstzrange NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CHECK (given_by <> staff_id),
    EXCLUDE USING gist (post_id WITH =, valid WITH &&, known WITH &&)
);
COMMENT ON TABLE access.deputy IS 'Directory of officials, as access.holding: a letter names who acted, wherever it is read.';
COMMENT ON COLUMN access.deputy.reason IS 'class:1 why the official is away';
CREATE INDEX deputy_staff ON access.deputy (staff_id);
GRANT SELECT, INSERT, UPDATE ON access.deputy TO weimin_app;

-- Whoever may sit on a post: its holder, and a deputy for as long as the holder who lent it holds it.
CREATE VIEW access.v_sitting WITH (security_invoker = true) AS
    SELECT post_id, staff_id, valid FROM access.holding WHERE upper_inf(known)
    UNION ALL
    SELECT d.post_id, d.staff_id, d.valid * h.valid
      FROM access.deputy d
      JOIN access.holding h ON h.post_id = d.post_id AND h.staff_id = d.given_by AND upper_inf(h.known)
     WHERE upper_inf(d.known) AND d.valid && h.valid;
GRANT SELECT ON access.v_sitting TO weimin_app;
