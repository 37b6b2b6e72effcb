-- The ledger in the order of time, for the audit.
CREATE INDEX send_begun ON send (begun);
