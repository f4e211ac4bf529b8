-- Where copies of the store were written, in the order in which they were made: a purge reaches
-- them too. A copy holds the row that tells of itself, and by it knows which ones it only inherited.

CREATE TABLE copies (
  copy INTEGER NOT NULL PRIMARY KEY,
  path TEXT    NOT NULL UNIQUE CHECK (path <> ''), -- absolute
  at   TEXT    NOT NULL
) STRICT;
