#include "net/UserDirectory.h"

#include "cache/Cache.h"
#include "net/EventBus.h"
#include "net/ListFetch.h"

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

const QString kKind = u"user"_s;

} // namespace

UserDirectory::UserDirectory(Cache &cache, EventBus &bus, ApiClient &api, QObject *parent)
    : QObject(parent), m_cache(cache), m_api(api)
{
    const QList<User> cached = cache.entities().list<User>(kKind);
    for (const User &user : cached)
        m_users.insert(user.id, user);
    bus.on<UserRegistered>([this](const User &user) { apply(user); });
    bus.on<UserChanged>([this](const User &user) { apply(user); });
    bus.on<UserDeleted>([this](const User &user) { apply(user); });
}

std::optional<User> UserDirectory::find(UserId id) const
{
    const auto found = m_users.constFind(id);
    return found == m_users.constEnd() ? std::nullopt : std::optional(*found);
}

QString UserDirectory::displayName(UserId id) const
{
    const auto found = m_users.constFind(id);
    if (found == m_users.constEnd() || found->deletedAt)
        return tr("Deleted user");
    return found->displayName.isEmpty() ? found->name : found->displayName;
}

void UserDirectory::apply(const User &user)
{
    if (!m_cache.entities().merge({kKind, user.id.value}, user))
        return;
    m_users.insert(user.id, user);
    Q_EMIT userChanged(user.id);
}

void UserDirectory::markStale()
{
    m_cache.entities().markStale(kKind);
}

void UserDirectory::refetch(std::function<void(Result<>)> done)
{
    ListFetch<ListUsers>::run(
        m_api, ListUsers{}, this,
        [this](const QList<User> &users) {
            Transaction transaction(m_cache.database());
            std::for_each(users.begin(), users.end(), [this](const User &user) { apply(user); });
            (void)transaction.commit();
        },
        [this, done = std::move(done)](const Result<> &result) {
            if (result)
                removeStale();
            done(result);
        });
}

void UserDirectory::removeStale()
{
    const QList<EntityKey> gone = m_cache.entities().removeStale(kKind);
    for (const EntityKey &key : gone) {
        m_users.remove(UserId{key.id});
        Q_EMIT userChanged(UserId{key.id});
    }
}

} // namespace rialto
