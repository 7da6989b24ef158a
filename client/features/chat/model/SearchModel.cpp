#include "features/chat/model/SearchModel.h"

#include "features/chat/model/ChatStore.h"
#include "markdown/RichText.h"
#include "net/ApiClient.h"
#include "net/LinkStatus.h"
#include "text/Searched.h"

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

constexpr int kShown = 2000; ///< Characters of a text, of which a row shows two lines.

bool isNewer(const Message &left, const Message &right)
{
    return left.id > right.id;
}

QStringList fileNames(const Message &message)
{
    QStringList names;
    for (const Attachment &one : message.attachments)
        names.append(one.name);
    return names;
}

} // namespace

SearchModel::SearchModel(ChatStore &store, ApiClient &api, LinkStatus &link, QObject *parent)
    : QAbstractListModel(parent), m_store(store), m_api(api), m_link(link)
{
    connect(&m_store, &ChatStore::messageChanged, this, &SearchModel::messageChanged);
    connect(&m_store, &ChatStore::unknownChanged, this, &SearchModel::messageChanged);
    connect(&m_store, &ChatStore::historyChanged, this, &SearchModel::historyChanged);
    connect(&m_store, &ChatStore::roomGone, this, &SearchModel::removeRoom);
    connect(&m_store.directory(), &UserDirectory::userChanged, this, &SearchModel::namesChanged);
    connect(&m_link, &LinkStatus::onlineChanged, this, &SearchModel::linkChanged);
}

int SearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_found.size());
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Message &message = m_found.at(index.row());
    switch (role) {
    case IdRole:
        return message.id.value;
    case RoomIdRole:
        return message.roomId.value;
    case RoomTitleRole:
        return m_store.title(message.roomId);
    case AuthorIdRole:
        return message.authorId.value;
    case AuthorNameRole:
        return m_store.directory().displayName(message.authorId);
    case Qt::DisplayRole:
    case TextRole: // As a list shows it: no markup, and nothing that its author hid.
        return previewText(message.text, kShown);
    case FileNamesRole:
        return fileNames(message);
    case TimeRole:
        return message.createdAt;
    case Qt::AccessibleTextRole:
        return wordsFor(message);
    default:
        return {};
    }
}

/// What a screen reader says of a row.
QString SearchModel::wordsFor(const Message &message) const
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(message.createdAt);
    QStringList words{m_store.directory().displayName(message.authorId), m_store.title(message.roomId),
                      QLocale().toString(time, QLocale::ShortFormat), previewText(message.text, kShown)};
    words.removeAll(QString());
    return (words + fileNames(message)).join(u", "_s);
}

QHash<int, QByteArray> SearchModel::roleNames() const
{
    return {{IdRole, "id"},
            {RoomIdRole, "roomId"},
            {RoomTitleRole, "roomTitle"},
            {AuthorIdRole, "authorId"},
            {AuthorNameRole, "authorName"},
            {TextRole, "text"},
            {FileNamesRole, "fileNames"},
            {TimeRole, "time"}};
}

void SearchModel::clear()
{
    ++m_generation;
    beginResetModel();
    m_found.clear();
    endResetModel();
    m_query = {};
    m_problem.reset();
    m_error.reset();
    m_cursor.clear();
    m_before = MessageId{Rules::kMaximumInteger};
    m_isMore = m_isAsking = m_fromCache = m_isCut = false;
    setState(State::Idle);
}

// What was found in the cache alone is looked for again where everything is.
void SearchModel::linkChanged()
{
    if (!m_link.isOnline() || m_state == State::Idle)
        return;
    if (m_fromCache) {
        search(QString(m_text), m_room);
    } else if (std::exchange(m_isCut, false)) {
        m_error.reset();
        setState(State::Searching);
        askNext();
    }
}

void SearchModel::historyChanged(RoomId room)
{
    if (m_followsNew && m_state != State::Idle && room == m_room)
        search(QString(m_text), m_room);
}

void SearchModel::namesChanged()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {AuthorNameRole, RoomTitleRole, Qt::AccessibleTextRole});
}

