-- The ledger: what went to whom. Facts of their own beside the log, never rebuilt; a line is there before the first
-- byte of its take leaves. position is where in the stream the take stood, null for what was asked for by name.
CREATE TABLE send (
    story      TEXT NOT NULL,
    take       INTEGER NOT NULL,
    subscriber TEXT NOT NULL,
    path       TEXT NOT NULL,
    grant      TEXT NOT NULL,
    position   INTEGER,
    begun      TEXT NOT NULL,
    sent       TEXT,
    received   TEXT,
    PRIMARY KEY (story, take, subscriber, path, grant)
) STRICT, WITHOUT ROWID;

-- What a cursor has yet to acknowledge.
CREATE INDEX send_open ON send (subscriber, position) WHERE position IS NOT NULL AND received IS NULL;

-- A subscriber's own word on a take: at most one line for each outcome.
CREATE TABLE receipt (
    story      TEXT NOT NULL,
    take       INTEGER NOT NULL,
    subscriber TEXT NOT NULL,
    outcome    TEXT NOT NULL,
    note       TEXT NOT NULL,
    at         TEXT NOT NULL,
    PRIMARY KEY (story, take, subscriber, outcome)
) STRICT, WITHOUT ROWID;
