#include "features/chat/RoomDelegate.h"

#include <QPainter>

#include "features/chat/RoomFilter.h"
#include "features/chat/model/RoomListModel.h"
#include "features/chat/model/TypingBook.h"
#include "net/PresenceBook.h"
#include "ui/Avatar.h"
#include "ui/Badge.h"
#include "ui/Metrics.h"
#include "ui/PresenceText.h"
#include "ui/RowGround.h"
#include "ui/TimeText.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int inset = 8;
constexpr int textLeft = 54;

} // namespace

QString roomIcon(int visibility)
{
    return Visibility(visibility) == Visibility::Private ? u"lock"_s : u"messages-square"_s;
}

RoomDelegate::RoomDelegate(const Theme &theme, const PresenceBook &presence, const TypingBook &typing, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_presence(presence), m_typing(typing)
{
}

QRect RoomDelegate::roomRect(const QRect &row)
{
    return {row.left() + inset, row.bottom() + 1 - metrics::listRow, row.width() - 2 * inset, metrics::listRow};
}

QSize RoomDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool titled = index.data(RoomFilter::StartsSectionRole).toBool();
    return {0, metrics::listRow + (titled ? metrics::section : 0)};
}

void RoomDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect room = roomRect(option.rect);
    if (index.data(RoomFilter::StartsSectionRole).toBool())
        paintSection(*painter, option.rect, index);
    paintRowGround(*painter, m_theme, option, room);
    paintTile(*painter, room, index, option.state & QStyle::State_Selected);
    const QRect line(room.left() + textLeft, room.top() + 6, room.width() - textLeft - inset, 20);
    paintTitleLine(*painter, line, index);
    paintPreviewLine(*painter, line.translated(0, 20), index);
    painter->restore();
}

void RoomDelegate::paintSection(QPainter &painter, const QRect &row, const QModelIndex &index) const
{
    const auto section = RoomSection(index.data(RoomFilter::SectionRole).toInt());
    const QString title = section == RoomSection::Pinned     ? tr("Pinned")
                          : section == RoomSection::Rooms    ? tr("Rooms")
                          : section == RoomSection::Direct   ? tr("Direct messages")
                          : section == RoomSection::Archived ? tr("Archive")
                                                             : tr("Other public rooms");
    painter.setFont(m_theme.font(TextStyle::Section));
    painter.setPen(m_theme.colors().textMuted);
    painter.drawText(QRect(row.left() + 16, row.top(), row.width() - 32, metrics::section), Qt::AlignVCenter, title);
}

void RoomDelegate::paintTile(QPainter &painter, const QRect &room, const QModelIndex &index, bool selected) const
{
    const QRectF tile(room.left() + inset, room.top() + (room.height() - metrics::avatar) / 2, metrics::avatar,
                      metrics::avatar);
    const qint64 other = index.data(RoomListModel::OtherUserIdRole).toLongLong();
    if (other > 0) {
        paintPerson(painter, tile, m_theme, other, index.data(RoomListModel::TitleRole).toString());
        paintPresence(painter, tile, m_theme, presenceDot(m_presence.find(UserId{other})),
                      selected ? m_theme.colors().selection : m_theme.colors().panel);
        return;
    }
    paintRoomTile(painter, tile, m_theme, index.data(RoomListModel::IdRole).toLongLong(),
                  roomIcon(index.data(RoomListModel::KindRole).toInt()), selected);
}

void RoomDelegate::paintTitleLine(QPainter &painter, const QRect &line, const QModelIndex &index) const
{
    const QString time = shortMoment(index.data(RoomListModel::LastTimeRole).toLongLong(), QDate::currentDate());
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(m_theme.colors().textMuted);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, time);
    const int room = line.width() - painter.fontMetrics().horizontalAdvance(time) - 8;
    const bool muted = index.data(RoomListModel::MutedRole).toBool();
    const bool unread = index.data(RoomListModel::UnreadCountRole).toInt() > 0 && !muted;
    painter.setFont(m_theme.font(unread ? TextStyle::RowUnread : TextStyle::BodyStrong));
    painter.setPen(m_theme.colors().text);
    const QString title = index.data(RoomListModel::TitleRole).toString();
    const QString shown = painter.fontMetrics().elidedText(title, Qt::ElideRight, room - (muted ? 18 : 0));
    painter.drawText(line, Qt::AlignVCenter | Qt::TextSingleLine, shown);
    if (muted)
        painter.drawPixmap(
            QPoint(line.left() + painter.fontMetrics().horizontalAdvance(shown) + 4, line.top() + 3),
            m_theme.pixmap(u"bell-off"_s, 14, m_theme.colors().textMuted, painter.device()->devicePixelRatio()));
}

void RoomDelegate::paintPreviewLine(QPainter &painter, const QRect &whole, const QModelIndex &index) const
{
    const Colors &c = m_theme.colors();
    QRect line = whole;
    const QPointF rightCenter(line.right() + 1, line.center().y() + 1);
    int badge = paintBadge(painter, m_theme, rightCenter, index.data(RoomListModel::UnreadCountRole).toInt(), 20,
                           index.data(RoomListModel::MutedRole).toBool() ? &Colors::badgeMuted : &Colors::badge);
    if (index.data(RoomListModel::MentionCountRole).toInt() > 0)
        badge += 4 + paintMentionBadge(painter, m_theme, rightCenter - QPointF(badge + 4, 0));
    line.setRight(line.right() - (badge > 0 ? badge + 8 : 0));
    if (paintTyping(painter, line, index))
        return;
    const QString draft = index.data(RoomListModel::DraftRole).toString().simplified();
    const QString author = index.data(RoomListModel::PreviewOwnRole).toBool()
                               ? tr("You")
                               : index.data(RoomListModel::PreviewAuthorRole).toString().section(u' ', 0, 0);
    const bool direct = index.data(RoomListModel::OtherUserIdRole).toLongLong() > 0;
    const bool own = index.data(RoomListModel::PreviewOwnRole).toBool();
    QString preview = draft.isEmpty() ? index.data(RoomListModel::PreviewRole).toString() : draft;
    if (preview.isEmpty())
        preview = index.data(RoomListModel::TopicRole).toString();
    else if (!draft.isEmpty() || (!author.isEmpty() && (!direct || own))) {
        const QString label = (draft.isEmpty() ? author : tr("Draft")) + u": "_s;
        painter.setFont(m_theme.font(TextStyle::Small));
        painter.setPen(draft.isEmpty() ? c.text : c.danger);
        painter.drawText(line, Qt::AlignVCenter | Qt::TextSingleLine, label);
        line.setLeft(line.left() + painter.fontMetrics().horizontalAdvance(label));
    }
    painter.setFont(m_theme.font(TextStyle::Small));
    painter.setPen(c.textMuted);
    painter.drawText(line, Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(preview, Qt::ElideRight, line.width()));
}

/// Whoever writes at this moment stands in place of the newest message.
bool RoomDelegate::paintTyping(QPainter &painter, const QRect &line, const QModelIndex &index) const
{
    const QString words = m_typing.words(RoomId{index.data(RoomListModel::IdRole).toLongLong()});
    if (words.isEmpty())
        return false;
    painter.setFont(m_theme.font(TextStyle::Small));
    painter.setPen(m_theme.colors().accent);
    painter.drawText(line, Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(words, Qt::ElideRight, line.width()));
    return true;
}

} // namespace rialto