void SearchModel::search(const QString &text, RoomId room)
{
    m_text = text;
    m_room = room;
    clear();
    if (text.trimmed().isEmpty())
        return;
    const auto query = SearchQuery::parse(text, QTimeZone::systemTimeZone());
    if (!query) {
        m_problem = query.error();
        setState(State::Refused);
        return;
    }
    m_query = *query;
    m_isMore = true;
    m_fromCache = !m_link.isOnline();
    setState(State::Searching);
    m_wanted = kPageRows;
    askNext();
}

bool SearchModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_isMore && !m_isAsking && !m_isCut;
}

void SearchModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_wanted = rowCount() + kPageRows;
    askNext();
}

// Pages may be short and go on all the same.
void SearchModel::askNext()
{
    if (!m_isMore || rowCount() >= m_wanted) {
        setState(State::Done);
        return;
    }
    m_isAsking = true;
    if (m_fromCache)
        askCache();
    else
        askServer();
}

void SearchModel::askServer()
{
    SearchMessages request;
    request.q = m_query.toText();
    request.limit = kPageRows;
    request.before = m_cursor;
    if (m_room.isValid())
        request.roomId = m_room;
    m_api.call(request, this, [this, generation = m_generation](const Result<Page<Message>> &page) {
        if (generation == m_generation)
            arrived(page);
    });
}

void SearchModel::arrived(const Result<Page<Message>> &page)
{
    m_isAsking = false;
    if (page) {
        m_cursor = page->nextCursor.value_or(QString());
        m_isMore = page->nextCursor.has_value();
        append(page->items);
        askNext();
        return;
    }
    const bool isUnreachable = page.error().code == ErrorCode::Unavailable;
    if (isUnreachable && m_found.isEmpty()) {
        m_fromCache = true;
        askNext();
        return;
    }
    // What was found stays, and goes on when the connection is back.
    m_isCut = isUnreachable;
    m_isMore = isUnreachable;
    m_error = page.error();
    setState(State::Refused);
}

/// Pages come newest first, each behind the last; what was found as it came may stand in them once more.
void SearchModel::append(QList<Message> messages)
{
    messages.removeIf([this](const Message &message) { return findRow(message.id) >= 0; });
    if (messages.isEmpty())
        return;
    const int first = rowCount();
    if (first > 0 && m_found.constLast().id < messages.constFirst().id) {
        beginResetModel();
        m_found += messages;
        std::sort(m_found.begin(), m_found.end(), isNewer);
        endResetModel();
        return;
    }
    beginInsertRows({}, first, first + static_cast<int>(messages.size()) - 1);
    m_found += messages;
    endInsertRows();
}

int SearchModel::findRow(MessageId id) const
{
    const auto found = std::find_if(m_found.begin(), m_found.end(), [id](const Message &one) { return one.id == id; });
    return found == m_found.end() ? -1 : static_cast<int>(found - m_found.begin());
}

void SearchModel::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

void SearchModel::messageChanged(const Message &message)
{
    const int row = findRow(message.id);
    const bool fits = !message.deletedAt && m_query.matches(searchedOf(message), message.createdAt);
    if (row < 0) {
        if (fits && m_followsNew && m_state != State::Idle && message.roomId == m_room)
            insertNew(message);
        return;
    }
    if (!fits) {
        removeAt(row);
        return;
    }
    m_found[row] = message;
    Q_EMIT dataChanged(index(row), index(row));
}

/// Only among those that were found; what is older comes with its page.
void SearchModel::insertNew(const Message &message)
{
    const auto place = std::lower_bound(m_found.begin(), m_found.end(), message, isNewer);
    if (place == m_found.end() && m_isMore && !m_found.isEmpty())
        return;
    const int row = static_cast<int>(place - m_found.begin());
    beginInsertRows({}, row, row);
    m_found.insert(row, message);
    endInsertRows();
}

void SearchModel::removeRoom(RoomId room)
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (m_found.at(row).roomId == room)
            removeAt(row);
    }
}

void SearchModel::removeAt(int row)
{
    beginRemoveRows({}, row, row);
    m_found.remove(row);
    endRemoveRows();
}

} // namespace rialto
