-- The same tables as a till's file has, for several tills of one institution that keep one journal.
CREATE TABLE life (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  institution TEXT NOT NULL,
  epoch TEXT NOT NULL UNIQUE,
  previous BIGINT NOT NULL,
  asked_slot INTEGER NOT NULL,
  slot INTEGER NOT NULL,
  opening INTEGER NOT NULL,
  message_seconds BIGINT NOT NULL
);

CREATE TABLE data_key (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  day TEXT NOT NULL
);

CREATE TABLE wrapping (
  data_key BIGINT NOT NULL REFERENCES data_key (number),
  holder TEXT NOT NULL CHECK (holder IN ('TERMINAL', 'RECOVERY')),
  key_id TEXT NOT NULL,
  wrapped BYTEA NOT NULL,
  PRIMARY KEY (data_key, key_id)
);

CREATE TABLE record (
  position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  bill TEXT NOT NULL,
  type TEXT NOT NULL,
  message_id TEXT NOT NULL,
  at_millis BIGINT NOT NULL,
  data_key BIGINT NOT NULL REFERENCES data_key (number),
  body BYTEA NOT NULL,
  life BIGINT NOT NULL REFERENCES life (number)
);
CREATE INDEX record_of_bill ON record (bill, position);

-- The last guard against one id for two messages.
CREATE UNIQUE INDEX message_of_intent ON record (message_id)
  WHERE type IN ('SETTLE_INTENT', 'REVERSE_INTENT');

CREATE TABLE act (
  position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind TEXT NOT NULL,
  visit TEXT NOT NULL,
  at_millis BIGINT NOT NULL,
  data_key BIGINT NOT NULL REFERENCES data_key (number),
  body BYTEA NOT NULL,
  life BIGINT NOT NULL REFERENCES life (number)
);
CREATE INDEX act_of_visit ON act (visit, position);
CREATE INDEX act_of_day ON act (at_millis, position);

CREATE TABLE certificates (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key_id TEXT NOT NULL,
  encoded BYTEA NOT NULL
);
CREATE INDEX certificates_of_key ON certificates (key_id);

CREATE TABLE link (
  life BIGINT NOT NULL REFERENCES life (number),
  number BIGINT NOT NULL,
  kind TEXT NOT NULL,
  position BIGINT NOT NULL,
  digest BYTEA NOT NULL,
  PRIMARY KEY (life, number)
);

CREATE TABLE anchor (
  position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  epoch TEXT NOT NULL,
  head BIGINT NOT NULL,
  digest BYTEA NOT NULL,
  receipt BYTEA NOT NULL,
  at_millis BIGINT NOT NULL
);

CREATE TABLE remnant (
  position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  record BIGINT NOT NULL,
  day TEXT NOT NULL,
  note TEXT NOT NULL
);

CREATE TABLE open_bill (
  bill TEXT PRIMARY KEY,
  intent BIGINT NOT NULL,
  unsure INTEGER NOT NULL,
  owner INTEGER NOT NULL,
  lease_until BIGINT NOT NULL
);

CREATE FUNCTION never_changed() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION 'what a journal keeps is never changed or deleted'; END $$;
CREATE TRIGGER record_is_never_changed BEFORE UPDATE OR DELETE ON record
  FOR EACH ROW EXECUTE FUNCTION never_changed();
CREATE TRIGGER acts_are_never_changed BEFORE UPDATE OR DELETE ON act
  FOR EACH ROW EXECUTE FUNCTION never_changed();
CREATE TRIGGER certificates_are_never_changed BEFORE UPDATE OR DELETE ON certificates
  FOR EACH ROW EXECUTE FUNCTION never_changed();
CREATE TRIGGER links_are_never_changed BEFORE UPDATE OR DELETE ON link
  FOR EACH ROW EXECUTE FUNCTION never_changed();
CREATE TRIGGER anchors_are_never_changed BEFORE UPDATE OR DELETE ON anchor
  FOR EACH ROW EXECUTE FUNCTION never_changed();
CREATE TRIGGER remnants_are_never_changed BEFORE UPDATE OR DELETE ON remnant
  FOR EACH ROW EXECUTE FUNCTION never_changed();
