-- How files with a certain header are to be read, under a name. Tells nothing of values: an undo leaves it as it is.
CREATE TABLE import_profile (
  name TEXT NOT NULL PRIMARY KEY,
  text TEXT NOT NULL                        -- JSON, see core/import/profile.h
) STRICT, WITHOUT ROWID;
