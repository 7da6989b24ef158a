#include "features/chat/RoomFilter.h"

#include "features/chat/RoomMatches.h"
#include "features/chat/RoomWords.h"
#include "features/chat/model/RoomListModel.h"

namespace rialto {

namespace {

RoomSection sectionOf(const QModelIndex &room)
{
    if (!room.data(RoomListModel::JoinedRole).toBool())
        return RoomSection::Others;
    if (room.data(RoomListModel::ArchivedRole).toBool())
        return RoomSection::Archived;
    if (room.data(RoomListModel::PinnedRole).toBool())
        return RoomSection::Pinned;
    const bool direct = Visibility(room.data(RoomListModel::KindRole).toInt()) == Visibility::Direct;
    return direct ? RoomSection::Direct : RoomSection::Rooms;
}

} // namespace

RoomFilter::RoomFilter(const ChatContext &context, QObject *parent) : QSortFilterProxyModel(parent), m_context(context)
{
    setSourceModel(&context.rooms);
    sort(0);
}

void RoomFilter::setText(const QString &text)
{
    m_text = text.trimmed().toCaseFolded();
    invalidate();
}

QVariant RoomFilter::data(const QModelIndex &index, int role) const
{
    if (role == Qt::AccessibleTextRole)
        return roomWords(index, m_context);
    if (role == SectionRole)
        return int(sectionOf(mapToSource(index)));
    // What one searches for stands by how well it matches, not by where it belongs.
    if (role == StartsSectionRole && !m_text.isEmpty())
        return false;
    if (role == StartsSectionRole)
        return index.row() == 0 ||
               sectionOf(mapToSource(index)) != sectionOf(mapToSource(this->index(index.row() - 1, 0)));
    return QSortFilterProxyModel::data(index, role);
}

bool RoomFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex room = sourceModel()->index(row, 0, parent);
    return m_text.isEmpty() || RoomMatches::score(room, m_text, m_context) > 0 ||
           room.data(RoomListModel::TopicRole).toString().toCaseFolded().contains(m_text);
}

bool RoomFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (!m_text.isEmpty()) {
        const int better = RoomMatches::score(left, m_text, m_context);
        const int worse = RoomMatches::score(right, m_text, m_context);
        return better != worse ? better > worse : left.row() < right.row();
    }
    const RoomSection first = sectionOf(left);
    const RoomSection second = sectionOf(right);
    return first != second ? first < second : left.row() < right.row();
}

} // namespace rialto
