-- Which stored reply announced a file, so that both are forgotten together without looking for it.
ALTER TABLE file ADD COLUMN client_id TEXT NOT NULL DEFAULT '';

UPDATE file SET client_id = r.client_id FROM stored_reply AS r
    WHERE r.method = 'files.create' AND r.author_id = file.owner_id AND file.status <> 'removed'
    AND file.id = json_extract(CAST(r.reply AS TEXT), '$.id');
