#pragma once

#include "base/Error.h"
#include "protocol/Fields.h"

#include <QStringList>

namespace rialto {

/// Where a page ended: the values of its order, opaque to clients and independent of which rows come and go.
class Cursor
{
public:
    /// Encodes the list's name (its order, its owner), the last row's sort value and its key.
    static QString encode(const QString &list, const QString &value, qint64 key);
    /// Refuses cursors of other lists and text that no server wrote.
    static Result<Cursor> decode(const QString &text, const QString &list, const QString &field);

    QString value;
    qint64 key = 0;
};

/// A page of a list that is ordered by one key. `list(afterKey, limit)` reads it, 0 from its beginning.
template <typename Item, typename List, typename KeyOf>
Result<Page<Item>> pageByKey(const QString &name, const QString &after, int limit, List list, KeyOf keyOf)
{
    qint64 afterKey = 0;
    if (!after.isEmpty()) {
        const auto cursor = Cursor::decode(after, name, QStringLiteral("after"));
        if (!cursor)
            return tl::unexpected(cursor.error());
        afterKey = cursor->key;
    }
    Page<Item> page{list(afterKey, limit + 1), {}};
    if (page.items.size() > limit) {
        page.items.removeLast();
        page.nextCursor = Cursor::encode(name, {}, keyOf(page.items.last()));
    }
    return page;
}

} // namespace rialto
