CREATE TABLE IF NOT EXISTS terminal (
  institution TEXT NOT NULL, slot INTEGER NOT NULL, epoch TEXT NOT NULL, version TEXT NOT NULL,
  at INTEGER NOT NULL, PRIMARY KEY (institution, slot)) STRICT;
CREATE TABLE IF NOT EXISTS epoch_change (
  institution TEXT NOT NULL, slot INTEGER NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL,
  at INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS shown (
  institution TEXT NOT NULL, visit TEXT NOT NULL, person TEXT NOT NULL, credential TEXT NOT NULL,
  at INTEGER NOT NULL, PRIMARY KEY (institution, visit, person, credential)) STRICT;
CREATE TABLE IF NOT EXISTS shown_elsewhere (
  person TEXT NOT NULL, credential TEXT NOT NULL, first_institution TEXT NOT NULL,
  first_visit TEXT NOT NULL, first_at INTEGER NOT NULL, institution TEXT NOT NULL,
  visit TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS loss (
  credential TEXT NOT NULL, since INTEGER NOT NULL, reported_at INTEGER NOT NULL,
  found_at INTEGER) STRICT;
CREATE UNIQUE INDEX IF NOT EXISTS one_loss_stands ON loss (credential) WHERE found_at IS NULL;
CREATE TABLE IF NOT EXISTS registration (
  id TEXT PRIMARY KEY, institution TEXT NOT NULL, visit TEXT NOT NULL, request TEXT NOT NULL,
  digest BLOB NOT NULL, temporary TEXT NOT NULL UNIQUE, message BLOB NOT NULL, at INTEGER NOT NULL,
  withdrawn_at INTEGER, withdrawn_for TEXT, person TEXT, merged_at INTEGER,
  CHECK (withdrawn_at IS NULL OR merged_at IS NULL),
  UNIQUE (institution, visit), UNIQUE (institution, request)) STRICT;
CREATE TABLE IF NOT EXISTS code (
  nonce TEXT PRIMARY KEY, institution TEXT NOT NULL, visit TEXT NOT NULL, person TEXT NOT NULL,
  at INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS code_binding (
  id TEXT PRIMARY KEY, digest BLOB NOT NULL UNIQUE, request TEXT NOT NULL,
  institution TEXT NOT NULL, terminal TEXT NOT NULL, slot INTEGER NOT NULL, visit TEXT NOT NULL,
  person TEXT NOT NULL, at INTEGER NOT NULL, expires INTEGER NOT NULL,
  UNIQUE (institution, request)) STRICT;
CREATE TABLE IF NOT EXISTS card_question (
  id TEXT PRIMARY KEY, request TEXT NOT NULL, institution TEXT NOT NULL, terminal TEXT NOT NULL,
  visit TEXT NOT NULL, card TEXT NOT NULL, shown BLOB NOT NULL, facts BLOB NOT NULL,
  process_factor BLOB NOT NULL, original BLOB NOT NULL, expires INTEGER NOT NULL,
  UNIQUE (institution, request)) STRICT;
CREATE TABLE IF NOT EXISTS card_finding (
  question TEXT PRIMARY KEY REFERENCES card_question (id), request TEXT NOT NULL,
  digest BLOB NOT NULL, genuine INTEGER NOT NULL, expires INTEGER NOT NULL, answer BLOB NOT NULL)
  STRICT;
CREATE TABLE IF NOT EXISTS blocked_card (card TEXT PRIMARY KEY) STRICT;
CREATE TABLE IF NOT EXISTS account (
  person TEXT PRIMARY KEY, balance INTEGER NOT NULL CHECK (balance >= 0)) STRICT;
CREATE TABLE IF NOT EXISTS accumulator (
  person TEXT NOT NULL, scheme TEXT NOT NULL, area TEXT NOT NULL, year INTEGER NOT NULL,
  name TEXT NOT NULL, fen INTEGER NOT NULL CHECK (fen >= 0),
  PRIMARY KEY (person, scheme, area, year, name)) STRICT;
CREATE TABLE IF NOT EXISTS quote (
  reference TEXT PRIMARY KEY, institution TEXT NOT NULL, bill TEXT NOT NULL, digest BLOB NOT NULL,
  split BLOB NOT NULL, business_date TEXT NOT NULL, expires INTEGER NOT NULL, used_by TEXT) STRICT;
CREATE TABLE IF NOT EXISTS message (
  institution TEXT NOT NULL, id TEXT NOT NULL, type INTEGER NOT NULL, digest BLOB NOT NULL,
  bill TEXT NOT NULL, answer_type INTEGER NOT NULL, answer BLOB NOT NULL, at INTEGER NOT NULL,
  unheard INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (institution, id)) STRICT;
CREATE TABLE IF NOT EXISTS sender (
  institution TEXT NOT NULL, message TEXT NOT NULL, terminal TEXT NOT NULL,
  PRIMARY KEY (institution, message)) STRICT;
CREATE TABLE IF NOT EXISTS settlement (
  id TEXT PRIMARY KEY, institution TEXT NOT NULL, message TEXT NOT NULL, bill TEXT NOT NULL,
  person TEXT NOT NULL, scheme TEXT NOT NULL, area TEXT NOT NULL, year INTEGER NOT NULL,
  split BLOB NOT NULL, at INTEGER NOT NULL, undone_at INTEGER,
  UNIQUE (institution, message)) STRICT;
CREATE UNIQUE INDEX IF NOT EXISTS one_settlement_stands
  ON settlement (institution, bill) WHERE undone_at IS NULL;
CREATE TABLE IF NOT EXISTS growth (
  settlement TEXT NOT NULL REFERENCES settlement (id), name TEXT NOT NULL, fen INTEGER NOT NULL,
  PRIMARY KEY (settlement, name)) STRICT;
CREATE TABLE IF NOT EXISTS posting (
  cause TEXT NOT NULL, kind TEXT NOT NULL, ledger TEXT NOT NULL, fen INTEGER NOT NULL,
  PRIMARY KEY (cause, kind, ledger)) STRICT;
CREATE TABLE IF NOT EXISTS tombstone (
  institution TEXT NOT NULL, message TEXT NOT NULL, bill TEXT NOT NULL, receipt BLOB NOT NULL,
  at INTEGER NOT NULL, PRIMARY KEY (institution, message)) STRICT;
CREATE TABLE IF NOT EXISTS settled_visit (
  settlement TEXT PRIMARY KEY REFERENCES settlement (id), institution TEXT NOT NULL,
  visit TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS used_prescription (
  settlement TEXT PRIMARY KEY REFERENCES settlement (id), hospital TEXT NOT NULL,
  number TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS by_prescription ON used_prescription (hospital, number);
CREATE TABLE IF NOT EXISTS declared_injury (
  id TEXT PRIMARY KEY, institution TEXT NOT NULL, visit TEXT NOT NULL, person TEXT NOT NULL,
  decision INTEGER NOT NULL, at INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS account_use (
  settlement TEXT PRIMARY KEY REFERENCES settlement (id), purpose TEXT NOT NULL,
  fen INTEGER NOT NULL CHECK (fen > 0), past_years INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS care_visit (
  id TEXT PRIMARY KEY, institution TEXT NOT NULL, visit TEXT NOT NULL, request TEXT NOT NULL,
  person TEXT NOT NULL, area TEXT NOT NULL, plan TEXT NOT NULL, items TEXT NOT NULL,
  started INTEGER NOT NULL, begun_at INTEGER NOT NULL, start_answer BLOB NOT NULL,
  ended INTEGER, given BLOB, end_answer BLOB, settlement TEXT UNIQUE, split BLOB, receipt BLOB,
  settled_at INTEGER, CHECK (settlement IS NULL OR ended IS NOT NULL),
  UNIQUE (institution, visit), UNIQUE (institution, request)) STRICT;
CREATE TABLE IF NOT EXISTS care_undone (
  settlement TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE, reason TEXT NOT NULL,
  operator TEXT NOT NULL, receipt BLOB NOT NULL, at INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS care_paid_out (settlement TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS care_posting (
  settlement TEXT NOT NULL, ledger TEXT NOT NULL, fen INTEGER NOT NULL,
  PRIMARY KEY (settlement, ledger)) STRICT;
CREATE TABLE IF NOT EXISTS data_leave (
  id TEXT PRIMARY KEY, person TEXT NOT NULL, payer TEXT NOT NULL, direct INTEGER NOT NULL,
  first TEXT NOT NULL, last TEXT NOT NULL, institution TEXT NOT NULL, request TEXT NOT NULL,
  digest BLOB NOT NULL, at INTEGER NOT NULL, UNIQUE (institution, request)) STRICT;
CREATE TABLE IF NOT EXISTS data_leave_revoked (
  leave TEXT PRIMARY KEY, on_day TEXT NOT NULL, reason TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS shown_where ON shown (credential, at);
CREATE INDEX IF NOT EXISTS settled_visit_of ON settled_visit (institution, visit);
CREATE INDEX IF NOT EXISTS settlement_of_year ON settlement (person, scheme, area, year);
CREATE TABLE IF NOT EXISTS settled_bill (
  settlement TEXT PRIMARY KEY REFERENCES settlement (id), institution TEXT NOT NULL,
  day TEXT NOT NULL, care_type TEXT NOT NULL, receipt_digest BLOB NOT NULL, body BLOB NOT NULL,
  category TEXT NOT NULL, level TEXT NOT NULL, open TEXT NOT NULL, replaces TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS settled_bill_of_day ON settled_bill (institution, day, settlement);
CREATE TABLE IF NOT EXISTS undoing (
  settlement TEXT PRIMARY KEY REFERENCES settlement (id), done_by TEXT NOT NULL,
  at INTEGER NOT NULL, day TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS cancellation (
  id TEXT PRIMARY KEY, settlement TEXT NOT NULL UNIQUE REFERENCES settlement (id),
  institution TEXT NOT NULL, message TEXT NOT NULL, document TEXT NOT NULL, bill TEXT NOT NULL,
  receipt BLOB NOT NULL, at INTEGER NOT NULL, UNIQUE (institution, message)) STRICT;
CREATE TABLE IF NOT EXISTS cancellation_refused (
  institution TEXT NOT NULL, document TEXT NOT NULL, digest BLOB NOT NULL, refusal BLOB NOT NULL,
  at INTEGER NOT NULL, PRIMARY KEY (institution, document, digest)) STRICT;
CREATE TABLE IF NOT EXISTS replacing_quote (
  reference TEXT PRIMARY KEY REFERENCES quote (reference), replaces TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS audit_head (
  institution TEXT NOT NULL, epoch TEXT NOT NULL, position INTEGER NOT NULL, digest BLOB NOT NULL,
  slot INTEGER NOT NULL, at INTEGER NOT NULL, receipt BLOB,
  PRIMARY KEY (institution, epoch, position)) STRICT;
CREATE TABLE IF NOT EXISTS granted_slot (
  institution TEXT NOT NULL, slot INTEGER NOT NULL, asked INTEGER NOT NULL, epoch TEXT NOT NULL,
  PRIMARY KEY (institution, slot)) STRICT;
CREATE TABLE IF NOT EXISTS noticed (
  institution TEXT NOT NULL, slot INTEGER NOT NULL, epoch TEXT NOT NULL, kind TEXT NOT NULL,
  granted INTEGER NOT NULL, at INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS costs (
  id TEXT NOT NULL, institution TEXT NOT NULL, request TEXT NOT NULL, digest BLOB NOT NULL,
  bill TEXT NOT NULL, reason INTEGER NOT NULL, message BLOB NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (institution, request)) STRICT;
CREATE INDEX IF NOT EXISTS costs_of_bill ON costs (institution, bill);
CREATE TABLE IF NOT EXISTS costs_withdrawn (
  institution TEXT NOT NULL, request TEXT NOT NULL, reason TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (institution, request)) STRICT;
CREATE TABLE IF NOT EXISTS shelf (
  kind TEXT NOT NULL, name TEXT NOT NULL, belongs TEXT NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (kind, name)) STRICT;
CREATE INDEX IF NOT EXISTS shelf_belongs ON shelf (kind, belongs);
