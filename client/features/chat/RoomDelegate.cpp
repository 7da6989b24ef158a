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
constexpr int tileGap = 10;
constexpr int mutedSign = 14;
constexpr int lineHeight = 20;

} // namespace

QString roomIcon(int visibility)
{
    return Visibility(visibility) == Visibility::Private ? u"lock"_s : u"messages-square"_s;
}

RoomDelegate::RoomDelegate(const Theme &theme, const ChatContext &context, QAbstractItemView *list)
    : RowDelegate(theme, list), m_context(context)
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

void RoomDelegate::paintRow(LinePainter &lines, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QPainter &painter = lines.painter();
    const QRect room = roomRect(option.rect);
    if (index.data(RoomFilter::StartsSectionRole).toBool())
        paintSection(painter, option.rect, index);
    paintRowGround(painter, m_theme, option, room);
    const Mirror at(option.direction, room);
    const int side = m_theme.grown(metrics::avatar);
    const QRectF tile(room.left() + inset, room.top() + (room.height() - side) / 2, side, side);
    paintTile(painter, at(tile), index, option.state & QStyle::State_Selected);
    const int height = m_theme.grown(lineHeight);
    const int textLeft = inset + side + tileGap;
    const QRect line(room.left() + textLeft, room.center().y() + 1 - height, room.width() - textLeft - inset, height);
    paintTitleLine(lines, line, at, index);
    paintPreviewLine(lines, line.translated(0, height), at, index, option.state & QStyle::State_Selected);
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
        paintPresence(painter, tile, m_theme, presenceDot(m_context.presence.find(UserId{other})));
        return;
    }
    paintRoomTile(painter, tile, m_theme, index.data(RoomListModel::IdRole).toLongLong(),
                  roomIcon(index.data(RoomListModel::KindRole).toInt()), selected);
}

void RoomDelegate::paintTitleLine(LinePainter &lines, const QRect &line, const Mirror &at,
                                  const QModelIndex &index) const
{
    const Colors &c = m_theme.colors();
    const qint64 newest = index.data(RoomListModel::LastTimeRole).toLongLong();
    const QString time = newest > 0 ? shortMoment(newest, QDate::currentDate()) : QString();
    const int taken = lines.text(at(line), time, {m_theme.font(TextStyle::Caption), c.textMuted, Qt::AlignRight});
    QRect rest = line.adjusted(0, 0, -taken - 8, 0);
    const bool muted = index.data(RoomListModel::MutedRole).toBool();
    const bool unread = index.data(RoomListModel::UnreadCountRole).toInt() > 0 && !muted;
    const int sign = m_theme.grown(mutedSign);
    rest.adjust(0, 0, muted ? -sign - 4 : 0, 0);
    const int width = lines.text(at(rest), index.data(RoomListModel::TitleRole).toString(),
                                 {m_theme.font(unread ? TextStyle::RowUnread : TextStyle::BodyStrong), c.text});
    if (!muted)
        return;
    const QRect place(line.left() + width + 4, line.center().y() + 1 - sign / 2, sign, sign);
    QPainter &painter = lines.painter();
    painter.drawPixmap(at(place).topLeft(),
                       m_theme.pixmap(u"bell-off"_s, sign, c.textMuted, painter.device()->devicePixelRatioF()));
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
    const int size = m_theme.grown(metrics::badge);
    int taken = badgeWidth(m_theme, count, size);
    paintBadge(painter, m_theme, endOf(end, taken), count, size,
               index.data(RoomListModel::MutedRole).toBool() ? &Colors::badgeMuted : &Colors::badge);
    if (index.data(RoomListModel::MentionCountRole).toInt() > 0)
        taken += 4 + paintMentionBadge(painter, m_theme, endOf(end - taken - 4, size), size);
    return taken > 0 ? taken + 8 : 0;
}

void RoomDelegate::paintPreviewLine(LinePainter &lines, const QRect &whole, const Mirror &at, const QModelIndex &index,
                                    bool isOpen) const
{
    const Colors &c = m_theme.colors();
    const QFont font = m_theme.font(TextStyle::Small);
    QRect line = whole.adjusted(0, 0, -paintBadges(lines.painter(), whole, at, index), 0);
    if (paintTyping(lines, at(line), index))
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
        const QString label = (draft.isEmpty() ? author : tr("Draft")) + u':';
        const int space = QFontMetrics(font).horizontalAdvance(u' ');
        line.setLeft(line.left() + lines.text(at(line), label, {font, draft.isEmpty() ? c.text : c.danger}) + space);
    }
    lines.text(at(line), preview, {font, c.textMuted});
}

/// Whoever writes at this moment stands in place of the newest message.
bool RoomDelegate::paintTyping(LinePainter &lines, const QRect &line, const QModelIndex &index) const
{
    const QString words = m_context.typing.words(RoomId{index.data(RoomListModel::IdRole).toLongLong()});
    return lines.text(line, words, {m_theme.font(TextStyle::Small), m_theme.colors().accent}) > 0;
}

} // namespace rialto
