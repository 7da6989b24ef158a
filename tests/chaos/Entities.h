#pragma once

#include <QJsonObject>
#include <QString>

namespace rialto::chaos {

/// What the reply of a method, the data of an event or a row is about: "message", "room", "product", "member",
/// "membership", "friend", "notification" or nothing.
QString kindOfMethod(const QString &method);
QString kindOfEvent(const QString &type);

/// "message:7", "member:3:8".
QString entityName(const QString &kind, const QJsonObject &data);
/// The first word of a message's text, a product's SKU, a room's name: unique in a history. Empty for the rest.
QString tokenOf(const QString &kind, const QJsonObject &data);
/// What must be the same wherever this version of the entity is seen.
QByteArray contentOf(const QJsonObject &data);

} // namespace rialto::chaos
