CREATE TABLE room (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    topic TEXT NOT NULL,
    visibility TEXT NOT NULL,
    owner_id INTEGER REFERENCES user (id),
    direct_low_id INTEGER REFERENCES user (id),
    direct_high_id INTEGER REFERENCES user (id),
    created_at INTEGER NOT NULL,
    deleted_at INTEGER,
    version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE UNIQUE INDEX room_direct ON room (direct_low_id, direct_high_id) WHERE direct_low_id IS NOT NULL;
CREATE INDEX room_owner ON room (owner_id);

-- since_seq: the head of the log when the membership began; catch-up gives nothing older.
CREATE TABLE room_member (
    room_id INTEGER NOT NULL REFERENCES room (id),
    user_id INTEGER NOT NULL REFERENCES user (id),
    role TEXT NOT NULL,
    last_read_message_id INTEGER NOT NULL DEFAULT 0,
    joined_at INTEGER NOT NULL,
    left_at INTEGER,
    since_seq INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (room_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX room_member_user ON room_member (user_id, room_id);

CREATE TABLE message (
    id INTEGER PRIMARY KEY,
    room_id INTEGER NOT NULL REFERENCES room (id),
    author_id INTEGER NOT NULL REFERENCES user (id),
    client_id TEXT NOT NULL,
    request_hash INTEGER NOT NULL,
    text TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    edited_at INTEGER,
    deleted_at INTEGER,
    version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX message_room ON message (room_id, id);
CREATE UNIQUE INDEX message_client ON message (author_id, client_id);
