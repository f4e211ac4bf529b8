-- What the meeting itself needs: its clock, the minutes that were moved while it ran, where and
-- when it is planned, and the letters by which people are called where names are off.

ALTER TABLE sessions ADD COLUMN planned_at TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN place TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN clock_at TEXT NOT NULL DEFAULT ''; -- since when the clock runs; '' while it stands

ALTER TABLE phase_minutes ADD COLUMN given INTEGER NOT NULL DEFAULT 0; -- minutes moved here, or away, after planning

ALTER TABLE postmortems ADD COLUMN page_names_off INTEGER NOT NULL DEFAULT 0 CHECK (page_names_off IN (0, 1));

ALTER TABLE attendees ADD COLUMN seat INTEGER NOT NULL DEFAULT 0 CHECK (seat >= 0); -- 0 is not given yet
