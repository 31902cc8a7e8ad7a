CREATE TABLE household (id INTEGER, consent BOOLEAN, rural BOOLEAN, assets BIGINT, dwellings INTEGER, area INTEGER,
    premises INTEGER, cars INTEGER, capital BIGINT);
CREATE TABLE member (household INTEGER, birth INTEGER, relation INTEGER, together BOOLEAN, in_prison BOOLEAN,
    student BOOLEAN, unable BOOLEAN, mind BOOLEAN, ill BOOLEAN, hardship BOOLEAN, tekun BOOLEAN, grade INTEGER,
    wage BIGINT, business BIGINT, property BIGINT, transfer BIGINT, pension BIGINT);
