#pragma once

#include "protocol/Presence.h"

#include <QHash>
#include <QObject>
#include <optional>

namespace rialto {

class ApiClient;
class EventBus;
class LinkStatus;

/// Who is here, as far as it is known: the list is fetched at every connection and kept by events. Nothing of it is
/// cached, because it is true only at the moment. Lives on: the GUI thread.
class PresenceBook : public QObject
{
    Q_OBJECT

public:
    PresenceBook(EventBus &bus, ApiClient &api, LinkStatus &link, QObject *parent = nullptr);

    /// Empty while there is no connection, and of people who were never here.
    std::optional<UserPresence> find(UserId id) const;
    /// Whether somebody is here, busy or not.
    bool isHere(UserId id) const;
    /// Whether nobody has touched this machine for a while; the server is told, now and after every reconnect.
    void setIdle(bool idle);

Q_SIGNALS:
    /// Somebody came or went, or the connection did.
    void changed();

private:
    void linkChanged();
    void fetch();
    void tellActivity();
    void apply(const PresenceChange &change);

    ApiClient &m_api;
    LinkStatus &m_link;
    QHash<UserId, UserPresence> m_people;
    bool m_isIdle = false;
};

} // namespace rialto
