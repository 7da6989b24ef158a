#pragma once

#include "core/Directory.h"
#include "core/RoomDirectory.h"
#include "core/Signals.h"
#include "features/notify/NotificationStore.h"
#include "protocol/Chat.h"
#include "protocol/Friends.h"

namespace rialto {

/// Makes notifications of what happens, and lets people read and remove their own. What happens often from the same
/// place is one notification with a count until it is read; what comes while a person does not want to be disturbed is
/// silent, unless it is critical.
class NotifyService
{
public:
    /// How long a notification is kept that nothing happens to.
    static constexpr qint64 kKeptMs = 90LL * 24 * 60 * 60 * 1000;

    NotifyService(Directory &people, RoomDirectory &rooms);

    Result<Page<Notification>> list(ReadContext &context, const ListNotifications &request);
    Result<Notification> change(WriteContext &context, const ChangeNotification &request);
    Result<Nothing> remove(WriteContext &context, const RemoveNotification &request);
    Result<NotificationsRead> readAll(WriteContext &context, const ReadAllNotifications &request);

    // Called while these events and signals are told, in the same transaction.
    void messagePosted(WriteContext &context, const Message &message);
    void messageReworded(WriteContext &context, const MessageReworded &change);
    void messageErased(WriteContext &context, const Message &message);
    void reactionAdded(WriteContext &context, const ReactionAdded &reaction);
    void membershipAdded(WriteContext &context, const Membership &membership);
    void membershipChanged(WriteContext &context, const Membership &membership);
    void membershipRemoved(WriteContext &context, const Membership &membership);
    void memberChanged(WriteContext &context, const Member &member);
    void accountChanged(WriteContext &context, const Account &account);
    void friendChanged(WriteContext &context, const Friendship &friendship);

    void releaseAccount(WriteContext &context, UserId user);

private:
    static qint64 nextVersion(const WriteContext &context);
    bool post(WriteContext &context, Notice notice);
    bool isWanted(WriteContext &context, const Notice &notice, bool &silent);
    void postMentions(WriteContext &context, const Message &message, const QList<UserId> &called);
    /// Whom the message answers.
    std::optional<UserId> postReply(WriteContext &context, const Message &message);
    void uncount(WriteContext &context, OwnedNotification owned, MessageId erased);
    void recordChange(WriteContext &context, UserId user, const Notification &notification);
    void erase(WriteContext &context, UserId user, const Notification &notification);
    void endRequest(WriteContext &context, const Friendship &friendship);

    Directory &m_people;
    RoomDirectory &m_rooms;
};

} // namespace rialto
