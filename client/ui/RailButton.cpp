#include "ui/RailButton.h"

#include <QPainter>

#include "ui/Badge.h"
#include "ui/FocusRing.h"
#include "ui/Metrics.h"
#include "ui/Mirror.h"

namespace rialto {

namespace {

constexpr int pictureSize = 22;
constexpr int sideGap = 2;
constexpr int labelTop = 33;
constexpr int labelHeight = 16;
constexpr int labelBottom = metrics::railItemHeight - labelTop - labelHeight;
constexpr int iconHeight = 48; ///< Of a button without a label.

} // namespace

RailButton::RailButton(const Theme &theme, const QString &icon, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_icon(icon)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void RailButton::setBadge(int count)
{
    m_badge = count;
    setAccessibleDescription(count > 0 ? QString::number(count) : QString());
    update();
}

void RailButton::setNarrow(bool narrow)
{
    m_narrow = narrow;
    if (!text().isEmpty())
        setToolTip(narrow ? text() : QString());
    updateGeometry();
}

QSize RailButton::sizeHint() const
{
    const int width = m_narrow ? metrics::railNarrow : m_theme.grown(metrics::rail);
    return {width - 2 * sideGap, isLabelled() ? labelTop + m_theme.grown(labelHeight) + labelBottom : iconHeight};
}

/// A long word is written smaller, as long as that can be read.
QFont RailButton::labelFont() const
{
    constexpr int smallest = 9;
    QFont font = m_theme.font(TextStyle::RailLabel);
    while (font.pixelSize() > smallest && QFontMetrics(font).horizontalAdvance(text()) > width() - 2)
        font.setPixelSize(font.pixelSize() - 1);
    return font;
}

void RailButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &c = m_theme.colors();
    painter.setPen(showsFocus(*this) ? QPen(c.focus, 2) : QPen(Qt::NoPen));
    painter.setBrush(isChecked()    ? c.accentSoft
                     : isDown()     ? c.pressed
                     : underMouse() ? c.hover
                                    : QColor(Qt::transparent));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::radiusRailItem, metrics::radiusRailItem);
    const QColor ink = isChecked() ? c.accent : isDown() ? c.text : c.textMuted;
    const QPoint corner((width() - pictureSize) / 2, isLabelled() ? 9 : (height() - pictureSize) / 2);
    painter.drawPixmap(corner, m_theme.pixmap(m_icon, pictureSize, ink, devicePixelRatioF()));
    if (isLabelled()) {
        painter.setFont(labelFont());
        painter.setPen(ink);
        painter.drawText(QRect(0, labelTop, width(), m_theme.grown(labelHeight)), Qt::AlignCenter,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, width() - 2));
    }
    if (m_badge > 0) {
        constexpr int pill = 16;
        constexpr int ring = 2;
        const int wide = badgeWidth(m_theme, m_badge, pill);
        const int right = qMin(corner.x() + pictureSize / 2 + 4 + wide, width() - 3);
        const QRectF place =
            Mirror(layoutDirection(), rect())(QRectF(right - wide, corner.y() + 2 - pill / 2, wide, pill));
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? c.accentSoft : c.rail);
        painter.drawRoundedRect(place.adjusted(-ring, -ring, ring, ring), pill / 2 + ring, pill / 2 + ring);
        paintBadge(painter, m_theme, {place.right(), place.center().y()}, m_badge, pill,
                   m_badgeCalls ? &Colors::warm : &Colors::badge);
    }
}

} // namespace rialto
