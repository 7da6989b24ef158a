#pragma once

#include "net/Replica.h"
#include "protocol/Friends.h"

#include <QHash>
#include <QObject>
#include <optional>

namespace rialto {

class ApiClient;
class Cache;
class EventBus;

/// Who is one's friend, who was asked and who asks. The calls go to the server at once and need a connection; offline
/// they answer Unavailable. `done` is called once, unless the book is gone by then. Lives on: the GUI thread.
class FriendBook : public QObject, public Replica
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<>)>;

    FriendBook(Cache &cache, EventBus &bus, ApiClient &api, QObject *parent = nullptr);

    /// Empty when there is nothing between the two.
    std::optional<FriendState> stateOf(UserId id) const;
    /// Asks, or agrees to what was asked.
    void ask(UserId id, Done done);
    /// Ends it, declines, or takes back what one asked.
    void end(UserId id, Done done);

    void markStale() override;
    void refetch(std::function<void(Result<>)> done) override;

Q_SIGNALS:
    void changed(rialto::UserId id);

private:
    void apply(const Friendship &friendship);

    Cache &m_cache;
    ApiClient &m_api;
    QHash<UserId, Friendship> m_friends;
};

} // namespace rialto
