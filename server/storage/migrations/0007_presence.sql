-- When people were here last. Written now and then, so that it may lag behind.
CREATE TABLE last_seen (
    user_id INTEGER PRIMARY KEY REFERENCES user (id),
    at INTEGER NOT NULL
) STRICT;
