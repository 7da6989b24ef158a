#include "features/chat/model/MessageModel.h"

#include "features/chat/model/ChatFetcher.h"
#include "features/chat/model/ChatStore.h"
#include "features/chat/model/ChatWriter.h"
#include "features/chat/model/UploadQueue.h"
#include "net/LinkStatus.h"

using namespace Qt::StringLiterals;

namespace rialto {

MessageModel::MessageModel(RoomId room, const Parts &parts, QObject *parent)
    : QAbstractListModel(parent),
      m_room(room),
      m_store(parts.store),
      m_fetcher(parts.fetcher),
      m_opener(&parts.fetcher),
      m_writer(parts.writer),
      m_marks(parts.marks),
      m_readAtOpening(parts.store.lastRead(room))
{
    m_others = others();
    listen();
    reloadWindow();
    m_fetcher.openRoom(m_room);
}

MessageModel::~MessageModel()
{
    if (m_opener)
        m_opener->closeRoom(m_room);
}

void MessageModel::listen()
{
    connect(&m_store, &ChatStore::messageChanged, this, &MessageModel::applyMessage);
    connect(&m_store, &ChatStore::roomGone, this, &MessageModel::vanish);
    connect(&m_store, &ChatStore::historyChanged, this, [this](RoomId room) {
        if (room == m_room && !m_isIsland)
            reloadMissed();
    });
    connect(&m_store, &ChatStore::membersChanged, this, &MessageModel::refreshReaders);
    connect(&m_store, &ChatStore::roomChanged, this, [this](RoomId room) {
        if (room != m_room)
            return;
        Q_EMIT accessChanged();
        Q_EMIT unseenChanged();
    });
    connect(&m_store.directory(), &UserDirectory::userChanged, this, &MessageModel::refreshNames);
    connect(&m_writer.outbox(), &Outbox::changed, this, &MessageModel::refreshSubject);
    connect(&m_fetcher.link(), &LinkStatus::onlineChanged, this, &MessageModel::linkChanged);
    if (m_writer.uploads())
        connect(m_writer.uploads(), &UploadQueue::progressed, this,
                [this](const QString &clientId) { refreshSubject(ChatWriter::subjectOf(clientId)); });
}

int MessageModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant MessageModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TimelineRow &row = m_rows.at(index.row());
    switch (role) {
    case IdRole:
        return row.message.id.value;
    case ClientIdRole:
        return row.message.clientId;
    case AuthorIdRole:
        return row.message.authorId.value;
    case AuthorNameRole:
        return authorName(index.row());
    case Qt::DisplayRole:
    case TextRole:
        return row.message.text;
    case TimeRole:
        return row.message.createdAt;
    case EditedRole:
        return row.message.editedAt.has_value();
    case DeletedRole:
        return row.message.deletedAt.has_value();
    case OwnRole:
        return row.own;
    case StateRole:
        return static_cast<int>(row.state);
    default:
        return {};
    }
}

QHash<int, QByteArray> MessageModel::roleNames() const
{
    return {
        {IdRole, "id"},     {ClientIdRole, "clientId"}, {AuthorIdRole, "authorId"}, {AuthorNameRole, "authorName"},
        {TextRole, "text"}, {TimeRole, "time"},         {EditedRole, "edited"},     {DeletedRole, "deleted"},
        {OwnRole, "own"},   {StateRole, "state"},
    };
}

QString MessageModel::authorName(int row) const
{
    return m_store.directory().displayName(m_rows.at(row).message.authorId);
}

int MessageModel::storedPosition(MessageId id) const
{
    const auto end = m_rows.begin() + storedCount();
    const auto found = std::lower_bound(
        m_rows.begin(), end, id, [](const TimelineRow &row, MessageId wanted) { return row.message.id < wanted; });
    return static_cast<int>(found - m_rows.begin());
}

int MessageModel::rowOf(MessageId id) const
{
    const int position = storedPosition(id);
    return id.isValid() && position < storedCount() && m_rows.at(position).message.id == id ? position : -1;
}

int MessageModel::rowOf(const QString &clientId) const
{
    for (qsizetype row = m_rows.size() - 1; row >= 0; --row) {
        if (m_rows.at(row).own && m_rows.at(row).message.clientId == clientId)
            return static_cast<int>(row);
    }
    return -1;
}

int MessageModel::rowOf(const Message &known) const
{
    if (known.roomId != m_room)
        return -1;
    return known.id.isValid() ? rowOf(known.id) : rowOf(known.clientId);
}

MessageId MessageModel::oldestId() const
{
    return storedCount() > 0 ? m_rows.first().message.id : MessageId{};
}

