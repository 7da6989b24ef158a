-- The order of everything, who is who, and the answers to repeated writes.
-- Rows of entities are never removed, so that their keys are never used twice.

CREATE TABLE log_state (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    epoch TEXT NOT NULL
) STRICT;

INSERT INTO log_state (only_row, epoch) VALUES (1, lower(hex(randomblob(16))));

CREATE TABLE event_log (
    seq INTEGER PRIMARY KEY,
    topic TEXT NOT NULL,
    type TEXT NOT NULL,
    subject INTEGER NOT NULL,
    payload BLOB NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE INDEX event_log_subject ON event_log (subject, topic);

CREATE TABLE stored_reply (
    author_id INTEGER NOT NULL,
    client_id TEXT NOT NULL,
    method TEXT NOT NULL,
    parameters BLOB NOT NULL,
    reply BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (author_id, client_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX stored_reply_age ON stored_reply (created_at);

CREATE TABLE user (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    name_key TEXT,
    display_name TEXT NOT NULL,
    email TEXT NOT NULL,
    role TEXT NOT NULL,
    disabled INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    deleted_at INTEGER,
    version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE UNIQUE INDEX user_name_key ON user (name_key) WHERE deleted_at IS NULL;

CREATE TABLE credential (
    user_id INTEGER PRIMARY KEY REFERENCES user (id),
    password_hash TEXT NOT NULL,
    password_version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE session (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id INTEGER NOT NULL REFERENCES user (id),
    device TEXT NOT NULL,
    address TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    last_used_at INTEGER NOT NULL,
    token_hash BLOB NOT NULL,
    previous_hash BLOB NOT NULL,
    rotated_at INTEGER NOT NULL
) STRICT;

CREATE INDEX session_user ON session (user_id, id);
CREATE UNIQUE INDEX session_token ON session (token_hash);
CREATE INDEX session_previous ON session (previous_hash);
CREATE INDEX session_idle ON session (last_used_at);

-- Refresh tokens that were exchanged long ago: whoever shows one has stolen it, or was stolen from.
CREATE TABLE used_token (
    token_hash BLOB PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX used_token_session ON used_token (session_id);

CREATE TABLE invite (
    code_hash BLOB PRIMARY KEY,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
