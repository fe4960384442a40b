-- Whose journal this is. The one row that changes: it counts the openings, and says up to which
-- second message ids may have been given out.
CREATE TABLE life (
  institution TEXT NOT NULL,
  epoch TEXT NOT NULL,
  opening INTEGER NOT NULL,
  message_seconds INTEGER NOT NULL
);

CREATE TABLE record (
  position INTEGER PRIMARY KEY,
  bill TEXT NOT NULL,
  type TEXT NOT NULL,
  message_id TEXT NOT NULL,
  at_millis INTEGER NOT NULL,
  body TEXT NOT NULL
);

CREATE INDEX record_of_bill ON record (bill, position);
CREATE INDEX intent_to_settle ON record (position, bill) WHERE type = 'SETTLE_INTENT';

-- The last guard against one id for two messages.
CREATE UNIQUE INDEX message_of_intent ON record (message_id)
  WHERE type IN ('SETTLE_INTENT', 'REVERSE_INTENT');

CREATE TRIGGER record_is_never_changed BEFORE UPDATE ON record
  BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;
CREATE TRIGGER record_is_never_deleted BEFORE DELETE ON record
  BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;