MessageId MessageModel::newestId() const
{
    return storedCount() > 0 ? m_rows.at(storedCount() - 1).message.id : MessageId{};
}

// What lies below the floor may have gaps; it is shown only when nothing better can be had.
MessageId MessageModel::floor() const
{
    const HistoryWindow window = m_store.messages().window(m_room);
    return m_fetcher.link().isOnline() && window.isKnown() ? window.floor : MessageId{};
}

QList<Message> MessageModel::olderInCache(int limit) const
{
    return m_store.messages().older(m_room, oldestId(), floor(), limit);
}

void MessageModel::reloadWindow()
{
    const bool wasAtEnd = m_atEnd;
    const int wanted = m_atEnd ? std::max(kPageRows, storedCount()) : kPageRows;
    const QList<Message> messages = m_store.messages().older(m_room, {}, floor(), wanted);
    const auto isShown = [](const TimelineRow &row, const Message &message) {
        return row.message.id == message.id && row.message.version == message.version;
    };
    const auto end = m_rows.begin() + storedCount();
    if (!m_atEnd || !std::equal(m_rows.begin(), end, messages.begin(), messages.end(), isShown))
        resetTo(messages);
    refreshUnsent();
    findFirstUnread();
    updateEdges();
    if (!wasAtEnd)
        Q_EMIT edgesChanged();
}

void MessageModel::reloadMissed()
{
    Q_EMIT reloading();
    reloadWindow();
    Q_EMIT reloaded();
}

void MessageModel::resetTo(const QList<Message> &messages)
{
    beginResetModel();
    m_rows.clear();
    m_unsent = 0;
    m_atEnd = true;
    m_isIsland = false;
    for (const Message &message : messages)
        m_rows.append(rowFor(message));
    endResetModel();
}

void MessageModel::applyMessage(const Message &message)
{
    if (message.roomId != m_room)
        return;
    refreshQuotesOf(message);
    const int row = rowOf(message.id);
    if (row >= 0)
        refreshRow(row, rowFor(message));
    else if (storedCount() == 0 || message.id > oldestId())
        placeMessage(message);
    updateEdges();
}

void MessageModel::placeMessage(const Message &message)
{
    const int position = storedPosition(message.id);
    if (!m_atEnd && position == storedCount())
        return;
    const int echo = rowOf(message.clientId);
    const bool isEcho = echo >= storedCount() && message.authorId == m_store.me();
    if (isEcho && echo == position) {
        --m_unsent;
        refreshRow(position, rowFor(message));
        return;
    }
    if (isEcho) {
        --m_unsent;
        removeRowsAt(echo, echo);
    }
    insertRowAt(position, rowFor(message));
    if (storedCount() > kMaximumRows)
        trimTop();
}

void MessageModel::refreshRow(int row, TimelineRow next)
{
    m_rows[row] = std::move(next);
    Q_EMIT dataChanged(index(row), index(row));
}

void MessageModel::insertRowAt(int position, const TimelineRow &row)
{
    beginInsertRows({}, position, position);
    m_rows.insert(position, row);
    endInsertRows();
}

void MessageModel::removeRowsAt(int first, int last)
{
    beginRemoveRows({}, first, last);
    m_rows.remove(first, last - first + 1);
    endRemoveRows();
}

// Makes the rows of the unsent messages those of the outbox: puts in what is missing, takes out what has left. With a
// thousand unsent messages this runs for each of them, so what stays is not touched.
void MessageModel::refreshUnsent()
{
    const QList<OutboxItem> items = m_atEnd ? m_writer.unsent(m_room) : QList<OutboxItem>();
    int row = storedCount();
    for (const OutboxItem &item : items) {
        while (row < m_rows.size() && m_rows.at(row).message.clientId != item.clientId) {
            --m_unsent;
            removeRowsAt(row, row);
        }
        if (row == m_rows.size()) {
            ++m_unsent;
            insertRowAt(row, rowFor(item));
        }
        ++row;
    }
    while (row < m_rows.size()) {
        --m_unsent;
        removeRowsAt(static_cast<int>(m_rows.size()) - 1, static_cast<int>(m_rows.size()) - 1);
    }
}

void MessageModel::linkChanged()
{
    // Back online: what was shown from below the floor has to be fetched again.
    if (!m_isIsland && floor().isValid() && oldestId() < floor())
        reloadMissed();
    updateEdges();
    Q_EMIT accessChanged();
}

void MessageModel::vanish(RoomId room)
{
    if (room != m_room)
        return;
    beginResetModel();
    m_rows.clear();
    m_unsent = 0;
    endResetModel();
    updateEdges();
    Q_EMIT accessChanged();
    Q_EMIT roomGone();
}

} // namespace rialto
