-- The tables of a post-mortem, of the settings that travel with the data, the change log,
-- drafts and search. docs/decisions/0001-tables-and-log.md says why they are as they are.
--
-- Every table of a post-mortem has the key (postmortem_id, id). Without a rowid the rows of one
-- record lie side by side, so opening a record reads a few pages a table.
-- References are checked at commit: undo and replay write rows in any order. None cascades: the
-- change names every row that goes, or undo could not bring it back.
-- Times are UTC with milliseconds and fixed width, so that they sort as text; '' is "not given".

CREATE TABLE postmortems (
  id             TEXT    NOT NULL PRIMARY KEY CHECK (id <> ''),
  title          TEXT    NOT NULL,
  status         TEXT    NOT NULL CHECK (status IN ('draft', 'held', 'published', 'closed')),
  created_at     TEXT    NOT NULL,
  deleted_at     TEXT    NOT NULL, -- deleting hides; only purge removes
  owner          TEXT,
  facilitator    TEXT,
  note_taker     TEXT,
  zone           TEXT    NOT NULL, -- IANA name
  tags           TEXT    NOT NULL, -- a word a line
  tldr           TEXT    NOT NULL,
  summary        TEXT    NOT NULL,
  drift_signal   TEXT    NOT NULL,
  publish_to     TEXT    NOT NULL,
  told_direct    TEXT    NOT NULL,
  phase          INTEGER NOT NULL CHECK (phase BETWEEN 0 AND 7), -- the meeting has seven phases; 0 is home
  names_off      INTEGER NOT NULL CHECK (names_off IN (0, 1)),
  unshared       INTEGER NOT NULL CHECK (unshared IN (0, 1)),
  published_at   TEXT    NOT NULL,
  published_to   TEXT    NOT NULL,
  working_word   TEXT    NOT NULL,
  FOREIGN KEY (id, owner)       REFERENCES attendees (postmortem_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (id, facilitator) REFERENCES attendees (postmortem_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (id, note_taker)  REFERENCES attendees (postmortem_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE incidents (
  postmortem_id    TEXT    NOT NULL REFERENCES postmortems (id) DEFERRABLE INITIALLY DEFERRED,
  id               TEXT    NOT NULL CHECK (id = postmortem_id), -- one incident a record
  kind             TEXT    NOT NULL CHECK (kind IN ('', 'unscheduled', 'scheduled', 'near miss', 'game day')),
  severity         INTEGER NOT NULL CHECK (severity BETWEEN 0 AND 5), -- 1 is worst, 0 is not said
  detected_by      TEXT    NOT NULL CHECK (detected_by IN ('', 'alert', 'person', 'customer')),
  detected_by_what TEXT    NOT NULL,
  impact           TEXT    NOT NULL,
  customer_contact TEXT    NOT NULL,
  measure          TEXT    NOT NULL,
  systems          TEXT    NOT NULL,
  PRIMARY KEY (postmortem_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE milestones (
  postmortem_id TEXT    NOT NULL REFERENCES postmortems (id) DEFERRABLE INITIALLY DEFERRED,
  -- The id is the kind: one of each at most.
  id            TEXT    NOT NULL CHECK (id IN ('began', 'detected', 'declared', 'noticed', 'mitigated', 'resolved')),
  when_at       TEXT    NOT NULL,
  when_end      TEXT    NOT NULL,
  when_about    INTEGER NOT NULL CHECK (when_about IN (0, 1)),
  when_typed    TEXT    NOT NULL,
  when_zone     TEXT    NOT NULL,
  PRIMARY KEY (postmortem_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE attendees (
  postmortem_id TEXT    NOT NULL REFERENCES postmortems (id) DEFERRABLE INITIALLY DEFERRED,
  id            TEXT    NOT NULL CHECK (id <> ''),
  -- Unique in the record by the model's rule; not here, where two handles that change places in
  -- one change would be refused half-way.
  handle        TEXT    NOT NULL,
  name          TEXT    NOT NULL,
  other_names   TEXT    NOT NULL,
  team          TEXT    NOT NULL,
  roles         INTEGER NOT NULL CHECK (roles BETWEEN 0 AND 63), -- a set of the six kinds of stakeholder
  away          INTEGER NOT NULL CHECK (away IN (0, 1)),
  first_time    INTEGER NOT NULL CHECK (first_time IN (0, 1)),
  private       INTEGER NOT NULL CHECK (private IN (0, 1)),
  pos           TEXT    NOT NULL,
  PRIMARY KEY (postmortem_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
  postmortem_id TEXT    NOT NULL REFERENCES postmortems (id) DEFERRABLE INITIALLY DEFERRED,
  id            TEXT    NOT NULL CHECK (id <> ''),
  start_at      TEXT    NOT NULL,
  end_at        TEXT    NOT NULL,
  facilitator   TEXT,
  minutes       INTEGER NOT NULL CHECK (minutes >= 0),
  gate          TEXT    NOT NULL CHECK (gate IN ('', 'confirmed', 'go on')),
  gate_at       TEXT    NOT NULL,
  hands         INTEGER NOT NULL CHECK (hands >= 0),
  learned       INTEGER NOT NULL CHECK (learned >= 0),
  differently   INTEGER NOT NULL CHECK (differently >= 0),
  comes_again   INTEGER NOT NULL CHECK (comes_again >= 0),
  hands_asked   INTEGER NOT NULL CHECK (hands_asked BETWEEN 0 AND 7), -- a set of the three questions
  try_next      TEXT    NOT NULL,
  pos           TEXT    NOT NULL,
  PRIMARY KEY (postmortem_id, id),
  FOREIGN KEY (postmortem_id, facilitator) REFERENCES attendees (postmortem_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE phase_minutes (
  postmortem_id  TEXT    NOT NULL REFERENCES postmortems (id) DEFERRABLE INITIALLY DEFERRED,
  id             TEXT    NOT NULL CHECK (id <> ''),
  session        TEXT    NOT NULL,
  phase          INTEGER NOT NULL CHECK (phase BETWEEN 0 AND 7),
  planned        INTEGER NOT NULL, -- minutes
  actual_seconds INTEGER NOT NULL,
  visited        INTEGER NOT NULL CHECK (visited IN (0, 1)),
  PRIMARY KEY (postmortem_id, id),
  FOREIGN KEY (postmortem_id, session) REFERENCES sessions (postmortem_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
  postmortem_id TEXT    NOT NULL REFERENCES postmortems (id) DEFERRABLE INITIALLY DEFERRED,
  id            TEXT    NOT NULL CHECK (id <> ''),
  when_at       TEXT    NOT NULL,
  when_end      TEXT    NOT NULL,
  when_about    INTEGER NOT NULL CHECK (when_about IN (0, 1)),
  when_typed    TEXT    NOT NULL,
  when_zone     TEXT    NOT NULL,
  what          TEXT    NOT NULL,
  kind          TEXT    NOT NULL CHECK (kind IN ('', 'detection', 'diagnosis', 'decision', 'action', 'impact', 'message', 'observed')),
  starred       INTEGER NOT NULL CHECK (starred IN (0, 1)),
  private       INTEGER NOT NULL CHECK (private IN (0, 1)),
  after_id      TEXT, -- for an untimed event: the row it follows
  pos           TEXT    NOT NULL,
  PRIMARY KEY (postmortem_id, id),
  FOREIGN KEY (postmortem_id, after_id) REFERENCES events (postmortem_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE accounts (
  postmortem_id TEXT    NOT NULL REFERENCES postmortems (id) DEFERRABLE INITIALLY DEFERRED,
  id            TEXT    NOT NULL CHECK (id <> ''),
  event         TEXT    NOT NULL, -- an account is always of an event
  attendee      TEXT,
  text          TEXT    NOT NULL,
  source        TEXT    NOT NULL CHECK (source IN ('room', 'form', 'log')),
  quoted        INTEGER NOT NULL CHECK (quoted IN (0, 1)),
  private       INTEGER NOT NULL CHECK (private IN (0, 1)),
  pos           TEXT    NOT NULL,
  PRIMARY KEY (postmortem_id, id),
  FOREIGN KEY (postmortem_id, event)    REFERENCES events (postmortem_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (postmortem_id, attendee) REFERENCES attendees (postmortem_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE knowings (
  postmortem_id TEXT    NOT NULL REFERENCES postmortems (id) DEFERRABLE INITIALLY DEFERRED,
  id            TEXT    NOT NULL CHECK (id <> ''),
  event         TEXT    NOT NULL,
  attendee      TEXT,
  state         TEXT    NOT NULL CHECK (state IN ('at once', 'at', 'nobody has said yet')),
  when_at       TEXT    NOT NULL,
  when_end      TEXT    NOT NULL,
  when_about    INTEGER NOT NULL CHECK (when_about IN (0, 1)),
  when_typed    TEXT    NOT NULL,
  when_zone     TEXT    NOT NULL,
  pos           TEXT    NOT NULL,
  PRIMARY KEY (postmortem_id, id),
  FOREIGN KEY (postmortem_id, event)    REFERENCES events (postmortem_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (postmortem_id, attendee) REFERENCES attendees (postmortem_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE decision_points (
  postmortem_id TEXT    NOT NULL REFERENCES postmortems (id) DEFERRABLE INITIALLY DEFERRED,
  id            TEXT    NOT NULL CHECK (id <> ''),
  event         TEXT    NOT NULL, -- a decision belongs to its moment
  attendee      TEXT,
  private       INTEGER NOT NULL CHECK (private IN (0, 1)),
  pos           TEXT    NOT NULL,
  PRIMARY KEY (postmortem_id, id),
  FOREIGN KEY (postmortem_id, event)    REFERENCES events (postmortem_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (postmortem_id, attendee) REFERENCES attendees (postmortem_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE card_lines (
  postmortem_id  TEXT    NOT NULL REFERENCES postmortems (id) DEFERRABLE INITIALLY DEFERRED,
  id             TEXT    NOT NULL CHECK (id <> ''),
  decision_point TEXT    NOT NULL,
  field          TEXT    NOT NULL CHECK (field IN ('cue', 'known then', 'goal', 'pressure', 'options seen', 'sensible', 'needed', 'teaches')),
  text           TEXT    NOT NULL,
  attendee       TEXT, -- who teaches it
  private        INTEGER NOT NULL CHECK (private IN (0, 1)),
  pos            TEXT    NOT NULL,
  PRIMARY KEY (postmortem_id, id),
  FOREIGN KEY (postmortem_id, decision_point) REFERENCES decision_points (postmortem_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (postmortem_id, attendee)       REFERENCES attendees (postmortem_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE learnings (
  postmortem_id TEXT    NOT NULL REFERENCES postmortems (id) DEFERRABLE INITIALLY DEFERRED,
  id            TEXT    NOT NULL CHECK (id <> ''),
  kind          TEXT    NOT NULL CHECK (kind IN ('surprise', 'went well', 'lucky', 'condition', 'question', 'signal', 'defect')),
  text          TEXT    NOT NULL,
  event         TEXT,
  attendee      TEXT,
  by_date       TEXT    NOT NULL,
  seen          TEXT    NOT NULL,
  answer        TEXT    NOT NULL,
  private       INTEGER NOT NULL CHECK (private IN (0, 1)),
  pos           TEXT    NOT NULL,
  PRIMARY KEY (postmortem_id, id),
  FOREIGN KEY (postmortem_id, event)    REFERENCES events (postmortem_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (postmortem_id, attendee) REFERENCES attendees (postmortem_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE countermeasures (
  postmortem_id TEXT    NOT NULL REFERENCES postmortems (id) DEFERRABLE INITIALLY DEFERRED,
  id            TEXT    NOT NULL CHECK (id <> ''),
  text          TEXT    NOT NULL,
  owner         TEXT,
  by_date       TEXT    NOT NULL, -- a date without a zone: a promise for a day, wherever one is
  kind          TEXT    NOT NULL CHECK (kind IN ('', 'prevent', 'detect', 'mitigate', 'recover', 'learn')),
  done_when     TEXT    NOT NULL,
  ticket        TEXT    NOT NULL,
  condition     TEXT, -- the learning it addresses
  event         TEXT,
  state         TEXT    NOT NULL CHECK (state IN ('open', 'resting', 'declined', 'done')),
  rest_until    TEXT    NOT NULL,
  reason        TEXT    NOT NULL,
  done_on       TEXT    NOT NULL,
  closing       TEXT    NOT NULL,
  tested_on     TEXT    NOT NULL,
  test_result   TEXT    NOT NULL,
  read_back_at  TEXT    NOT NULL,
  private       INTEGER NOT NULL CHECK (private IN (0, 1)),
  pos           TEXT    NOT NULL,
  PRIMARY KEY (postmortem_id, id),
  FOREIGN KEY (postmortem_id, owner)     REFERENCES attendees (postmortem_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (postmortem_id, condition) REFERENCES learnings (postmortem_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (postmortem_id, event)     REFERENCES events (postmortem_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- What is decided and not done, by its date: the home screen asks what is overdue.
CREATE INDEX countermeasures_decided ON countermeasures (by_date, postmortem_id)
  WHERE state = 'open' AND owner IS NOT NULL AND by_date <> '';
CREATE INDEX countermeasures_resting ON countermeasures (rest_until, postmortem_id)
  WHERE state = 'resting' AND rest_until <> '';

CREATE TABLE parked_ideas (
  postmortem_id  TEXT    NOT NULL REFERENCES postmortems (id) DEFERRABLE INITIALLY DEFERRED,
  id             TEXT    NOT NULL CHECK (id <> ''),
  text           TEXT    NOT NULL,
  attendee       TEXT,
  phase          INTEGER NOT NULL CHECK (phase BETWEEN 0 AND 7),
  of_table       TEXT    NOT NULL, -- with of_id: any row of the record, so no reference
  of_id          TEXT    NOT NULL,
  parked_at      TEXT    NOT NULL,
  state          TEXT    NOT NULL CHECK (state IN ('waiting', 'unparked', 'merged', 'declined')),
  countermeasure TEXT,
  reason         TEXT    NOT NULL,
  private        INTEGER NOT NULL CHECK (private IN (0, 1)),
  pos            TEXT    NOT NULL,
  PRIMARY KEY (postmortem_id, id),
  FOREIGN KEY (postmortem_id, attendee)       REFERENCES attendees (postmortem_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (postmortem_id, countermeasure) REFERENCES countermeasures (postmortem_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE artefacts (
  postmortem_id TEXT    NOT NULL REFERENCES postmortems (id) DEFERRABLE INITIALLY DEFERRED,
  id            TEXT    NOT NULL CHECK (id <> ''),
  kind          TEXT    NOT NULL CHECK (kind IN ('chat log', 'ticket', 'graph', 'customer post', 'external message', 'file', 'link')),
  title         TEXT    NOT NULL,
  url           TEXT    NOT NULL,
  text          TEXT    NOT NULL,
  private       INTEGER NOT NULL CHECK (private IN (0, 1)),
  pos           TEXT    NOT NULL,
  PRIMARY KEY (postmortem_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  postmortem_id TEXT    NOT NULL REFERENCES postmortems (id) DEFERRABLE INITIALLY DEFERRED,
  id            TEXT    NOT NULL CHECK (id <> ''),
  of_table      TEXT    NOT NULL,
  of_id         TEXT    NOT NULL,
  artefact      TEXT,
  lines         TEXT    NOT NULL,
  url           TEXT    NOT NULL,
  at            TEXT    NOT NULL,
  quote         TEXT    NOT NULL,
  attendee      TEXT, -- who answers for it
  private       INTEGER NOT NULL CHECK (private IN (0, 1)),
  pos           TEXT    NOT NULL,
  PRIMARY KEY (postmortem_id, id),
  FOREIGN KEY (postmortem_id, artefact) REFERENCES artefacts (postmortem_id, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (postmortem_id, attendee) REFERENCES attendees (postmortem_id, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE notes (
  postmortem_id TEXT    NOT NULL REFERENCES postmortems (id) DEFERRABLE INITIALLY DEFERRED,
  id            TEXT    NOT NULL CHECK (id <> ''),
  phase         INTEGER NOT NULL CHECK (phase BETWEEN 0 AND 7),
  of_table      TEXT    NOT NULL,
  of_id         TEXT    NOT NULL,
  text          TEXT    NOT NULL,
  private       INTEGER NOT NULL CHECK (private IN (0, 1)),
  pos           TEXT    NOT NULL,
  PRIMARY KEY (postmortem_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE findings (
  postmortem_id TEXT    NOT NULL REFERENCES postmortems (id) DEFERRABLE INITIALLY DEFERRED,
  id            TEXT    NOT NULL CHECK (id <> ''),
  of_table      TEXT    NOT NULL,
  of_id         TEXT    NOT NULL,
  field         TEXT    NOT NULL,
  category      TEXT    NOT NULL,
  rule          TEXT    NOT NULL,
  firm          INTEGER NOT NULL CHECK (firm IN (0, 1)),
  text          TEXT    NOT NULL,
  outcome       TEXT    NOT NULL CHECK (outcome IN ('flagged', 'reworded', 'parked', 'quoted', 'dismissed')),
  reason        TEXT    NOT NULL,
  at            TEXT    NOT NULL,
  private       INTEGER NOT NULL CHECK (private IN (0, 1)),
  pos           TEXT    NOT NULL,
  PRIMARY KEY (postmortem_id, id)
) STRICT, WITHOUT ROWID;

-- Settings that travel with the data, such as the review threshold.
CREATE TABLE settings (
  id    TEXT NOT NULL PRIMARY KEY CHECK (id <> ''), -- the setting's name
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Weaker signals noted outside a post-mortem, which may become one.
CREATE TABLE signals (
  id         TEXT    NOT NULL PRIMARY KEY CHECK (id <> ''),
  text       TEXT    NOT NULL,
  source     TEXT    NOT NULL,
  severity   INTEGER NOT NULL CHECK (severity BETWEEN 0 AND 5),
  at         TEXT    NOT NULL,
  postmortem TEXT    NOT NULL, -- of another record, which purge may remove: no reference
  reason     TEXT    NOT NULL,
  private    INTEGER NOT NULL CHECK (private IN (0, 1)),
  pos        TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_searches (
  id    TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  name  TEXT NOT NULL,
  query TEXT NOT NULL,
  pos   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The change log: how each record got to where it stands. The tables hold the truth for reading.
CREATE TABLE changes (
  record    TEXT    NOT NULL CHECK (record <> ''), -- a post-mortem, or 'settings'
  seq       INTEGER NOT NULL CHECK (seq >= 1),     -- 1, 2, 3 … in one record; a taken one refuses a second window's save
  at        TEXT    NOT NULL,
  kind      TEXT    NOT NULL CHECK (kind IN ('edit', 'undo', 'redo', 'fact')),
  target    INTEGER NOT NULL CHECK (target >= 0 AND target < seq), -- what an undo takes back, a redo has again
  label     TEXT    NOT NULL,
  rows      TEXT    NOT NULL, -- {"v":1,"rows":[{"table","id","before","after"}, …]}
  prev_hash BLOB    NOT NULL, -- the hash of the entry before, empty for the first
  hash      BLOB    NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (record, seq)
) STRICT;

-- While this table holds a row, and only inside the transaction of a purge, the log may be changed.
CREATE TABLE purging (
  open INTEGER NOT NULL PRIMARY KEY CHECK (open = 1)
) STRICT;

CREATE TRIGGER changes_are_never_edited BEFORE UPDATE ON changes
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN
  SELECT RAISE(ABORT, 'the change log is only appended to');
END;

CREATE TRIGGER changes_are_never_removed BEFORE DELETE ON changes
WHEN NOT EXISTS (SELECT 1 FROM purging)
BEGIN
  SELECT RAISE(ABORT, 'the change log is only appended to');
END;

-- Text that is being typed. The save that stores what it became removes it.
CREATE TABLE drafts (
  postmortem_id TEXT NOT NULL, -- '' at home; no reference, for its post-mortem may not be saved yet
  window        TEXT NOT NULL,
  place         TEXT NOT NULL,
  field         TEXT NOT NULL,
  text          TEXT NOT NULL,
  at            TEXT NOT NULL,
  PRIMARY KEY (postmortem_id, window, place, field)
) STRICT, WITHOUT ROWID;

-- What a list shows of each post-mortem, kept by every save, so that a list of 10,000 reads one
-- table. summary_facts says what it holds; doctor compares the two.
CREATE TABLE summaries (
  postmortem_id TEXT    NOT NULL PRIMARY KEY REFERENCES postmortems (id) DEFERRABLE INITIALLY DEFERRED,
  deleted       INTEGER NOT NULL,
  began_at      TEXT    NOT NULL, -- or when the record was made
  zone          TEXT    NOT NULL,
  title         TEXT    NOT NULL,
  kind          TEXT    NOT NULL,
  severity      INTEGER NOT NULL,
  status        TEXT    NOT NULL,
  phase         INTEGER NOT NULL,
  decided       INTEGER NOT NULL, -- countermeasures with owner and date that are not done
  updated_at    TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX summaries_newest ON summaries (deleted, began_at DESC, postmortem_id);

CREATE VIEW summary_facts AS
SELECT
  p.id AS postmortem_id,
  p.deleted_at <> '' AS deleted,
  COALESCE(NULLIF(m.when_at, ''), p.created_at) AS began_at,
  COALESCE(NULLIF(m.when_zone, ''), p.zone) AS zone,
  p.title AS title,
  COALESCE(i.kind, '') AS kind,
  COALESCE(i.severity, 0) AS severity,
  p.status AS status,
  p.phase AS phase,
  (SELECT COUNT(*) FROM countermeasures AS c
    WHERE c.postmortem_id = p.id AND c.state = 'open' AND c.owner IS NOT NULL AND c.by_date <> '') AS decided,
  COALESCE((SELECT at FROM changes WHERE record = p.id ORDER BY seq DESC LIMIT 1), '') AS updated_at
FROM postmortems AS p
LEFT JOIN incidents AS i ON i.postmortem_id = p.id AND i.id = p.id
LEFT JOIN milestones AS m ON m.postmortem_id = p.id AND m.id = 'began';

-- Search: a document is the words of one row, small, so that a save re-indexes little.
CREATE TABLE documents (
  doc           INTEGER PRIMARY KEY,
  postmortem_id TEXT    NOT NULL,
  kind          TEXT    NOT NULL, -- the row's table
  row_id        TEXT    NOT NULL,
  private       INTEGER NOT NULL,
  text          TEXT    NOT NULL,
  UNIQUE (postmortem_id, kind, row_id)
) STRICT;

-- Accents are folded; two and three letters find whole words as fast as whole words do.
CREATE VIRTUAL TABLE search USING fts5 (
  text,
  content = 'documents',
  content_rowid = 'doc',
  tokenize = 'unicode61 remove_diacritics 2',
  prefix = '2 3'
);

CREATE TRIGGER documents_added AFTER INSERT ON documents BEGIN
  INSERT INTO search (rowid, text) VALUES (new.doc, new.text);
END;

CREATE TRIGGER documents_removed AFTER DELETE ON documents BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.doc, old.text);
END;

CREATE TRIGGER documents_changed AFTER UPDATE OF text ON documents BEGIN
  INSERT INTO search (search, rowid, text) VALUES ('delete', old.doc, old.text);
  INSERT INTO search (rowid, text) VALUES (new.doc, new.text);
END;
