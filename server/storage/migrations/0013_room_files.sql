-- Deleted rooms whose messages still carry files; a few at a time are let go of.
CREATE TABLE room_release (
    room_id INTEGER PRIMARY KEY REFERENCES room (id)
) STRICT;

INSERT INTO room_release (room_id) SELECT id FROM room WHERE deleted_at IS NOT NULL;
