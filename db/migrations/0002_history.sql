-- What the desk knew before: values that no longer stand, what later files also held, and the files' own text.

-- tick: what import_clock showed after the import, and after it was taken back. policy: 'keep' or 'replace'; NULL for
-- imports of desk version 1, which did not note what they shared with earlier ones.
ALTER TABLE import_file ADD COLUMN tick INTEGER NOT NULL DEFAULT 0;
ALTER TABLE import_file ADD COLUMN undone_tick INTEGER;
ALTER TABLE import_file ADD COLUMN policy TEXT;
UPDATE import_file SET tick = id;

CREATE INDEX import_series_symbol ON import_series (symbol);
CREATE INDEX import_series_series ON import_series (series_id);

-- Values that an import or an undo took out of bar or observation, one row per origin. A value stood from the tick of
-- its import, or from the last `until` of the same value, up to but not including `until`.
-- Columns that a row says nothing of are NULL; `value` is a single value series'.
CREATE TABLE import_past (
  series_id INTEGER NOT NULL,
  date      INTEGER NOT NULL,
  until     INTEGER NOT NULL,
  import_id INTEGER NOT NULL,
  line      INTEGER NOT NULL,
  open      REAL,
  high      REAL,
  low       REAL,
  close     REAL,
  adj_close REAL,
  volume    REAL,
  value     REAL,
  PRIMARY KEY (series_id, date, until, import_id)
) STRICT, WITHOUT ROWID;
INSERT INTO import_past
  SELECT series_id, date, import_id, old_import_id, max(old_line),
         max(iif(field = 'open', old_value, NULL)), max(iif(field = 'high', old_value, NULL)),
         max(iif(field = 'low', old_value, NULL)), max(iif(field = 'close', old_value, NULL)),
         max(iif(field = 'adj_close', old_value, NULL)), max(iif(field = 'volume', old_value, NULL)),
         max(iif(field IN ('open', 'high', 'low', 'close', 'adj_close', 'volume'), NULL, old_value))
    FROM import_replaced
   GROUP BY series_id, date, import_id, old_import_id;
DROP TABLE import_replaced;

-- Rows of a file whose values the desk already had, or kept others for: when the import that stored a value is taken
-- back, a later file that holds it too takes its place. Packed by db/tables/claim_table.
CREATE TABLE import_claim (
  series_id INTEGER NOT NULL,
  import_id INTEGER NOT NULL,
  part      INTEGER NOT NULL,
  bytes     INTEGER NOT NULL,
  data      BLOB NOT NULL,
  PRIMARY KEY (series_id, import_id, part)
) STRICT, WITHOUT ROWID;

-- The text of imported files, packed with zstd; one row serves every import of the same bytes.
CREATE TABLE import_original (
  sha256 TEXT NOT NULL PRIMARY KEY,
  bytes  INTEGER NOT NULL,
  data   BLOB NOT NULL
) STRICT;
