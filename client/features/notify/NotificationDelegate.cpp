#include "features/notify/NotificationDelegate.h"

#include <QPainter>

#include "features/notify/NotificationText.h"
#include "ui/Avatar.h"
#include "ui/Metrics.h"
#include "ui/Mirror.h"
#include "ui/RowGround.h"
#include "ui/TimeText.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int rowHeight = 64;
constexpr int inset = 8;
constexpr int dotSize = 8;
constexpr int pictureLeft = 28;
constexpr int pictureSize = 40;
constexpr int signSize = 20;
constexpr int textLeft = 80;
constexpr int lineHeight = 21;

} // namespace

NotificationDelegate::NotificationDelegate(const Theme &theme, const NotifyContext &context, QObject *parent)
    : RowDelegate(theme, parent), m_context(context)
{
}

QSize NotificationDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto *filter = static_cast<const NotificationFilter *>(index.model());
    return {0, m_theme.grown(rowHeight) + (filter->startsSection(index) ? m_theme.grown(metrics::section) : 0)};
}

void NotificationDelegate::paintRow(LinePainter &lines, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    QPainter &painter = lines.painter();
    const auto *filter = static_cast<const NotificationFilter *>(index.model());
    const Notification &notification = filter->at(index);
    QRect row = option.rect;
    if (filter->startsSection(index)) {
        paintSectionTitle(painter, m_theme, row, filter->isToday(index) ? tr("Today") : tr("Earlier"));
        row.setTop(row.top() + m_theme.grown(metrics::section));
    }
    row.adjust(inset, 0, -inset, 0);
    paintRowGround(painter, m_theme, option, row);
    const Mirror at(option.direction, row);
    if (!filter->isRead(index)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colors().accent);
        painter.drawEllipse(at(QRect(row.left() + inset, row.center().y() - dotSize / 2, dotSize, dotSize)));
    }
    const QRectF circle(row.left() + pictureLeft, row.top() + (row.height() - pictureSize) / 2, pictureSize,
                        pictureSize);
    paintPicture(painter, at(circle), notification);
    const int height = m_theme.grown(lineHeight);
    const QRect line(row.left() + textLeft, row.center().y() + 1 - height, row.width() - textLeft - 16, height);
    paintWords(lines, at(line), notification, filter->isRead(index));
}

void NotificationDelegate::paintPicture(QPainter &painter, const QRectF &circle, const Notification &notification) const
{
    const Colors &c = m_theme.colors();
    paintPerson(painter, circle, m_theme, m_context.avatars, notification.actorId.value,
                m_context.personName(notification.actorId));
    const QRectF sign(circle.right() - signSize + 4, circle.bottom() - signSize + 4, signSize, signSize);
    const bool isCall = notification.kind == NotificationKind::Mention || notification.priority == Priority::Critical;
    painter.setPen(QPen(c.panel, 2));
    painter.setBrush(isCall ? c.warmSoft : c.accentSoft);
    painter.drawEllipse(sign);
    const QPixmap icon = m_theme.pixmap(notificationIcon(notification.kind), 12, isCall ? c.warm : c.accent,
                                        painter.device()->devicePixelRatioF());
    painter.drawPixmap((sign.center() - QPointF(6, 6)).toPoint(), icon);
}

void NotificationDelegate::paintWords(LinePainter &lines, const QRect &line, const Notification &notification,
                                      bool isRead) const
{
    const Colors &c = m_theme.colors();
    const QString time = shortMoment(notification.updatedAt, QDate::currentDate());
    const int taken = lines.text(line, time, {m_theme.font(TextStyle::Caption), c.textMuted, Qt::AlignRight});
    const Mirror at(lines.painter().layoutDirection(), line);
    lines.text(at(line.adjusted(0, 0, -taken - 8, 0)), notificationTitle(notification, m_context),
               {m_theme.font(isRead ? TextStyle::BodyStrong : TextStyle::RowUnread), c.text});
    lines.text(line.translated(0, line.height()), notificationDetail(notification, m_context),
               {m_theme.font(TextStyle::Small), c.textMuted});
}

} // namespace rialto
