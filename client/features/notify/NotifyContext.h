#pragma once

#include <functional>

#include "base/Id.h"
#include "ui/ToastActions.h"

namespace rialto {

class AvatarPictures;
class MessagePreview;
class NotificationModel;

/// What the notifications' windows need of the signed-in account. All of it outlives them.
struct NotifyContext
{
    NotificationModel &notifications;
    AvatarPictures &avatars;
    std::function<QString(UserId)> personName;
    std::function<QString(RoomId)> roomTitle;
    std::function<void(RoomId, MessageId)> openRoom;    ///< Shows the room, at the message where there is one.
    std::function<void(RoomId, MessageId)> startAnswer; ///< The same, and begins an answer to the message.
    std::function<void(RoomId, const QString &text)> reply;
    std::function<MessagePreview *()> makePreview;   ///< The caller owns it.
    std::function<void(RoomId, MessageId)> markRead; ///< The room, up to that message.
    std::function<void(UserId, bool agree)> answerFriend;
    std::function<void(const QString &text, const QString &icon)> say; ///< A toast in the window.
    /// The same, with what can be done about it.
    std::function<void(const QString &text, const QString &icon, const ToastActions &)> tell;
    std::function<QString()> accountName; ///< Whose notifications they are, where there are several accounts; or empty.
    std::function<bool(RoomId)> isReading; ///< Whether the person looks at this room at this moment.
};

} // namespace rialto
