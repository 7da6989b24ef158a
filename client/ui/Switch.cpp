#include "ui/Switch.h"

#include <QPainter>

#include "ui/FocusRing.h"
#include "ui/Mirror.h"
#include "ui/Theme.h"

namespace rialto {

namespace {

constexpr int ring = 3;
constexpr QSize track(36, 20);
constexpr int knobInset = 3;

} // namespace

Switch::Switch(const Theme &theme, QWidget *parent) : QCheckBox(parent), m_theme(theme)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setFixedSize(sizeHint());
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize Switch::sizeHint() const
{
    return track + 2 * QSize(ring, ring);
}

void Switch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &c = m_theme.colors();
    const QRectF body = QRectF(rect()).adjusted(ring, ring, -ring, -ring);
    painter.setPen(Qt::NoPen);
    painter.setBrush(!isEnabled() ? c.separator : isChecked() ? c.accent : c.fieldBorder);
    painter.drawRoundedRect(body, body.height() / 2, body.height() / 2);
    const qreal side = body.height() - 2 * knobInset;
    const qreal left = isChecked() ? body.right() - knobInset - side : body.left() + knobInset;
    painter.setBrush(isChecked() ? c.accentText : c.panel);
    painter.drawEllipse(Mirror(layoutDirection(), body)(QRectF(left, body.top() + knobInset, side, side)));
    if (showsFocus(*this)) {
        painter.setPen(QPen(c.focus, 2));
        painter.setBrush(Qt::NoBrush);
        const QRectF around = QRectF(rect()).adjusted(1, 1, -1, -1);
        painter.drawRoundedRect(around, around.height() / 2, around.height() / 2);
    }
}

} // namespace rialto
