-- Which messages a notification counts, in the order in which it was told of them: an edit may call somebody to an older
-- message, and one made unread again may count on behind a newer one, so that no stretch of ids says it.
CREATE TABLE notification_message (
    id INTEGER PRIMARY KEY,
    notification_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL
) STRICT;

INSERT INTO notification_message (notification_id, message_id)
    SELECT id, first_message_id FROM notification
    WHERE first_message_id IS NOT NULL AND first_message_id <> message_id AND deleted_at IS NULL;
INSERT INTO notification_message (notification_id, message_id)
    SELECT id, message_id FROM notification WHERE message_id IS NOT NULL AND deleted_at IS NULL;

CREATE INDEX notification_message_notification ON notification_message (notification_id, id);
CREATE INDEX notification_message_message ON notification_message (message_id);

DROP INDEX notification_place;
ALTER TABLE notification DROP COLUMN first_message_id;
