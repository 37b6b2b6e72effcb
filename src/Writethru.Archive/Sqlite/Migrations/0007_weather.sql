-- What the trusted clock showed when an entry was written, where that was less than at: an entry is never earlier than
-- the one before it, but nothing opens by that. In the chain after at; null: the same.
ALTER TABLE entry ADD COLUMN trusted TEXT;

-- The ledger shows what was changed in it: hash is that of the other columns, in order, and the sum that of all.
ALTER TABLE send ADD COLUMN hash INTEGER NOT NULL DEFAULT 0;
ALTER TABLE receipt ADD COLUMN hash INTEGER NOT NULL DEFAULT 0;

UPDATE send SET hash = line_hash(story, take, subscriber, path, grant, position, begun, sent, received);
UPDATE receipt SET hash = line_hash(story, take, subscriber, outcome, note, at);

CREATE TABLE ledger (
    kind  TEXT PRIMARY KEY,
    lines INTEGER NOT NULL,
    sum   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO ledger (kind, lines, sum)
SELECT 'send', count(*), coalesce(line_sum(hash), 0) FROM send
UNION ALL SELECT 'receipt', count(*), coalesce(line_sum(hash), 0) FROM receipt;
