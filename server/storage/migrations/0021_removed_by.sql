-- Timelines tell who put somebody out; NULL for who is there, and for who left by themselves.
ALTER TABLE room_member ADD COLUMN removed_by INTEGER;
