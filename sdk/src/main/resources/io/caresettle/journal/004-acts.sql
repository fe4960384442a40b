-- What people did and were told at the counter, each act signed by its operator. Who, for which
-- visit, what, and the signature are sealed with the data key of its day, as a record's body is. The
-- column visit is a digest: a visit's acts are found by it, and its number does not stand there.
CREATE TABLE act (
  position INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  visit TEXT NOT NULL,
  at_millis INTEGER NOT NULL,
  data_key INTEGER NOT NULL REFERENCES data_key (number),
  body BLOB NOT NULL
);

CREATE INDEX act_of_visit ON act (visit, position);
CREATE INDEX act_of_day ON act (at_millis, position);

CREATE TRIGGER acts_are_never_changed BEFORE UPDATE ON act
  BEGIN SELECT RAISE(ABORT, 'acts are never changed'); END;
CREATE TRIGGER acts_are_never_deleted BEFORE DELETE ON act
  BEGIN SELECT RAISE(ABORT, 'acts are never deleted'); END;
