#include "features/chat/JumpButton.h"

#include <QPainter>

#include "ui/Badge.h"
#include "ui/Metrics.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

// At a text of 100 %.
constexpr int badgeSpace = 10;
constexpr int arrowSize = 20;
constexpr int badgeHeight = 16;

} // namespace

JumpButton::JumpButton(const Theme &theme, QWidget *parent) : QAbstractButton(parent), m_theme(theme)
{
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    connect(&theme, &Theme::changed, this, &QWidget::adjustSize);
    adjustSize();
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
    return m_theme.grown(QSize(metrics::jumpButton, metrics::jumpButton + badgeSpace));
}

void JumpButton::paintEvent(QPaintEvent *)
{
    const int icon = m_theme.grown(arrowSize);
    const int badge = m_theme.grown(badgeHeight);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &c = m_theme.colors();
    const QRectF disc(0, height() - width(), width(), width());
    painter.setPen(c.separatorStrong);
    painter.setBrush(isDown() ? c.raisedPressed : underMouse() ? c.raisedHover : c.raised);
    painter.drawEllipse(disc.adjusted(0.5, 0.5, -0.5, -0.5));
    const QPointF corner = disc.center() - QPointF(icon, icon) / 2;
    painter.drawPixmap(corner.toPoint(), m_theme.pixmap(u"arrow-down"_s, icon, c.textMuted, devicePixelRatioF()));
    if (m_count > 0) {
        const qreal half = badgeWidth(m_theme, m_count, badge) / 2.0;
        paintBadge(painter, m_theme, {disc.center().x() + half, disc.top() + 1}, m_count, badge);
    }
}

} // namespace rialto
