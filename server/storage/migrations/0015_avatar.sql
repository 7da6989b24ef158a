-- A person's picture. The file stays while a row names it here.
ALTER TABLE user ADD COLUMN avatar_id INTEGER REFERENCES file (id);

CREATE INDEX user_avatar ON user (avatar_id) WHERE avatar_id IS NOT NULL;
