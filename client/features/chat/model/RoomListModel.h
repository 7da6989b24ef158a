#pragma once

#include "base/Clock.h"
#include "base/Error.h"
#include "protocol/Chat.h"

#include <QAbstractListModel>
#include <functional>

namespace rialto {

class ApiClient;
class ChatStore;

/// The rooms that one may see: first those one has pinned, then those one is a member of, then the other public ones;
/// each part with the newest activity first. The calls below go to the server at once and need a connection; offline
/// they answer Unavailable in words. `done` is called once, on the GUI thread, unless the model is gone by then; it may
/// be left empty. Lives on: the GUI thread.
class RoomListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Roles {
        IdRole = Qt::UserRole + 1, ///< qint64
        TitleRole,                 ///< QString; for direct rooms the other person's display name. Also DisplayRole.
        KindRole,                  ///< int, a Visibility
        JoinedRole,                ///< bool
        TopicRole,                 ///< QString
        PreviewRole,               ///< QString, one line of the newest message; empty when there is none
        PreviewAuthorRole,         ///< QString, who wrote it; empty when there is none
        PreviewOwnRole,            ///< bool, whether oneself wrote it
        LastTimeRole,              ///< qint64, epoch milliseconds of the newest message, else of the room's creation
        UnreadCountRole,           ///< int
        DraftRole,                 ///< QString, what was typed and not sent
        MyRoleRole,                ///< int, a MemberRole; -1 when not a member
        OtherUserIdRole,           ///< qint64, direct rooms: the other person; else 0
        MentionCountRole,          ///< int, those among the unread that address oneself
        MutedRole,                 ///< bool
        PinnedRole,                ///< bool, stands at the top
        ArchivedRole,              ///< bool, out of sight
        NotifyLevelRole,           ///< int, a NotifyLevel
    };

    template <typename T = void> using Done = std::function<void(Result<T>)>;

    RoomListModel(ChatStore &store, ApiClient &api, const Clock &clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// The row of a room, -1 when it is not in the list.
    int rowOf(RoomId id) const;
    RoomId idAt(int row) const;
    std::optional<Room> find(RoomId id) const;
    QString title(RoomId id) const;
    bool isJoined(RoomId id) const;
    /// Unread messages of all joined rooms; of muted ones only those that address oneself.
    int totalUnread() const;
    /// Rooms in which something was typed and not sent.
    int draftCount() const;
    /// The members of a room, as far as known; refreshed by events. Empty until they were fetched once.
    QList<Member> members(RoomId id) const;
    /// Likewise, and those who have left.
    QList<Member> membersEver(RoomId id) const;

    void createRoom(const QString &name, const QString &topic, Visibility visibility, Done<Room> done);
    void joinRoom(RoomId id, Done<> done);
    void leaveRoom(RoomId id, Done<> done);
    void openDirect(UserId other, Done<Room> done);
    /// Changes name and topic; a room that changed meanwhile answers Conflict with `current`.
    void changeRoom(RoomId id, const QString &name, const QString &topic, Done<Room> done);
    void addMember(RoomId id, UserId user, Done<> done);
    void setMemberRole(RoomId id, UserId user, MemberRole role, Done<> done);
    void removeMember(RoomId id, UserId user, Done<> done);
    void deleteRoom(RoomId id, Done<> done);
    /// What a message said before.
    void listRevisions(const Message &message, Done<Page<Revision>> done);

Q_SIGNALS:
    void totalUnreadChanged();
    /// members(id) changed.
    void membersChanged(rialto::RoomId id);
    /// The room is no longer visible to this person: deleted, or left and private.
    void roomGone(rialto::RoomId id);

private:
    struct Entry
    {
        RoomId id;
        bool joined = false;
        bool pinned = false;
        qint64 time = 0;
    };

    Entry entryOf(RoomId id) const;
    static bool comesBefore(const Entry &left, const Entry &right);
    int positionFor(const Entry &entry) const;
    void reload();
    void updateRoom(RoomId id);
    void removeRoom(RoomId id);
    void updateNames();
    QVariant previewData(RoomId id, int role) const;
    int moveTo(int row, const Entry &entry);
    void countUnread();
    template <typename T> void answerAfterEvents(const Result<T> &result, const Done<T> &done);
    template <Method Request> void change(const Request &request, const Done<Room> &done);
    template <Method Request> void perform(const Request &request, const Done<> &done);

    ChatStore &m_store;
    ApiClient &m_api;
    const Clock &m_clock;
    QList<Entry> m_entries;
    int m_totalUnread = 0;
};

} // namespace rialto
