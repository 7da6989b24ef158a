#include "ui/RailButton.h"

#include <QPainter>

#include "ui/Badge.h"
#include "ui/Metrics.h"

namespace rialto {

namespace {

constexpr int pictureSize = 22;
constexpr int sideGap = 4;

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
    update();
}

void RailButton::setNarrow(bool narrow)
{
    m_narrow = narrow;
    setToolTip(narrow ? text() : QString());
    updateGeometry();
}

QSize RailButton::sizeHint() const
{
    const int width = m_narrow ? metrics::railNarrow : metrics::rail;
    return {width - 2 * sideGap, m_narrow || text().isEmpty() ? 48 : metrics::railItemHeight};
}

void RailButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &c = m_theme.colors();
    painter.setPen(hasFocus() ? QPen(c.focus, 2) : QPen(Qt::NoPen));
    painter.setBrush(isChecked()    ? c.accentSoft
                     : isDown()     ? c.pressed
                     : underMouse() ? c.hover
                                    : QColor(Qt::transparent));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::radiusRailItem, metrics::radiusRailItem);
    const bool labelled = !m_narrow && !text().isEmpty();
    const QColor ink = isChecked() ? c.accent : c.textMuted;
    const QPoint corner((width() - pictureSize) / 2, labelled ? 9 : (height() - pictureSize) / 2);
    painter.drawPixmap(corner, m_theme.pixmap(m_icon, pictureSize, ink, devicePixelRatioF()));
    if (labelled) {
        painter.setFont(m_theme.font(TextStyle::RailLabel));
        painter.setPen(ink);
        painter.drawText(QRect(0, 33, width(), 16), Qt::AlignCenter,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, width() - 2));
    }
    if (m_badge > 0) {
        const QString number = badgeText(m_badge);
        const qreal width16 = qMax<qreal>(16, 10 + 6.2 * double(number.size()));
        const QPointF right(qMin<qreal>(corner.x() + pictureSize / 2.0 + 4 + width16, width() - 3), corner.y() + 2.0);
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? c.accentSoft : c.rail);
        painter.drawRoundedRect(QRectF(right.x() - width16 - 2, right.y() - 10, width16 + 4, 20), 10, 10);
        paintBadge(painter, m_theme, right, m_badge, 16, m_badgeCalls ? &Colors::warm : &Colors::badge);
    }
}

} // namespace rialto
