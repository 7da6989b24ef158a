-- AUTOINCREMENT: old rows are removed in time, and their keys must not come back.
CREATE TABLE notification (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id INTEGER NOT NULL REFERENCES user (id),
    kind TEXT NOT NULL,
    priority TEXT NOT NULL,
    actor_id INTEGER NOT NULL,
    room_id INTEGER,
    message_id INTEGER,
    text TEXT NOT NULL,
    count INTEGER NOT NULL DEFAULT 1,
    silent INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    read_at INTEGER,
    deleted_at INTEGER,
    version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX notification_user ON notification (user_id, id);
CREATE INDEX notification_unread ON notification (user_id, id) WHERE read_at IS NULL AND deleted_at IS NULL;
CREATE INDEX notification_room ON notification (user_id, room_id) WHERE deleted_at IS NULL;
CREATE INDEX notification_message ON notification (message_id) WHERE message_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX notification_age ON notification (updated_at);
