#pragma once

#include "base/Error.h"

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

} // namespace rialto
