#pragma once

#include "net/Replica.h"
#include "protocol/People.h"

#include <QHash>
#include <QObject>

namespace rialto {

class ApiClient;
class Cache;
class EventBus;

/// Everybody who was ever heard of on this server, for all features. Lives on: the GUI thread.
class UserDirectory : public QObject, public Replica
{
    Q_OBJECT

public:
    UserDirectory(Cache &cache, EventBus &bus, ApiClient &api, QObject *parent = nullptr);

    std::optional<User> find(UserId id) const;
    /// The name to show; "Deleted user" for deleted and unknown accounts.
    QString displayName(UserId id) const;
    QList<User> all() const { return m_users.values(); }

    void apply(const User &user);

    void markStale() override;
    void refetch(std::function<void(Result<>)> done) override;

Q_SIGNALS:
    void userChanged(rialto::UserId id);

private:
    void removeStale();

    Cache &m_cache;
    ApiClient &m_api;
    QHash<UserId, User> m_users;
};

} // namespace rialto
