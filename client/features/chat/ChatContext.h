#pragma once

#include <functional>
#include <memory>

#include "protocol/People.h"
#include "ui/LinkCard.h"
#include "ui/ToastActions.h"

class QWidget;

namespace rialto {

class AvatarPictures;
class ChatWriter;
class DownloadBook;
class LinkStatus;
class MarkWriter;
class MessageModel;
class PictureStore;
class PinBook;
class Places;
class PresenceBook;
class RoomExport;
class RoomListModel;
class SearchModel;
class ServerLinks;
class Spelling;
class TypingBook;
class UiSettings;

/// Asks for one or more people; none when cancelled. `without` are not offered.
using PeoplePicker = std::function<QList<UserId>(QWidget *parent, const QString &title, const QString &action,
                                                 const QList<UserId> &without)>;

/// What the chat's pages need of the signed-in account. All of it outlives them.
struct ChatContext
{
    RoomListModel &rooms;
    ChatWriter &writer;
    MarkWriter &marks;
    UiSettings &settings;
    Spelling &spelling;
    Places &places;
    SearchModel &search;
    PictureStore &pictures;
    DownloadBook &downloads;
    AvatarPictures &avatars;
    QString uploadFolder; ///< Where pasted pictures are kept until they are sent.
    PinBook &pins;
    PresenceBook &presence;
    TypingBook &typing;
    const LinkStatus &link;
    const ServerLinks &links;
    std::function<User()> me;
    std::function<MessageModel *(RoomId)> openRoom;                    ///< The account owns the model.
    std::function<std::unique_ptr<MessageModel>(RoomId)> makeMessages; ///< Another one, for whoever looks on.
    std::function<std::unique_ptr<SearchModel>()> makeSearch;          ///< Another one than `search`.
    std::function<void(RoomId)> closeRoom; ///< Gives the model back; the next openRoom() makes a new one.
    std::function<RoomExport *(RoomId, const QString &path)> exportRoom; ///< The caller owns it.
    std::function<qint64()> largestFile; ///< Bytes that the server takes of one file; 0 while that is not known.
    std::function<void()> retryConnection;
    PeoplePicker pickPeople;
    /// Shows everybody, friends first; `write` is called when one wants to write to somebody.
    std::function<void(QWidget *parent, std::function<void(UserId)> write)> showPeople;
    std::function<QList<User>()> people;               ///< Everybody whose account lives, closed ones too.
    std::function<std::optional<User>(UserId)> person; ///< What is known of somebody.
    std::function<std::optional<User>(const QString &)> personNamed; ///< By account name, whatever its case.
    /// Shows who somebody is; `write` is called when one wants to write to them.
    std::function<void(QWidget *parent, UserId person, std::function<void(UserId)> write)> showPerson;
    // What links lead to besides rooms and messages.
    std::function<std::optional<LinkCard>(const QUrl &)> card;
    std::function<QList<LinkTarget>(const QString &typed, int atMost)> findTargets;
    std::function<bool(const QUrl &)> openTarget;    ///< False when it is none of these.
    std::function<void(const QUrl &)> openElsewhere; ///< A link to another server than this account's.
    std::function<void(const QString &text, const QString &icon)> say; ///< A toast.
    /// The same, with what can be done about it.
    std::function<void(const QString &text, const QString &icon, const ToastActions &)> tell;
};

} // namespace rialto
