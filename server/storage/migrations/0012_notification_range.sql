-- A notification that counts several messages knows the first of them, so that each of them can be found and withdrawn.
ALTER TABLE notification ADD COLUMN first_message_id INTEGER;
UPDATE notification SET first_message_id = message_id;

DROP INDEX notification_message;
CREATE INDEX notification_place ON notification (room_id, message_id)
    WHERE message_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX notification_open ON notification (user_id, room_id, kind) WHERE read_at IS NULL AND deleted_at IS NULL;
