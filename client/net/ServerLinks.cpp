#include "net/ServerLinks.h"

#include "net/ServerAddress.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace rialto {

QUrl ServerLinks::to(const QString &path) const
{
    QUrl link(u"rialto://%1/%2"_s.arg(m_serverName, path));
    if (!m_serverId.isEmpty())
        link.setQuery(QUrlQuery{{u"server"_s, m_serverId}});
    return link;
}

bool ServerLinks::owns(const QUrl &link) const
{
    const QString id = QUrlQuery(link).queryItemValue(u"server"_s);
    return id.isEmpty() || m_serverId.isEmpty() ? serverOf(link) == m_serverName : id == m_serverId;
}

QString serverOf(const QUrl &link)
{
    const auto server = ServerAddress::parse(u"rialto://"_s + link.authority(QUrl::FullyEncoded));
    return server ? server->displayName() : QString();
}

bool leadsToServerAlone(const QUrl &link)
{
    return !serverOf(link).isEmpty() && (link.path().isEmpty() || link.path() == "/"_L1);
}

} // namespace rialto
