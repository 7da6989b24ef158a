#include "features/chat/model/RoomListModel.h"

#include "features/chat/model/ChatStore.h"
#include "markdown/RichText.h"
#include "net/ApiClient.h"
#include "net/ClientId.h"
#include "protocol/Session.h"

using namespace Qt::StringLiterals;

namespace rialto {

RoomListModel::RoomListModel(ChatStore &store, ApiClient &api, const Clock &clock, QObject *parent)
    : QAbstractListModel(parent), m_store(store), m_api(api), m_clock(clock)
{
    connect(&m_store, &ChatStore::roomChanged, this, &RoomListModel::updateRoom);
    connect(&m_store, &ChatStore::roomGone, this, &RoomListModel::removeRoom);
    connect(&m_store, &ChatStore::membersChanged, this, &RoomListModel::membersChanged);
    connect(&m_store.directory(), &UserDirectory::userChanged, this, &RoomListModel::updateNames);
    reload();
}

void RoomListModel::reload()
{
    const QList<RoomId> rooms = m_store.visibleRooms();
    for (const RoomId room : rooms)
        m_entries.append(entryOf(room));
    std::sort(m_entries.begin(), m_entries.end(), comesBefore);
    countUnread();
}

RoomListModel::Entry RoomListModel::entryOf(RoomId id) const
{
    const RoomState *const state = m_store.find(id);
    if (!state)
        return {id, false, false, 0};
    return {id, state->membership.has_value(), m_store.wishes(id).pinned,
            state->newest ? state->newest->createdAt : state->room.createdAt};
}

bool RoomListModel::comesBefore(const Entry &left, const Entry &right)
{
    return std::tuple(!left.joined, !left.pinned, -left.time, left.id) <
           std::tuple(!right.joined, !right.pinned, -right.time, right.id);
}

int RoomListModel::positionFor(const Entry &entry) const
{
    return static_cast<int>(std::lower_bound(m_entries.begin(), m_entries.end(), entry, comesBefore) -
                            m_entries.begin());
}

int RoomListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant RoomListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries.at(index.row());
    const RoomState *const state = m_store.find(entry.id);
    if (!state)
        return {};
    switch (role) {
    case IdRole:
        return entry.id.value;
    case Qt::DisplayRole:
    case TitleRole:
        return m_store.title(entry.id);
    case KindRole:
        return static_cast<int>(state->room.visibility);
    case JoinedRole:
        return entry.joined;
    case TopicRole:
        return state->room.topic;
    case LastTimeRole:
        return entry.time;
    case UnreadCountRole:
        return state->unread;
    case DraftRole:
        return state->draft;
    case MyRoleRole:
        return state->membership ? static_cast<int>(state->membership->role) : -1;
    case OtherUserIdRole:
        return m_store.otherPerson(state->room).value;
    case MentionCountRole:
        return state->mentions;
    case MutedRole:
        return m_store.wishes(entry.id).muted;
    case PinnedRole:
        return m_store.wishes(entry.id).pinned;
    case ArchivedRole:
        return m_store.wishes(entry.id).archived;
    case NotifyLevelRole:
        return static_cast<int>(m_store.wishes(entry.id).notifyLevel);
    default:
        return previewData(entry.id, role);
    }
}

QVariant RoomListModel::previewData(RoomId id, int role) const
{
    const RoomState *const state = m_store.find(id);
    const std::optional<Message> &newest = state->newest;
    constexpr int kPreviewLength = 200;
    switch (role) {
    case PreviewRole:
        return newest ? previewText(*newest, kPreviewLength) : QString();
    case PreviewAuthorRole:
        return newest ? m_store.directory().displayName(newest->authorId) : QString();
    case PreviewOwnRole:
        return newest && newest->authorId == m_store.me();
    default:
        return {};
    }
}

QHash<int, QByteArray> RoomListModel::roleNames() const
{
    return {{IdRole, "id"},
            {TitleRole, "title"},
            {KindRole, "kind"},
            {JoinedRole, "joined"},
            {TopicRole, "topic"},
            {PreviewRole, "preview"},
            {PreviewAuthorRole, "previewAuthor"},
            {PreviewOwnRole, "previewOwn"},
            {LastTimeRole, "lastTime"},
            {UnreadCountRole, "unreadCount"},
            {DraftRole, "draft"},
            {MyRoleRole, "myRole"},
            {OtherUserIdRole, "otherUserId"},
            {MentionCountRole, "mentionCount"},
            {MutedRole, "muted"},
            {PinnedRole, "pinned"},
            {ArchivedRole, "archived"},
            {NotifyLevelRole, "notifyLevel"}};
}

int RoomListModel::rowOf(RoomId id) const
{
    for (int row = 0; row < m_entries.size(); ++row) {
        if (m_entries.at(row).id == id)
            return row;
    }
    return -1;
}

RoomId RoomListModel::idAt(int row) const
{
    return m_entries.at(row).id;
}

std::optional<Room> RoomListModel::find(RoomId id) const
{
    return m_store.isVisible(id) ? std::optional(m_store.find(id)->room) : std::nullopt;
}

QString RoomListModel::title(RoomId id) const
{
    return m_store.title(id);
}

bool RoomListModel::isJoined(RoomId id) const
{
    return m_store.isJoined(id);
}

