#include "cache/Migrations.h"

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

// Entities are kept as the JSON of the protocol: they are few, read whole and never searched here. `sub` is the second
// half of a key of two ids (room and person), else 0. `stale`: the server has not confirmed it since the log was lost.
// Messages are many and read by range, hence columns, stored in the order (room, id).
// A room's messages from `floor_id` on are known without gaps; the server's `cursor` asks for what is older, `complete`
// says that nothing is. A message
// of an older generation than its room's is stale: so a million of them become stale by one small update.
QStringList first()
{
    return {
        uR"(CREATE TABLE state (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT)"_s,
        uR"(CREATE TABLE entity (
                kind TEXT NOT NULL, id INTEGER NOT NULL, sub INTEGER NOT NULL, version INTEGER NOT NULL,
                stale INTEGER NOT NULL, json TEXT NOT NULL, PRIMARY KEY (kind, id, sub)) STRICT, WITHOUT ROWID)"_s,
        uR"(CREATE TABLE message (
                room_id INTEGER NOT NULL, id INTEGER NOT NULL, author_id INTEGER NOT NULL, client_id TEXT NOT NULL,
                text TEXT NOT NULL, created_at INTEGER NOT NULL, edited_at INTEGER, deleted_at INTEGER,
                version INTEGER NOT NULL, generation INTEGER NOT NULL,
                PRIMARY KEY (room_id, id)) STRICT, WITHOUT ROWID)"_s,
        uR"(CREATE TABLE room_window (
                room_id INTEGER NOT NULL PRIMARY KEY, generation INTEGER NOT NULL, floor_id INTEGER NOT NULL,
                cursor TEXT NOT NULL, complete INTEGER NOT NULL) STRICT)"_s,
        uR"(CREATE TABLE outbox (
                position INTEGER PRIMARY KEY AUTOINCREMENT, client_id TEXT NOT NULL UNIQUE, method TEXT NOT NULL,
                subject TEXT NOT NULL, depends_on TEXT NOT NULL, params TEXT NOT NULL, created_at INTEGER NOT NULL,
                attempted INTEGER NOT NULL, failed INTEGER NOT NULL, error TEXT NOT NULL) STRICT)"_s,
        uR"(CREATE TABLE draft (room_id INTEGER NOT NULL PRIMARY KEY, text TEXT NOT NULL) STRICT)"_s,
    };
}

// `details`: the JSON of a message that has more than text, with everything that has no column; else empty.
QStringList second()
{
    return {u"ALTER TABLE message ADD COLUMN details TEXT NOT NULL DEFAULT ''"_s};
}

// Full-text search as on the server. `indexed`: the message is in the index as it stands here.
QStringList searchIndex()
{
    return {
        u"ALTER TABLE message ADD COLUMN indexed INTEGER NOT NULL DEFAULT 0"_s,
        u"CREATE INDEX message_id ON message (id)"_s,
        u"CREATE INDEX message_unindexed ON message (id) WHERE indexed = 0"_s,
        uR"(CREATE VIRTUAL TABLE message_index USING fts5(entry, content = '', columnsize = 0, detail = none,
                prefix = '2 3', tokenize = "ascii tokenchars '_'"))"_s,
        u"CREATE TABLE message_index_state (word_rules INTEGER NOT NULL) STRICT"_s,
        u"INSERT INTO message_index_state (word_rules) VALUES (0)"_s,
    };
}

} // namespace

QList<QStringList> cacheMigrations()
{
    return {first(), second(), searchIndex()};
}

} // namespace rialto
