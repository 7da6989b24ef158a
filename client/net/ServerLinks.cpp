#include "net/ServerLinks.h"

#include "net/ServerAddress.h"
#include "protocol/ServerLink.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace rialto {

QUrl ServerLinks::to(const QString &path) const
{
    return serverLink(m_serverName, path, m_serverId);
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
