-- Who wants to be told of every message of a room is looked for with each message.
CREATE INDEX room_member_every ON room_member (room_id) WHERE notify_level = 'every' AND left_at IS NULL;
