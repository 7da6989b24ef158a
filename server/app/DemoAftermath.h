#pragma once

#include "base/Error.h"

#include <QJsonObject>
#include <QList>

namespace rialto {

class Operator;

namespace demo {

/// What the demo has said and made before.
struct Told
{
    QList<qint64> rooms;      ///< As in kRooms.
    QList<QJsonObject> today; ///< The messages of kToday.
    qint64 productId = 0;     ///< Of any product.
    QString address;          ///< Of the server, `host:port`, for links into it.
    QString serverId;         ///< By which links know the server again at other addresses.
};

/// What becomes of messages once they are said: edits, a deletion, a forward, links; and how people see their rooms and
/// days.
Result<> addAftermath(Operator &server, const Told &told);

} // namespace demo
} // namespace rialto
