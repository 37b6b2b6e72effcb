-- Takes that came from a publisher and may be continued by the next one, so that the desk finds the stories of the last
-- hours without reading the log. Each row follows from its entry; at is in seconds since 1970.
CREATE TABLE candidate (
    publisher TEXT NOT NULL,
    at        INTEGER NOT NULL,
    position  INTEGER NOT NULL REFERENCES entry (position),
    agency    TEXT NOT NULL,
    story     TEXT NOT NULL,
    PRIMARY KEY (publisher, at, position)
) STRICT, WITHOUT ROWID;

INSERT INTO candidate (publisher, at, position, agency, story)
SELECT json ->> '$.received.publisher', unixepoch(at), position,
    coalesce(nullif(json ->> '$.copy.provider', ''), json ->> '$.copy.dateline.agency', ''), story
FROM (SELECT position, at, story, CAST(content AS TEXT) AS json FROM entry WHERE kind = 'takeFiled')
WHERE json ->> '$.received.publisher' IS NOT NULL AND json ->> '$.cause' NOT IN ('kill', 'takedown');
