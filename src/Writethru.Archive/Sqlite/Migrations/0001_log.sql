-- One row a fact, never changed. content is the canonical JSON of the entry, byte for byte;
-- chain_hash = SHA-256(chain_hash of the entry before | position, 8 bytes big endian | at | content_hash).
CREATE TABLE entry (
    position     INTEGER PRIMARY KEY,
    at           TEXT NOT NULL,
    kind         TEXT NOT NULL,
    story        TEXT,
    take         INTEGER,
    content      BLOB NOT NULL,
    content_hash BLOB NOT NULL,
    chain_hash   BLOB NOT NULL
) STRICT;

CREATE UNIQUE INDEX entry_take ON entry (story, take) WHERE kind = 'takeFiled';

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry of the log never changes'); END;

CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry of the log is never deleted'); END;

-- The bytes an entry came from: here, or as a blob of that name.
CREATE TABLE received (
    position INTEGER PRIMARY KEY REFERENCES entry (position),
    bytes    BLOB,
    blob     TEXT,
    CHECK ((bytes IS NULL) <> (blob IS NULL))
) STRICT;

CREATE TRIGGER received_is_never_changed BEFORE UPDATE ON received
BEGIN SELECT RAISE(ABORT, 'received bytes never change'); END;

CREATE TRIGGER received_is_never_deleted BEFORE DELETE ON received
BEGIN SELECT RAISE(ABORT, 'received bytes are never deleted'); END;

-- What a machine read from a take, by which version of the reader; made anew when the reader changes.
-- Every take has a row; content is null when nothing was read. hash = SHA-256(version, 8 bytes big endian | content).
CREATE TABLE reading (
    position INTEGER PRIMARY KEY REFERENCES entry (position),
    version  INTEGER NOT NULL,
    content  BLOB,
    hash     BLOB NOT NULL
) STRICT;

CREATE INDEX reading_version ON reading (version, position);

-- Finds of the desk; each row follows from its entry.
CREATE TABLE sender (
    publisher TEXT NOT NULL,
    id        TEXT NOT NULL,
    version   TEXT NOT NULL,
    position  INTEGER NOT NULL REFERENCES entry (position),
    PRIMARY KEY (publisher, id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE idempotency (
    publisher TEXT NOT NULL,
    key       TEXT NOT NULL,
    position  INTEGER NOT NULL REFERENCES entry (position),
    PRIMARY KEY (publisher, key)
) STRICT, WITHOUT ROWID;
