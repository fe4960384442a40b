-- A journal has one life after another: a copy that becomes a till begins a new one, and message ids
-- have the slot that the centre granted it. Records say in which life they were sealed. Opening and
-- message_seconds are the only columns that change, and both slots when the till is given another.
ALTER TABLE life RENAME TO only_life;
CREATE TABLE life (
  number INTEGER PRIMARY KEY,
  institution TEXT NOT NULL,
  epoch TEXT NOT NULL UNIQUE,
  previous INTEGER NOT NULL,
  asked_slot INTEGER NOT NULL,
  slot INTEGER NOT NULL,
  opening INTEGER NOT NULL,
  message_seconds INTEGER NOT NULL
);
INSERT INTO life SELECT 1, institution, epoch, 0, -1, -1, opening, message_seconds FROM only_life;
DROP TABLE only_life;

ALTER TABLE record ADD COLUMN life INTEGER NOT NULL DEFAULT 1;
ALTER TABLE act ADD COLUMN life INTEGER NOT NULL DEFAULT 1;

-- The audit chain: each digest is over the one before it and a row, named by its kind and place.
CREATE TABLE link (
  life INTEGER NOT NULL,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  position INTEGER NOT NULL,
  digest BLOB NOT NULL,
  PRIMARY KEY (life, number)
) WITHOUT ROWID;

-- Heads of the chain that somebody else has signed: what lies under them is proven.
CREATE TABLE anchor (
  position INTEGER PRIMARY KEY,
  epoch TEXT NOT NULL,
  head INTEGER NOT NULL,
  digest BLOB NOT NULL,
  receipt BLOB NOT NULL,
  at_millis INTEGER NOT NULL
);

-- What stays in clear of a record whose data key is destroyed.
CREATE TABLE remnant (
  position INTEGER PRIMARY KEY,
  record INTEGER NOT NULL,
  day TEXT NOT NULL,
  note TEXT NOT NULL
);

-- Bills that are not at their end, so that nobody has to look through all. It follows from the
-- records, is no part of the chain, and is compared with them when the chain is verified.
CREATE TABLE open_bill (
  bill TEXT PRIMARY KEY,
  intent INTEGER NOT NULL,
  unsure INTEGER NOT NULL,
  owner INTEGER NOT NULL,
  lease_until INTEGER NOT NULL
);

CREATE TRIGGER links_are_never_changed BEFORE UPDATE ON link
  BEGIN SELECT RAISE(ABORT, 'links are never changed'); END;
CREATE TRIGGER links_are_never_deleted BEFORE DELETE ON link
  BEGIN SELECT RAISE(ABORT, 'links are never deleted'); END;
CREATE TRIGGER anchors_are_never_changed BEFORE UPDATE ON anchor
  BEGIN SELECT RAISE(ABORT, 'anchors are never changed'); END;
CREATE TRIGGER anchors_are_never_deleted BEFORE DELETE ON anchor
  BEGIN SELECT RAISE(ABORT, 'anchors are never deleted'); END;
CREATE TRIGGER remnants_are_never_changed BEFORE UPDATE ON remnant
  BEGIN SELECT RAISE(ABORT, 'remnants are never changed'); END;
CREATE TRIGGER remnants_are_never_deleted BEFORE DELETE ON remnant
  BEGIN SELECT RAISE(ABORT, 'remnants are never deleted'); END;
