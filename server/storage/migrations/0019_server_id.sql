-- Links name the server by what only it is called: its address differs from one person to the next.
ALTER TABLE log_state ADD COLUMN server_id TEXT NOT NULL DEFAULT '';
UPDATE log_state SET server_id = lower(hex(randomblob(8)));
