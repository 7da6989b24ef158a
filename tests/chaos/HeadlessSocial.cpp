// The part of HeadlessClient that makes friends and looks after its notifications.
#include "cache/Cache.h"
#include "chaos/HeadlessClient.h"
#include "features/chat/model/RoomListModel.h"
#include "features/notify/model/NotificationModel.h"
#include "features/people/model/FriendBook.h"

using namespace Qt::StringLiterals;

namespace rialto::chaos {

void HeadlessClient::beSocial()
{
    const int what = chance(10);
    if (what < 2)
        changeFriend();
    else if (what < 5)
        changeNotification();
    else if (what < 6)
        removeNotification();
    else
        readAllNotifications();
}

// Goes to the server at once or not at all; what got no answer may have happened.
void HeadlessClient::changeFriend()
{
    const QList<Member> members = m_session->rooms().members(m_room);
    if (members.isEmpty())
        return;
    const UserId other = members[chance(static_cast<int>(members.size()))].userId;
    if (other == m_session->me().id)
        return;
    FriendBook &book = m_session->friends();
    const bool ends = book.stateOf(other).has_value() && chance(3) == 0;
    const qint64 number = invoke(ends ? u"friends.remove"_s : u"friends.put"_s,
                                 {{u"userId"_s, other.value}, {u"me"_s, m_session->me().id.value}});
    const auto done = [this, number](const Result<> &result) {
        if (result)
            m_history.write(Record::Kind::Ok, number);
        else if (result.error().code == ErrorCode::NotFound || result.error().code == ErrorCode::Invalid)
            m_history.write(Record::Kind::Fail, number, {{u"code"_s, QString(wireName(result.error().code))}});
        else
            m_history.write(Record::Kind::Unknown, number);
    };
    if (ends)
        book.end(other, done);
    else
        book.ask(other, done);
}

void HeadlessClient::changeNotification()
{
    NotificationModel &model = m_session->notifications();
    if (model.rowCount() == 0)
        return;
    const int row = chance(std::min(model.rowCount(), 12));
    const bool read = !model.isRead(row);
    const qint64 number =
        invoke(u"notify.change"_s, {{u"notificationId"_s, model.at(row).id.value}, {u"read"_s, read}});
    model.setRead(model.at(row).id, read);
    m_history.write(Record::Kind::Kept, number);
}

void HeadlessClient::removeNotification()
{
    NotificationModel &model = m_session->notifications();
    if (model.rowCount() == 0)
        return;
    const NotificationId id = model.at(chance(std::min(model.rowCount(), 12))).id;
    const qint64 number = invoke(u"notify.remove"_s, {{u"notificationId"_s, id.value}});
    model.remove(id);
    m_history.write(Record::Kind::Kept, number);
}

void HeadlessClient::readAllNotifications()
{
    NotificationModel &model = m_session->notifications();
    NotificationId newest;
    for (int row = 0; row < model.rowCount(); ++row)
        newest = std::max(newest, model.at(row).id);
    if (model.unreadCount() == 0)
        return;
    const qint64 number =
        invoke(u"notify.readAll"_s, {{u"throughId"_s, newest.value}, {u"me"_s, m_session->me().id.value}});
    model.readAll();
    m_history.write(Record::Kind::Kept, number);
}

// What a person sees now must also be what is kept for the next start.
void HeadlessClient::showSocial(World &world, Cache &cache)
{
    const NotificationModel &model = m_session->notifications();
    for (int row = 0; row < model.rowCount(); ++row)
        world.merge(model.at(row));
    World kept(world.me());
    for (const Notification &notification : cache.entities().list<Notification>(u"notification"_s))
        kept.merge(notification);
    for (const Friendship &friendship : cache.entities().list<Friendship>(u"friend"_s)) {
        world.merge(friendship);
        kept.merge(friendship);
        const auto shown = m_session->friends().stateOf(friendship.friendId);
        if (shown != (friendship.removedAt ? std::nullopt : std::optional(friendship.state)))
            tellProblem(u"the friend %1 is shown as something else than is kept"_s.arg(friendship.friendId.value));
    }
    if (world.lines()[u"notifications"_s] != kept.lines()[u"notifications"_s])
        tellProblem(u"other notifications are shown than are kept"_s);
}

} // namespace rialto::chaos
