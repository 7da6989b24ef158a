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

namespace {

/// The figures stop growing where they would touch the edge of the pill.
QFont badgeFont(const Theme &theme, int height)
{
    constexpr double most = 0.7;
    QFont font = theme.font(TextStyle::Badge);
    font.setPixelSize(qMin(font.pixelSize(), int(height * most)));
    return font;
}

} // namespace

int badgeWidth(const Theme &theme, int count, int height)
{
    if (count <= 0)
        return 0;
    const QFontMetricsF metrics(badgeFont(theme, height));
    return qCeil(qMax(qreal(height), metrics.horizontalAdvance(badgeText(count)) + height * 0.6));
}

int paintBadge(QPainter &painter, const Theme &theme, QPointF rightCenter, int count, int height, ColorRole ground)
{
    if (count <= 0)
        return 0;
    const int width = badgeWidth(theme, count, height);
    const QRectF pill(rightCenter.x() - width, rightCenter.y() - height / 2.0, width, height);
    painter.setPen(Qt::NoPen);
    const Colors &c = theme.colors();
    painter.setBrush(theme.color(ground));
    painter.drawRoundedRect(pill, height / 2.0, height / 2.0);
    painter.setFont(badgeFont(theme, height));
    painter.setPen(ground == &Colors::warm         ? c.warmText
                   : ground == &Colors::badgeMuted ? c.badgeMutedText
                                                   : c.badgeText);
    painter.drawText(pill, Qt::AlignCenter, badgeText(count));
    return width;
}

int paintMentionBadge(QPainter &painter, const Theme &theme, QPointF rightCenter, int size)
{
    const int sign = qRound(size * 0.7);
    const QRectF circle(rightCenter.x() - size, rightCenter.y() - size / 2.0, size, size);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colors().warm);
    painter.drawEllipse(circle);
    painter.drawPixmap(
        (circle.center() - QPointF(sign, sign) / 2).toPoint(),
        theme.pixmap(u"at-sign"_s, sign, theme.colors().warmText, painter.device()->devicePixelRatioF()));
    return size;
}

} // namespace rialto
