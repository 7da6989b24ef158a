#pragma once

#include <QUrl>

namespace rialto {

/// The links to what is on one server (protocol/ServerLink.h). The address is the one by which this account comes
/// there, for whoever has yet to find the way; the id is the server's own, by which it is known again where others came
/// by another address. Lives on: the GUI thread.
class ServerLinks
{
public:
    /// `serverName` is ServerAddress::displayName().
    explicit ServerLinks(const QString &serverName) : m_serverName(serverName) {}

    /// `host:port`, to show.
    const QString &serverName() const { return m_serverName; }
    /// What the server calls itself; empty until it has said so.
    const QString &serverId() const { return m_serverId; }
    void setServerId(const QString &id) { m_serverId = id; }

    /// What people call the server; `host:port` until it has said that.
    const QString &title() const { return m_title.isEmpty() ? m_serverName : m_title; }
    void setTitle(const QString &title) { m_title = title; }

    /// See serverLink().
    QUrl to(const QString &path) const;
    /// Whether a link leads to this server: by the ids where both are known, else by the address.
    bool owns(const QUrl &link) const;

private:
    const QString m_serverName;
    QString m_serverId;
    QString m_title;
};

/// The displayName() of the address in a rialto:// link; empty when it has none.
QString serverOf(const QUrl &link);
/// Whether a rialto:// link leads to a server as such, not to something on it.
bool leadsToServerAlone(const QUrl &link);

} // namespace rialto
