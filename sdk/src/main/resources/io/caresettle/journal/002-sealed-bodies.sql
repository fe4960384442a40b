-- From here on a record's body is sealed with the data key of its day. A data key without a
-- wrapping is destroyed: its records keep everything but their bodies.
CREATE TABLE data_key (
  number INTEGER PRIMARY KEY,
  day TEXT NOT NULL
);

CREATE TABLE wrapping (
  data_key INTEGER NOT NULL REFERENCES data_key (number),
  holder TEXT NOT NULL CHECK (holder IN ('TERMINAL', 'RECOVERY')),
  key_id TEXT NOT NULL,
  wrapped BLOB NOT NULL,
  PRIMARY KEY (data_key, key_id)
);

-- The records in clear move to a table of their own, which the program seals, wipes and drops:
-- sealing needs keys, and those no script has.
DROP TRIGGER record_is_never_changed;
DROP TRIGGER record_is_never_deleted;
DROP INDEX record_of_bill;
DROP INDEX intent_to_settle;
DROP INDEX message_of_intent;
ALTER TABLE record RENAME TO plain_record;

CREATE TABLE record (
  position INTEGER PRIMARY KEY,
  bill TEXT NOT NULL,
  type TEXT NOT NULL,
  message_id TEXT NOT NULL,
  at_millis INTEGER NOT NULL,
  data_key INTEGER NOT NULL REFERENCES data_key (number),
  body BLOB NOT NULL
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
