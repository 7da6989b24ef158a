#include "ui/Badge.h"

#include <QFontMetricsF>
#include <QPainter>

#include "ui/Theme.h"

using namespace Qt::StringLiterals;

namespace rialto {

QString badgeText(int count)
{
    return count > 99 ? u"99+"_s : QString::number(count);
}

int paintBadge(QPainter &painter, const Theme &theme, QPointF rightCenter, int count, int height, ColorRole ground)
{
    if (count <= 0)
        return 0;
    QFont font = theme.font(TextStyle::Badge);
    if (height < 20)
        font.setPixelSize(10);
    const QString text = badgeText(count);
    const qreal width = qMax(qreal(height), QFontMetricsF(font).horizontalAdvance(text) + height * 0.6);
    const QRectF pill(rightCenter.x() - width, rightCenter.y() - height / 2.0, width, height);
    painter.setPen(Qt::NoPen);
    const Colors &c = theme.colors();
    painter.setBrush(theme.color(ground));
    painter.drawRoundedRect(pill, height / 2.0, height / 2.0);
    painter.setFont(font);
    painter.setPen(ground == &Colors::warm         ? c.warmText
                   : ground == &Colors::badgeMuted ? c.badgeMutedText
                                                   : c.badgeText);
    painter.drawText(pill, Qt::AlignCenter, text);
    return qCeil(width);
}

int paintMentionBadge(QPainter &painter, const Theme &theme, QPointF rightCenter)
{
    constexpr int size = 20;
    const QRectF circle(rightCenter.x() - size, rightCenter.y() - size / 2.0, size, size);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colors().warm);
    painter.drawEllipse(circle);
    painter.drawPixmap((circle.center() - QPointF(7, 7)).toPoint(),
                       theme.pixmap(u"at-sign"_s, 14, theme.colors().warmText, painter.device()->devicePixelRatio()));
    return size;
}

} // namespace rialto
