#include "features/chat/RoomDelegate.h"

#include <QAbstractItemView>
#include <QPainter>

#include "features/chat/RoomFilter.h"
#include "features/chat/model/RoomListModel.h"
#include "features/chat/model/TypingBook.h"
#include "net/PresenceBook.h"
#include "ui/Avatar.h"
#include "ui/Badge.h"
#include "ui/Metrics.h"
#include "ui/Mirror.h"
#include "ui/PresenceText.h"
#include "ui/RowGround.h"
#include "ui/TimeText.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int inset = 8;
constexpr int textLeft = 54;
constexpr int lineHeight = 20;

} // namespace

QString roomIcon(int visibility)
{
    return Visibility(visibility) == Visibility::Private ? u"lock"_s : u"messages-square"_s;
}

RoomDelegate::RoomDelegate(const Theme &theme, const ChatContext &context, QAbstractItemView *list)
    : QStyledItemDelegate(list), m_theme(theme), m_context(context)
{
    followPictures(*list, context.avatars, [](const QModelIndex &room) {
        return UserId{room.data(RoomListModel::OtherUserIdRole).toLongLong()};
    });
}

QRect RoomDelegate::roomRect(const QRect &row) const
{
    const int height = m_theme.grown(metrics::listRow);
    return {row.left() + inset, row.bottom() + 1 - height, row.width() - 2 * inset, height};
}

QSize RoomDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool titled = index.data(RoomFilter::StartsSectionRole).toBool();
    return {0, m_theme.grown(metrics::listRow) + (titled ? m_theme.grown(metrics::section) : 0)};
}

void RoomDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect room = roomRect(option.rect);
    if (index.data(RoomFilter::StartsSectionRole).toBool())
        paintSection(*painter, option.rect, index);
    paintRowGround(*painter, m_theme, option, room);
    const Mirror at(option.direction, room);
    const QRectF tile(room.left() + inset, room.top() + (room.height() - metrics::avatar) / 2, metrics::avatar,
                      metrics::avatar);
    paintTile(*painter, at(tile), index, option.state & QStyle::State_Selected);
    const int height = m_theme.grown(lineHeight);
    const QRect line(room.left() + textLeft, room.center().y() + 1 - height, room.width() - textLeft - inset, height);
    paintTitleLine(*painter, line, at, index);
    paintPreviewLine(*painter, line.translated(0, height), at, index, option.state & QStyle::State_Selected);
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
    paintSectionTitle(painter, m_theme, row, title);
}

void RoomDelegate::paintTile(QPainter &painter, const QRectF &tile, const QModelIndex &index, bool selected) const
{
    const qint64 other = index.data(RoomListModel::OtherUserIdRole).toLongLong();
    if (other > 0) {
        paintPerson(painter, tile, m_theme, m_context.avatars, other, index.data(RoomListModel::TitleRole).toString());
        paintPresence(painter, tile, m_theme, presenceDot(m_context.presence.find(UserId{other})),
                      selected ? m_theme.colors().selection : m_theme.colors().panel);
        return;
    }
    paintRoomTile(painter, tile, m_theme, index.data(RoomListModel::IdRole).toLongLong(),
                  roomIcon(index.data(RoomListModel::KindRole).toInt()), selected);
}

void RoomDelegate::paintTitleLine(QPainter &painter, const QRect &line, const Mirror &at,
                                  const QModelIndex &index) const
{
    const QString time = shortMoment(index.data(RoomListModel::LastTimeRole).toLongLong(), QDate::currentDate());
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(m_theme.colors().textMuted);
    painter.drawText(at(line), Qt::AlignVCenter | Qt::AlignRight, time);
    const int room = line.width() - painter.fontMetrics().horizontalAdvance(time) - 8;
    const bool muted = index.data(RoomListModel::MutedRole).toBool();
    const bool unread = index.data(RoomListModel::UnreadCountRole).toInt() > 0 && !muted;
    painter.setFont(m_theme.font(unread ? TextStyle::RowUnread : TextStyle::BodyStrong));
    painter.setPen(m_theme.colors().text);
    const QString title = index.data(RoomListModel::TitleRole).toString();
    const QString shown = painter.fontMetrics().elidedText(title, Qt::ElideRight, room - (muted ? 18 : 0));
    painter.drawText(at(line), Qt::AlignVCenter | Qt::TextSingleLine, ownDirection(shown, painter));
    if (!muted)
        return;
    constexpr int sign = 14;
    const QRect place(line.left() + painter.fontMetrics().horizontalAdvance(shown) + 4,
                      line.center().y() + 1 - sign / 2, sign, sign);
    painter.drawPixmap(at(place).topLeft(), m_theme.pixmap(u"bell-off"_s, sign, m_theme.colors().textMuted,
                                                           painter.device()->devicePixelRatio()));
}

/// Paints the counters at the end of the line; returns the width they took.
int RoomDelegate::paintBadges(QPainter &painter, const QRect &line, const Mirror &at, const QModelIndex &index) const
{
    const int count = index.data(RoomListModel::UnreadCountRole).toInt();
    const auto endOf = [&](int right, int width) {
        const QRectF place = at(QRectF(right - width, line.top(), width, line.height()));
        return QPointF(place.right(), line.center().y() + 1);
    };
    const int end = line.right() + 1;
    int taken = badgeWidth(m_theme, count);
    paintBadge(painter, m_theme, endOf(end, taken), count, 20,
               index.data(RoomListModel::MutedRole).toBool() ? &Colors::badgeMuted : &Colors::badge);
    if (index.data(RoomListModel::MentionCountRole).toInt() > 0)
        taken += 4 + paintMentionBadge(painter, m_theme, endOf(end - taken - 4, mentionBadgeSize));
    return taken > 0 ? taken + 8 : 0;
}

void RoomDelegate::paintPreviewLine(QPainter &painter, const QRect &whole, const Mirror &at, const QModelIndex &index,
                                    bool isOpen) const
{
    const Colors &c = m_theme.colors();
    QRect line = whole.adjusted(0, 0, -paintBadges(painter, whole, at, index), 0);
    if (paintTyping(painter, at(line), index))
        return;
    // One sees what one writes in the room that is open.
    const QString draft = isOpen ? QString() : index.data(RoomListModel::DraftRole).toString().simplified();
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
        painter.drawText(at(line), Qt::AlignVCenter | Qt::TextSingleLine, label);
        line.setLeft(line.left() + painter.fontMetrics().horizontalAdvance(label));
    }
    painter.setFont(m_theme.font(TextStyle::Small));
    painter.setPen(c.textMuted);
    painter.drawText(at(line), Qt::AlignVCenter | Qt::TextSingleLine,
                     ownDirection(painter.fontMetrics().elidedText(preview, Qt::ElideRight, line.width()), painter));
}

/// Whoever writes at this moment stands in place of the newest message.
bool RoomDelegate::paintTyping(QPainter &painter, const QRect &line, const QModelIndex &index) const
{
    const QString words = m_context.typing.words(RoomId{index.data(RoomListModel::IdRole).toLongLong()});
    if (words.isEmpty())
        return false;
    painter.setFont(m_theme.font(TextStyle::Small));
    painter.setPen(m_theme.colors().accent);
    painter.drawText(line, Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(words, Qt::ElideRight, line.width()));
    return true;
}

} // namespace rialto
