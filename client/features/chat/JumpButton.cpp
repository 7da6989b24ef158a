#include "features/chat/JumpButton.h"

#include <QPainter>

#include "ui/Badge.h"
#include "ui/Metrics.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int badgeSpace = 10;

} // namespace

JumpButton::JumpButton(const Theme &theme, QWidget *parent) : QAbstractButton(parent), m_theme(theme)
{
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    resize(sizeHint());
}

void JumpButton::setCount(int count)
{
    m_count = count;
    setAccessibleName(tr("To the newest message"));
    setAccessibleDescription(count > 0 ? tr("%n new message(s)", nullptr, count) : QString());
    update();
}

QSize JumpButton::sizeHint() const
{
    return {metrics::jumpButton, metrics::jumpButton + badgeSpace};
}

void JumpButton::paintEvent(QPaintEvent *)
{
    constexpr int iconSize = 20;
    constexpr int badgeHeight = 16;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &c = m_theme.colors();
    const QRectF disc(0, badgeSpace, metrics::jumpButton, metrics::jumpButton);
    painter.setPen(c.separatorStrong);
    painter.setBrush(isDown() ? c.raisedPressed : underMouse() ? c.raisedHover : c.raised);
    painter.drawEllipse(disc.adjusted(0.5, 0.5, -0.5, -0.5));
    const QPointF corner = disc.center() - QPointF(iconSize / 2.0, iconSize / 2.0);
    painter.drawPixmap(corner.toPoint(), m_theme.pixmap(u"arrow-down"_s, iconSize, c.textMuted, devicePixelRatioF()));
    if (m_count > 0) {
        const qreal half = qMax(badgeHeight, 6 + 6 * int(badgeText(m_count).size())) / 2.0;
        paintBadge(painter, m_theme, {disc.center().x() + half, badgeSpace + 1.0}, m_count, badgeHeight);
    }
}

} // namespace rialto
