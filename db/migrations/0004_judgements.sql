-- What people decided about the data. Kept by symbol: it holds whatever is imported or taken back.

-- Findings of the quality rules that were accepted.
CREATE TABLE accepted_finding (
  symbol      TEXT NOT NULL,
  rule        TEXT NOT NULL,
  cadence     TEXT NOT NULL,
  field       TEXT NOT NULL,
  first_date  INTEGER NOT NULL,
  last_date   INTEGER NOT NULL,
  reason      TEXT NOT NULL,
  accepted_at TEXT NOT NULL,
  PRIMARY KEY (symbol, rule, cadence, field, first_date, last_date)
) STRICT, WITHOUT ROWID;

-- Corporate actions: new_units shares for old_units from the session `date` on. Values stand in the desk as imported
-- and are adjusted when they are read; scope says which of them the file had not adjusted itself.
CREATE TABLE split (
  symbol    TEXT NOT NULL,
  date      INTEGER NOT NULL,
  scope     TEXT NOT NULL,
  new_units REAL NOT NULL CHECK (new_units > 0),
  old_units REAL NOT NULL CHECK (old_units > 0),
  noted_at  TEXT NOT NULL,
  PRIMARY KEY (symbol, date, scope)
) STRICT, WITHOUT ROWID;
