-- Timelines tell who brought somebody in; NULL for who came by themselves.
ALTER TABLE room_member ADD COLUMN added_by INTEGER;
