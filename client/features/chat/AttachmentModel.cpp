#include "features/chat/AttachmentModel.h"

#include "features/chat/AttachmentBlock.h"
#include "ui/TimeText.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int pageRows = 30;

} // namespace

bool AttachmentModel::Row::operator==(const Row &other) const
{
    return message == other.message && file.fileId == other.file.fileId && file.name == other.file.name &&
           author == other.author;
}

AttachmentModel::AttachmentModel(std::unique_ptr<SearchModel> messages, Kind kind, QObject *parent)
    : QAbstractListModel(parent), m_messages(std::move(messages)), m_kind(kind)
{
    m_messages->followNew();
    connect(m_messages.get(), &QAbstractItemModel::modelReset, this, &AttachmentModel::follow);
    connect(m_messages.get(), &QAbstractItemModel::rowsInserted, this, &AttachmentModel::follow);
    connect(m_messages.get(), &QAbstractItemModel::rowsRemoved, this, &AttachmentModel::follow);
    connect(m_messages.get(), &QAbstractItemModel::dataChanged, this, &AttachmentModel::follow);
    connect(m_messages.get(), &SearchModel::stateChanged, this, [this] {
        follow();
        fillPage();
    });
}

void AttachmentModel::showRoom(RoomId room)
{
    m_wanted = qMax(pageRows, rowCount());
    if (std::exchange(m_room, room) == room)
        return fillPage();
    replaceRows({});
    m_messages->search(m_kind == Kind::Pictures ? u"has:image"_s : u"has:file"_s, room);
}

void AttachmentModel::clear()
{
    m_room = {};
    m_messages->clear();
    replaceRows({});
}

int AttachmentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant AttachmentModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole)
        return row(index.row()).file.name;
    if (role == Qt::AccessibleTextRole)
        return QString(row(index.row()).file.name + u", "_s + detailsOf(index.row()));
    return {};
}

QString AttachmentModel::detailsOf(int index) const
{
    const Row &shown = row(index);
    QStringList words{sizeWords(shown.file.size), shown.author, shortMoment(shown.time, QDate::currentDate())};
    words.removeAll(QString());
    return words.join(u" · "_s);
}

bool AttachmentModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_messages->canFetchMore({});
}

void AttachmentModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_wanted = rowCount() + pageRows;
    m_messages->fetchMore({});
}

bool AttachmentModel::isShort() const
{
    return m_messages->state() == SearchModel::State::Done && m_messages->hasMore() && rowCount() < m_wanted;
}

bool AttachmentModel::isLooking() const
{
    return m_messages->state() == SearchModel::State::Searching || isShort();
}

/// Page by page, between which the event loop runs.
void AttachmentModel::fillPage()
{
    const auto goOn = [this] {
        if (isShort())
            m_messages->fetchMore({});
    };
    if (isShort())
        QMetaObject::invokeMethod(this, goOn, Qt::QueuedConnection);
    Q_EMIT stateChanged();
}

QList<Attachment> AttachmentModel::files() const
{
    QList<Attachment> files;
    for (const Row &shown : m_rows)
        files.append(shown.file);
    return files;
}

QList<AttachmentModel::Row> AttachmentModel::found() const
{
    QList<Row> rows;
    for (int i = 0; i < m_messages->rowCount(); ++i) {
        const Message &message = m_messages->message(i);
        const QString author = m_messages->index(i).data(SearchModel::AuthorNameRole).toString();
        for (const Attachment &file : message.attachments) {
            if (file.isPicture() == (m_kind == Kind::Pictures))
                rows.append({file, message.id, author, message.createdAt});
        }
    }
    return rows;
}

/// While it is looked anew, what was found before stays.
void AttachmentModel::follow()
{
    if (m_messages->state() == SearchModel::State::Done || m_messages->state() == SearchModel::State::Refused)
        refresh();
}

void AttachmentModel::refresh()
{
    replaceRows(found());
    Q_EMIT stateChanged();
}

/// Changes only what lies between the rows that stay before and behind it, so that a view keeps its place.
void AttachmentModel::replaceRows(const QList<Row> &rows)
{
    const qsizetype shorter = qMin(rows.size(), m_rows.size());
    const auto before = std::mismatch(m_rows.begin(), m_rows.begin() + shorter, rows.begin()).first - m_rows.begin();
    const auto behind =
        std::mismatch(m_rows.rbegin(), m_rows.rbegin() + (shorter - before), rows.rbegin()).first - m_rows.rbegin();
    const qsizetype gone = m_rows.size() - before - behind;
    const qsizetype come = rows.size() - before - behind;
    if (gone > 0) {
        beginRemoveRows({}, int(before), int(before + gone) - 1);
        m_rows.remove(before, gone);
        endRemoveRows();
    }
    if (come > 0) {
        beginInsertRows({}, int(before), int(before + come) - 1);
        m_rows = rows;
        endInsertRows();
    }
}

} // namespace rialto
