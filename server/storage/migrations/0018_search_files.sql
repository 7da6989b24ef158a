-- Search knows what messages carry: the names of the files, with `/` between them, which no name has, and whether one is
-- a picture. They stand with the message, so that its entry in the index is made of one row, whenever it is made or
-- taken back. The index is made anew.
DROP TRIGGER message_reworded;

ALTER TABLE message ADD COLUMN file_names TEXT NOT NULL DEFAULT '';
ALTER TABLE message ADD COLUMN has_picture INTEGER NOT NULL DEFAULT 0;

UPDATE message SET
    file_names = carried.names,
    has_picture = carried.has_picture
FROM (
    SELECT message_id, group_concat(name, '/') AS names, max(width > 0 AND height > 0) AS has_picture
    FROM (SELECT message_id, name, width, height FROM attachment ORDER BY room_id, message_id, position)
    GROUP BY message_id
) AS carried WHERE message.id = carried.message_id;

INSERT INTO message_index (message_index) VALUES ('delete-all');
UPDATE message_index_state SET indexed_to = 0;

CREATE TRIGGER message_reworded AFTER UPDATE OF text, file_names, has_picture ON message
WHEN old.id <= (SELECT indexed_to FROM message_index_state)
    AND (old.text <> new.text OR old.file_names <> new.file_names OR old.has_picture <> new.has_picture)
BEGIN
    INSERT INTO message_index (message_index, rowid, entry) VALUES
        ('delete', old.id, index_entry(old.room_id, old.author_id, old.text, old.file_names, old.has_picture))
    ; INSERT INTO message_index (rowid, entry) VALUES
        (new.id, index_entry(new.room_id, new.author_id, new.text, new.file_names, new.has_picture))
    ; END;
