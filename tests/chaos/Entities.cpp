#include "chaos/Entities.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace rialto::chaos {

QString kindOfMethod(const QString &method)
{
    if (method == "chat.send"_L1 || method == "chat.edit"_L1 || method == "chat.pin"_L1 || method == "chat.unpin"_L1 ||
        method.endsWith("Reaction"_L1))
        return u"message"_s;
    if (method == "chat.createRoom"_L1 || method == "chat.changeRoom"_L1)
        return u"room"_s;
    if (method == "catalog.createProduct"_L1 || method == "catalog.changeProduct"_L1)
        return u"product"_s;
    if (method == "chat.putMember"_L1)
        return u"member"_s;
    if (method == "chat.markRead"_L1 || method == "chat.changeMembership"_L1)
        return u"membership"_s;
    return method == "friends.put"_L1 ? u"friend"_s : method == "notify.change"_L1 ? u"notification"_s : QString();
}

QString kindOfEvent(const QString &type)
{
    for (const auto &[prefix, kind] : {std::pair{"chat.message"_L1, u"message"_s},
                                       {"chat.reactions"_L1, u"message"_s},
                                       {"chat.room"_L1, u"room"_s},
                                       {"chat.membership"_L1, u"membership"_s},
                                       {"chat.member"_L1, u"member"_s},
                                       {"catalog.product"_L1, u"product"_s},
                                       {"friends."_L1, u"friend"_s},
                                       {"notify.posted"_L1, u"notification"_s},
                                       {"notify.changed"_L1, u"notification"_s}}) {
        if (type.startsWith(prefix))
            return kind;
    }
    return {};
}

QString entityName(const QString &kind, const QJsonObject &data)
{
    if (kind == "member"_L1 || kind == "membership"_L1)
        return u"%1:%2:%3"_s.arg(kind).arg(data["roomId"_L1].toInteger()).arg(data["userId"_L1].toInteger());
    if (kind == "friend"_L1)
        return u"friend:%1:%2"_s.arg(data["userId"_L1].toInteger()).arg(data["friendId"_L1].toInteger());
    return u"%1:%2"_s.arg(kind).arg(data["id"_L1].toInteger());
}

QString tokenOf(const QString &kind, const QJsonObject &data)
{
    if (kind == "message"_L1)
        return data["text"_L1].toString().section(u' ', 0, 0);
    return kind == "product"_L1 ? data["sku"_L1].toString()
           : kind == "room"_L1  ? data["name"_L1].toString()
                                : QString();
}

QByteArray contentOf(const QJsonObject &data)
{
    return QJsonDocument(data).toJson(QJsonDocument::Compact);
}

} // namespace rialto::chaos
