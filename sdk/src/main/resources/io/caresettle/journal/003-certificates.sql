-- With what the documents in the records are verified: the certificates of whoever signed them, once
-- for all records. They are public and stand in clear. A key that was certified anew has several.
CREATE TABLE certificates (
  number INTEGER PRIMARY KEY,
  key_id TEXT NOT NULL,
  encoded BLOB NOT NULL
);

CREATE INDEX certificates_of_key ON certificates (key_id);

CREATE TRIGGER certificates_are_never_changed BEFORE UPDATE ON certificates
  BEGIN SELECT RAISE(ABORT, 'certificates are never changed'); END;
CREATE TRIGGER certificates_are_never_deleted BEFORE DELETE ON certificates
  BEGIN SELECT RAISE(ABORT, 'certificates are never deleted'); END;
