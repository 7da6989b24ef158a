#pragma once

#include "base/Id.h"
#include "cache/Database.h"
#include "text/SearchQuery.h"

#include <QSet>

namespace rialto {

/// The full-text index over the cached messages. New and changed messages are put in a little later (indexSome), those
/// that are not in it yet are looked at one by one, so that what is found is always all that is cached. The index may
/// name too much, never too little: rows decide.
class MessageIndex
{
public:
    struct Place
    {
        RoomId room;
        MessageId id;

        bool operator==(const Place &) const = default;
    };
    /// Where to look.
    struct Scope
    {
        QSet<RoomId> rooms;
        std::optional<QSet<UserId>> authors; ///< Not given: anybody.
    };
    struct Finding
    {
        QList<Place> places;    ///< Newest first.
        MessageId goesOnBefore; ///< There may be more before this one; invalid when that is all.
    };

    explicit MessageIndex(Database &database);

    /// What the index holds of a message; empty when it is not in it.
    std::optional<QString> entryOf(RoomId room, MessageId id);
    /// Takes a message out whose row has changed or gone. `entry`: what entryOf() said before that.
    void remove(MessageId id, const QString &entry);
    /// Takes out what is about to be removed from the cache: a room's messages in a range, of older generations than
    /// this.
    void removeRange(RoomId room, MessageId from, MessageId to, qint64 generation);

    /// Puts the newest messages that are not in it into the index, at most so many; how many it were.
    int indexSome(int atMost);

    /// At most `limit` messages older than `before` that fit. Looks at a bounded number, so it may return fewer and go
    /// on.
    Finding find(const SearchQuery &query, const Scope &scope, MessageId before, int limit);

private:
    struct Walk;

    void look(QSqlQuery &rows, Walk &walk) const;
    void beginAnewAfterOtherRules();

    Database &m_database;
};

} // namespace rialto
