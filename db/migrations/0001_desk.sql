-- Instruments, their values, and the imports that these came from.
-- Tables about imports themselves start with import_; undoing an import leaves every other table as it was before.
-- Dates are days since 1970-01-01. A value that is missing is NULL, never zero.

CREATE TABLE instrument (
  id     INTEGER PRIMARY KEY,
  symbol TEXT NOT NULL UNIQUE,
  name   TEXT NOT NULL,
  kind   TEXT NOT NULL,
  unit   TEXT NOT NULL
) STRICT;

-- One row per (instrument, cadence, field). The last four columns sum up the values, so that a list of everything in
-- the desk reads no value; a series without values does not exist.
CREATE TABLE series (
  id            INTEGER PRIMARY KEY,
  instrument_id INTEGER NOT NULL REFERENCES instrument (id),
  cadence       TEXT NOT NULL,
  field         TEXT,                       -- NULL: bars
  availability  TEXT NOT NULL,
  first_date    INTEGER,
  last_date     INTEGER,
  observations  INTEGER NOT NULL DEFAULT 0,
  fields        INTEGER NOT NULL DEFAULT 0  -- bit n is set when the n-th value column (open = 0) holds anything
) STRICT;
CREATE UNIQUE INDEX series_key ON series (instrument_id, cadence, coalesce(field, ''));

-- import_id and line say where the row's values came from, except those that bar_origin lists.
-- No foreign keys here: they would make an import work a third more, and nothing but the importer writes these rows.
CREATE TABLE bar (
  series_id INTEGER NOT NULL,
  date      INTEGER NOT NULL,
  open      REAL,
  high      REAL,
  low       REAL,
  close     REAL,
  adj_close REAL,
  volume    REAL,
  import_id INTEGER NOT NULL,
  line      INTEGER NOT NULL,
  PRIMARY KEY (series_id, date)
) STRICT, WITHOUT ROWID;

CREATE TABLE bar_origin (
  series_id INTEGER NOT NULL,
  date      INTEGER NOT NULL,
  field     TEXT NOT NULL,
  import_id INTEGER NOT NULL,
  line      INTEGER NOT NULL,
  PRIMARY KEY (series_id, date, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE observation (
  series_id INTEGER NOT NULL,
  date      INTEGER NOT NULL,
  value     REAL NOT NULL,
  import_id INTEGER NOT NULL,
  line      INTEGER NOT NULL,
  PRIMARY KEY (series_id, date)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Rows are never deleted, so ids only grow (and sqlite_sequence, which an undo could not restore, is not needed).
CREATE TABLE import_file (
  id          INTEGER PRIMARY KEY,
  path        TEXT NOT NULL,
  sha256      TEXT NOT NULL,
  bytes       INTEGER NOT NULL,
  format      TEXT NOT NULL,
  settings    TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  rows_read   INTEGER NOT NULL DEFAULT 0,
  stored      INTEGER NOT NULL DEFAULT 0,
  unchanged   INTEGER NOT NULL DEFAULT 0,
  replaced    INTEGER NOT NULL DEFAULT 0,
  conflicts   INTEGER NOT NULL DEFAULT 0,
  rejected    INTEGER NOT NULL DEFAULT 0,
  ignored     INTEGER NOT NULL DEFAULT 0,
  undone_at   TEXT
) STRICT;

-- What a file spoke of. The symbol stands here too, since an undo may remove the series.
CREATE TABLE import_series (
  import_id  INTEGER NOT NULL REFERENCES import_file (id),
  series_id  INTEGER NOT NULL,
  symbol     TEXT NOT NULL,
  cadence    TEXT NOT NULL,
  field      TEXT,
  first_date INTEGER,
  last_date  INTEGER,
  PRIMARY KEY (import_id, series_id)
) STRICT, WITHOUT ROWID;

-- Decimals of each column of a file: the tolerance within which another file's value agrees.
CREATE TABLE import_column (
  series_id     INTEGER NOT NULL,
  import_id     INTEGER NOT NULL REFERENCES import_file (id),
  field         TEXT NOT NULL,
  decimals      INTEGER NOT NULL,
  source_column INTEGER NOT NULL,
  PRIMARY KEY (series_id, import_id, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_issue (
  import_id     INTEGER NOT NULL REFERENCES import_file (id),
  position      INTEGER NOT NULL,
  line          INTEGER NOT NULL,
  source_column INTEGER NOT NULL,
  code          TEXT NOT NULL,
  message       TEXT NOT NULL,
  text          TEXT NOT NULL,
  PRIMARY KEY (import_id, position)
) STRICT, WITHOUT ROWID;

-- Values of a file that differed from stored ones, kept or replaced.
CREATE TABLE import_conflict (
  import_id        INTEGER NOT NULL REFERENCES import_file (id),
  position         INTEGER NOT NULL,
  line             INTEGER NOT NULL,
  series_id        INTEGER NOT NULL,
  date             INTEGER NOT NULL,
  field            TEXT NOT NULL,
  value            REAL NOT NULL,
  stored_value     REAL NOT NULL,
  stored_import_id INTEGER NOT NULL,
  stored_line      INTEGER NOT NULL,
  PRIMARY KEY (import_id, position)
) STRICT, WITHOUT ROWID;

-- What an import overwrote: enough to undo it, and to tell what the desk knew before.
CREATE TABLE import_replaced (
  import_id     INTEGER NOT NULL REFERENCES import_file (id),
  series_id     INTEGER NOT NULL,
  date          INTEGER NOT NULL,
  field         TEXT NOT NULL,
  old_value     REAL NOT NULL,
  old_import_id INTEGER NOT NULL REFERENCES import_file (id),
  old_line      INTEGER NOT NULL,
  PRIMARY KEY (import_id, series_id, date, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_replaced_value ON import_replaced (series_id, date, field);

-- One row that grows with every committed change, so that any process can tell whether the desk is still the same.
CREATE TABLE import_clock (
  id   INTEGER PRIMARY KEY CHECK (id = 1),
  tick INTEGER NOT NULL
) STRICT;
INSERT INTO import_clock VALUES (1, 0);
