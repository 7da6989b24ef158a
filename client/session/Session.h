#pragma once

#include "base/Clock.h"
#include "net/LinkState.h"
#include "net/Profile.h"
#include "protocol/Chat.h"

#include <QObject>
#include <QTimer>
#include <memory>

namespace rialto {

class AccountBook;
class ChatWriter;
class FileLink;
class FriendBook;
class MarkWriter;
class MessageModel;
class NotificationModel;
class PeopleModel;
class PinBook;
class PresenceBook;
class ProductModel;
class RoomExport;
class RoomListModel;
class SearchModel;
class ServerLinks;
class TypingBook;
class UserDirectory;

/// One signed-in account on one server and everything of it: connection, cache, outbox, models.
///
/// The constructor opens the cache, so the models show what was known last before anything is sent; start() begins to
/// connect. Lives on: the GUI thread, with all it owns; every query of the cache is short.
class Session : public QObject
{
    Q_OBJECT

public:
    /// `profile` and `clock` must outlive the session.
    Session(Profile &profile, const StoredAccount &account, const Clock &clock, QObject *parent = nullptr);
    ~Session() override;

    /// Connects, and from then on stays connected or tries to.
    void start();

    LinkState linkState() const;
    /// When the next attempt to connect comes (wall clock, epoch milliseconds); 0 when none is waiting.
    qint64 retryAtMs() const;
    /// Why there is no connection, in words to show; empty when there is nothing to say.
    QString linkError() const;
    /// Bytes of the largest file that the server takes, as it said last; 0 when it never did.
    qint64 largestFile() const;
    /// Attempts to connect now, whatever the countdown says.
    void retryNow();

    /// The person who is signed in.
    User me() const;
    /// What the profile keeps of this account.
    StoredAccount stored() const;
    /// What the server calls its own version; empty until it was reached.
    QString serverVersion() const;
    /// `host:port`, to show.
    QString serverName() const;
    /// How what is on this server is linked to.
    const ServerLinks &links() const;
    ServerAddress server() const;

    /// What went wrong with the local copy of the data when it was opened, in words to show; empty when nothing did.
    QString cacheProblem() const;

    /// How many writes wait for the server or were refused; signing out would lose these.
    int unsentCount() const;
    /// Ends the session here and, when it can be reached, on the server; forgets tokens and cache of this account.
    /// Emits signedOut with an empty message.
    void signOut();

    RoomListModel &rooms();
    ChatWriter &chatWriter();
    MarkWriter &markWriter();
    SearchModel &search();
    /// Another one, for whoever looks for something of its own; it must not outlive the session.
    std::unique_ptr<SearchModel> makeSearch();
    ProductModel &products();
    const UserDirectory &directory() const;
    PeopleModel &people();
    AccountBook &account();
    FriendBook &friends();
    NotificationModel &notifications();
    PresenceBook &presence();
    TypingBook &typing();
    PinBook &pins();
    /// Ready to be started; the caller owns it.
    RoomExport *exportRoom(RoomId id, const QString &path);
    FileLink &files();
    /// A folder for this account's files; goes with the cache.
    QString fileFolder() const;
    /// In it, what waits to be sent and is nowhere else.
    QString uploadFolder() const;
    /// The timeline of a room; the same object until closeRoom(). Null for a room that is not known.
    MessageModel *openRoom(RoomId id);
    /// One of its own for the caller. Null for a room that is not known.
    std::unique_ptr<MessageModel> makeMessages(RoomId id);
    /// Gives the timeline's memory back; the model is deleted.
    void closeRoom(RoomId id);

    /// For tests: cuts the connection as a pulled cable would.
    void unplug();

Q_SIGNALS:
    /// linkState, retryAtMs, linkError or unsentCount changed.
    void linkChanged();
    /// What messages carried is no longer there for this account: copies of it must go.
    void filesGone(const QList<rialto::FileId> &files);
    /// me() changed: another name or role.
    void meChanged();
    /// The session has ended: by signOut() (empty message) or because the server ended it (the reason in words).
    void signedOut(const rialto::Error &reason);
    /// The server shows another certificate than the one that was trusted; nothing is sent to it. Hexadecimal SHA-256.
    void certificateChanged(const QString &known, const QString &presented);

private:
    struct Parts;

    void linkMoved();
    void countUnsent();
    void reportCertificate(const QSslCertificate &presented);
    void sessionEnded(const Error &reason);
    void finishSignOut();

    std::unique_ptr<Parts> m_parts;
    QTimer m_signOutLimit;
};

} // namespace rialto
