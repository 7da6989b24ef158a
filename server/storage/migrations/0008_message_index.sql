-- Full-text search of messages. The index holds no text and no positions: it tells which messages may be meant, and
-- their rows decide. New messages are put in a little later, by id up to indexed_to, so that a message costs its author
-- nothing; what changes below that place changes the index in the same transaction. word_rules: how the words were made.
CREATE VIRTUAL TABLE message_index USING fts5(
    entry, content = '', columnsize = 0, detail = none, prefix = '2 3', tokenize = "ascii tokenchars '_'"
);

CREATE TABLE message_index_state (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    indexed_to INTEGER NOT NULL,
    word_rules INTEGER NOT NULL
) STRICT;

INSERT INTO message_index_state (only_row, indexed_to, word_rules) VALUES (1, 0, 0);

CREATE TRIGGER message_reworded AFTER UPDATE OF text ON message
WHEN old.text <> new.text AND old.id <= (SELECT indexed_to FROM message_index_state) BEGIN
    INSERT INTO message_index (message_index, rowid, entry)
        VALUES ('delete', old.id, index_entry(old.room_id, old.author_id, old.text))
    ; INSERT INTO message_index (rowid, entry) VALUES (new.id, index_entry(new.room_id, new.author_id, new.text))
    ; END;
