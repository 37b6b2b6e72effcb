-- What was killed is a fold of the log and is asked there; the second list of it goes.
DROP TABLE kill;

-- The same copy is found whatever usage terms it came with.
DELETE FROM copy;

INSERT INTO copy (publisher, key, position)
SELECT publisher, key, position
FROM (SELECT CAST(content AS TEXT) ->> '$.received.publisher' AS publisher, copy_key(content) AS key, position
    FROM entry WHERE kind = 'takeFiled')
WHERE key IS NOT NULL;

-- A notice that came before its copy is found by the identity that it names.
INSERT INTO sender (publisher, id, version, position)
SELECT publisher, id, '', position
FROM (SELECT CAST(content AS TEXT) ->> '$.received.publisher' AS publisher,
        CAST(content AS TEXT) ->> '$.notice.senderId' AS id, position
    FROM entry WHERE kind = 'itemRefused')
WHERE id <> '';
