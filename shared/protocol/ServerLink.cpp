#include "protocol/ServerLink.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace rialto {

QUrl serverLink(const QString &address, const QString &path, const QString &serverId)
{
    QUrl link(u"rialto://%1/%2"_s.arg(address, path));
    if (!serverId.isEmpty())
        link.setQuery(QUrlQuery{{u"server"_s, serverId}});
    return link;
}

} // namespace rialto
