-- Copy that came from a publisher, by what the same copy is found by, so that a repeat is known wherever its story stands.
-- Each row follows from its entry; copy_key is the program's own function of an entry's content.
CREATE TABLE copy (
    publisher TEXT NOT NULL,
    key       TEXT NOT NULL,
    position  INTEGER NOT NULL REFERENCES entry (position),
    PRIMARY KEY (publisher, key, position)
) STRICT, WITHOUT ROWID;

INSERT INTO copy (publisher, key, position)
SELECT publisher, key, position
FROM (SELECT CAST(content AS TEXT) ->> '$.received.publisher' AS publisher, copy_key(content) AS key, position
    FROM entry WHERE kind = 'takeFiled')
WHERE key IS NOT NULL;

-- Kills and takedowns in the order of time: what comes is held against what was stopped in the last hours. The instant is
-- in seconds since 1970.
CREATE TABLE kill (
    at       INTEGER NOT NULL,
    position INTEGER NOT NULL REFERENCES entry (position),
    PRIMARY KEY (at, position)
) STRICT, WITHOUT ROWID;

INSERT INTO kill (at, position)
SELECT unixepoch(at), position FROM entry
WHERE kind = 'takeFiled' AND CAST(content AS TEXT) ->> '$.cause' IN ('kill', 'takedown');
