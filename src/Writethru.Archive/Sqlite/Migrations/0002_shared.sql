-- Entries that came from the same bytes as an entry before them, in one work: the bytes lie there, once.
CREATE TABLE shared (
    position INTEGER PRIMARY KEY REFERENCES entry (position),
    first    INTEGER NOT NULL REFERENCES received (position)
) STRICT;

CREATE TRIGGER shared_is_never_changed BEFORE UPDATE ON shared
BEGIN SELECT RAISE(ABORT, 'received bytes never change'); END;

CREATE TRIGGER shared_is_never_deleted BEFORE DELETE ON shared
BEGIN SELECT RAISE(ABORT, 'received bytes are never deleted'); END;
