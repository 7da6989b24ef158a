-- Files: what their owners know of them. The content stands in the store of files, under its hash; several rows may name
-- the same. expires_at: from then on the row may go, because nothing carries the file; NULL while something does.
CREATE TABLE file (
    id INTEGER PRIMARY KEY,
    owner_id INTEGER NOT NULL REFERENCES user (id),
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    media_type TEXT NOT NULL DEFAULT '',
    width INTEGER NOT NULL DEFAULT 0,
    height INTEGER NOT NULL DEFAULT 0,
    has_thumbnail INTEGER NOT NULL DEFAULT 0,
    hash TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX file_hash ON file (hash) WHERE status = 'ready';
CREATE INDEX file_expires ON file (expires_at) WHERE expires_at IS NOT NULL;
CREATE INDEX file_owner ON file (owner_id, expires_at) WHERE expires_at IS NOT NULL;

-- Bytes that a person's files take by their announced or stored size; row 0 is everybody.
CREATE TABLE file_usage (
    user_id INTEGER PRIMARY KEY,
    bytes INTEGER NOT NULL
) STRICT;

-- What messages carry. The file's name and size stand here as well, so that a page of messages asks for them once. Led by
-- the room: the messages of a page lie side by side.
CREATE TABLE attachment (
    room_id INTEGER NOT NULL REFERENCES room (id),
    message_id INTEGER NOT NULL REFERENCES message (id),
    position INTEGER NOT NULL,
    file_id INTEGER NOT NULL REFERENCES file (id),
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    has_thumbnail INTEGER NOT NULL,
    PRIMARY KEY (room_id, message_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX attachment_file ON attachment (file_id);
