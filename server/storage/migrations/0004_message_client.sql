-- Client ids are ordered by time (RFC 9562 version 7): led by them, the messages of all authors land on one page of the
-- index, led by the author on as many pages as there are authors.
DROP INDEX message_client;
CREATE UNIQUE INDEX message_client ON message (client_id, author_id);
