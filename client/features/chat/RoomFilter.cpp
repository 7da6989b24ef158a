#include "features/chat/RoomFilter.h"

#include "features/chat/model/RoomListModel.h"

namespace rialto {

namespace {

RoomSection sectionOf(const QModelIndex &room)
{
    if (!room.data(RoomListModel::JoinedRole).toBool())
        return RoomSection::Others;
    const bool direct = Visibility(room.data(RoomListModel::KindRole).toInt()) == Visibility::Direct;
    return direct ? RoomSection::Direct : RoomSection::Rooms;
}

} // namespace

RoomFilter::RoomFilter(QObject *parent) : QSortFilterProxyModel(parent)
{
    sort(0);
}

void RoomFilter::setText(const QString &text)
{
    m_text = text.trimmed().toCaseFolded();
    invalidateFilter();
}

QVariant RoomFilter::data(const QModelIndex &index, int role) const
{
    if (role == SectionRole)
        return int(sectionOf(mapToSource(index)));
    if (role == StartsSectionRole)
        return index.row() == 0 ||
               sectionOf(mapToSource(index)) != sectionOf(mapToSource(this->index(index.row() - 1, 0)));
    return QSortFilterProxyModel::data(index, role);
}

bool RoomFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex room = sourceModel()->index(row, 0, parent);
    return m_text.isEmpty() || room.data(RoomListModel::TitleRole).toString().toCaseFolded().contains(m_text) ||
           room.data(RoomListModel::TopicRole).toString().toCaseFolded().contains(m_text);
}

bool RoomFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const RoomSection first = sectionOf(left);
    const RoomSection second = sectionOf(right);
    return first != second ? first < second : left.row() < right.row();
}

} // namespace rialto
