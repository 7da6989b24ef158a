-- Replies, forwards, pins, mentions, reactions, earlier texts, and how a person sees a room.
-- text_version: the version that brought the present text; reactions and pins make an edit not stale.
ALTER TABLE message ADD COLUMN reply_to_id INTEGER;
ALTER TABLE message ADD COLUMN forwarded_from_id INTEGER;
ALTER TABLE message ADD COLUMN pinned_at INTEGER;
ALTER TABLE message ADD COLUMN mentions_everyone INTEGER NOT NULL DEFAULT 0;
ALTER TABLE message ADD COLUMN text_version INTEGER NOT NULL DEFAULT 1;

CREATE INDEX message_pinned ON message (room_id, id) WHERE pinned_at IS NOT NULL;
CREATE INDEX message_everyone ON message (room_id, id) WHERE mentions_everyone = 1;

CREATE TABLE message_mention (
    room_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL REFERENCES message (id),
    user_id INTEGER NOT NULL REFERENCES user (id),
    PRIMARY KEY (room_id, message_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX message_mention_user ON message_mention (user_id, room_id, message_id);

CREATE TABLE reaction (
    id INTEGER PRIMARY KEY,
    room_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL REFERENCES message (id),
    user_id INTEGER NOT NULL REFERENCES user (id),
    emoji TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX reaction_message ON reaction (room_id, message_id, user_id, emoji);

CREATE TABLE message_revision (
    message_id INTEGER NOT NULL REFERENCES message (id),
    version INTEGER NOT NULL,
    text TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (message_id, version)
) STRICT, WITHOUT ROWID;

ALTER TABLE room_member ADD COLUMN notify_level TEXT NOT NULL DEFAULT 'all';
ALTER TABLE room_member ADD COLUMN muted INTEGER NOT NULL DEFAULT 0;
ALTER TABLE room_member ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0;
ALTER TABLE room_member ADD COLUMN archived INTEGER NOT NULL DEFAULT 0;