int RoomListModel::totalUnread() const
{
    return m_totalUnread;
}

int RoomListModel::draftCount() const
{
    int count = 0;
    for (int row = 0; row < rowCount(); ++row)
        count += index(row, 0).data(DraftRole).toString().trimmed().isEmpty() ? 0 : 1;
    return count;
}

QList<Member> RoomListModel::members(RoomId id) const
{
    return m_store.members(id);
}

QList<Member> RoomListModel::membersEver(RoomId id) const
{
    return m_store.membersEver(id);
}

void RoomListModel::updateRoom(RoomId id)
{
    if (!m_store.isVisible(id)) {
        removeRoom(id);
        return;
    }
    const Entry entry = entryOf(id);
    int row = rowOf(id);
    if (row < 0) {
        row = positionFor(entry);
        beginInsertRows({}, row, row);
        m_entries.insert(row, entry);
        endInsertRows();
    } else {
        row = moveTo(row, entry);
        Q_EMIT dataChanged(index(row), index(row));
    }
    countUnread();
}

// The list without the row is sorted; qt counts the target as if the row were still there.
int RoomListModel::moveTo(int row, const Entry &entry)
{
    QList<Entry> others = m_entries;
    others.removeAt(row);
    const auto found = std::lower_bound(others.begin(), others.end(), entry, comesBefore);
    const int target = static_cast<int>(found - others.begin());
    if (target == row) {
        m_entries[row] = entry;
        return row;
    }
    beginMoveRows({}, row, row, {}, target > row ? target + 1 : target);
    others.insert(target, entry);
    m_entries = others;
    endMoveRows();
    return target;
}

void RoomListModel::removeRoom(RoomId id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_entries.removeAt(row);
    endRemoveRows();
    countUnread();
    Q_EMIT roomGone(id);
}

void RoomListModel::updateNames()
{
    if (!m_entries.isEmpty())
        Q_EMIT dataChanged(index(0), index(static_cast<int>(m_entries.size()) - 1),
                           {Qt::DisplayRole, TitleRole, PreviewAuthorRole});
}

void RoomListModel::countUnread()
{
    int total = 0;
    for (const Entry &entry : std::as_const(m_entries)) {
        const RoomState *const state = m_store.find(entry.id);
        const Membership wishes = m_store.wishes(entry.id);
        total += state && !wishes.muted ? state->unread : state ? state->mentions : 0;
    }
    if (std::exchange(m_totalUnread, total) != total)
        Q_EMIT totalUnreadChanged();
}

// The pong comes behind the events of what was just done: then the models show it.
template <typename T> void RoomListModel::answerAfterEvents(const Result<T> &result, const Done<T> &done)
{
    if (!done)
        return;
    if (!result) {
        done(result);
        return;
    }
    m_api.call(Ping{}, this, [result, done](const Result<Pong> &) { done(result); });
}

template <Method Request> void RoomListModel::change(const Request &request, const Done<Room> &done)
{
    m_api.call(request, this, [this, done](const Result<Room> &room) {
        if (room)
            m_store.apply(*room);
        answerAfterEvents(room, done);
    });
}

template <Method Request> void RoomListModel::perform(const Request &request, const Done<> &done)
{
    m_api.call(request, this, [this, done](const Result<typename Request::Reply> &reply) {
        answerAfterEvents(reply ? Result<>() : Result<>(tl::unexpected(reply.error())), done);
    });
}

void RoomListModel::createRoom(const QString &name, const QString &topic, Visibility visibility, Done<Room> done)
{
    change(CreateRoom{makeClientId(m_clock), name, topic, visibility}, done);
}

void RoomListModel::joinRoom(RoomId id, Done<> done)
{
    perform(PutMember{id, m_store.me(), std::nullopt, {}}, done);
}

void RoomListModel::leaveRoom(RoomId id, Done<> done)
{
    perform(RemoveMember{id, m_store.me(), {}}, done);
}

void RoomListModel::openDirect(UserId other, Done<Room> done)
{
    change(OpenDirectRoom{other, {}}, done);
}

void RoomListModel::changeRoom(RoomId id, const QString &name, const QString &topic, Done<Room> done)
{
    const RoomState *const state = m_store.find(id);
    const std::optional<qint64> base = state ? std::optional(state->room.version) : std::nullopt;
    change(ChangeRoom{id, makeClientId(m_clock), base, name, topic}, done);
}

void RoomListModel::addMember(RoomId id, UserId user, Done<> done)
{
    perform(PutMember{id, user, std::nullopt, {}}, done);
}

void RoomListModel::setMemberRole(RoomId id, UserId user, MemberRole role, Done<> done)
{
    perform(PutMember{id, user, role, {}}, done);
}

void RoomListModel::removeMember(RoomId id, UserId user, Done<> done)
{
    perform(RemoveMember{id, user, {}}, done);
}

void RoomListModel::deleteRoom(RoomId id, Done<> done)
{
    perform(DeleteRoom{id, std::nullopt, {}}, done);
}

void RoomListModel::listRevisions(const Message &message, Done<Page<Revision>> done)
{
    ListRevisions request;
    request.roomId = message.roomId;
    request.messageId = message.id;
    m_api.call(request, this, done);
}

} // namespace rialto
