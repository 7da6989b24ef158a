#include "features/people/model/FriendBook.h"

#include "cache/Cache.h"
#include "net/EventBus.h"
#include "net/ListFetch.h"

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

const QString kKind = u"friend"_s;

} // namespace

FriendBook::FriendBook(Cache &cache, EventBus &bus, ApiClient &api, QObject *parent)
    : QObject(parent), m_cache(cache), m_api(api)
{
    for (const Friendship &friendship : m_cache.entities().list<Friendship>(kKind)) {
        if (!friendship.removedAt)
            m_friends.insert(friendship.friendId, friendship);
    }
    bus.on<FriendChanged>([this](const Friendship &friendship) { apply(friendship); });
}

std::optional<FriendState> FriendBook::stateOf(UserId id) const
{
    const auto found = m_friends.constFind(id);
    return found == m_friends.constEnd() ? std::nullopt : std::optional(found->state);
}

void FriendBook::ask(UserId id, Done done)
{
    m_api.call(PutFriend{id, {}}, this, [this, done = std::move(done)](const Result<Friendship> &friendship) {
        if (friendship)
            apply(*friendship);
        done(friendship ? Result<>() : Result<>(tl::unexpected(friendship.error())));
    });
}

void FriendBook::end(UserId id, Done done)
{
    m_api.call(RemoveFriend{id, {}}, this, [done = std::move(done)](const Result<Nothing> &nothing) {
        done(nothing ? Result<>() : Result<>(tl::unexpected(nothing.error())));
    });
}

void FriendBook::apply(const Friendship &friendship)
{
    if (!m_cache.entities().merge({kKind, friendship.friendId.value}, friendship))
        return;
    if (friendship.removedAt)
        m_friends.remove(friendship.friendId);
    else
        m_friends.insert(friendship.friendId, friendship);
    Q_EMIT changed(friendship.friendId);
}

void FriendBook::markStale()
{
    m_cache.entities().markStale(kKind);
}

void FriendBook::refetch(std::function<void(Result<>)> done)
{
    ListFetch<ListFriends>::run(
        m_api, ListFriends{}, this,
        [this](const QList<Friendship> &page) {
            Transaction transaction(m_cache.database());
            for (const Friendship &friendship : page)
                apply(friendship);
            (void)transaction.commit();
        },
        [this, done = std::move(done)](const Result<> &result) {
            if (result) {
                for (const EntityKey &key : m_cache.entities().removeStale(kKind)) {
                    m_friends.remove(UserId{key.id});
                    Q_EMIT changed(UserId{key.id});
                }
            }
            done(result);
        });
}

} // namespace rialto
