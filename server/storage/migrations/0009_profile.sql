-- What people say about themselves, and when they do not want to be disturbed (minutes of the day in their time zone).
ALTER TABLE user ADD COLUMN status_text TEXT NOT NULL DEFAULT '';
ALTER TABLE user ADD COLUMN do_not_disturb INTEGER NOT NULL DEFAULT 0;
ALTER TABLE user ADD COLUMN quiet_hours INTEGER NOT NULL DEFAULT 0;
ALTER TABLE user ADD COLUMN quiet_from INTEGER NOT NULL DEFAULT 1320;
ALTER TABLE user ADD COLUMN quiet_to INTEGER NOT NULL DEFAULT 480;
ALTER TABLE user ADD COLUMN time_zone TEXT NOT NULL DEFAULT '';

-- One row for two people, whoever of them asked. Rows stay, so that versions grow.
CREATE TABLE friendship (
    low_id INTEGER NOT NULL REFERENCES user (id),
    high_id INTEGER NOT NULL REFERENCES user (id),
    asked_by INTEGER NOT NULL REFERENCES user (id),
    created_at INTEGER NOT NULL,
    accepted_at INTEGER,
    removed_at INTEGER,
    version INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (low_id, high_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX friendship_high ON friendship (high_id, low_id);
