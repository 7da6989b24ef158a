#include "ui/Chip.h"

#include "ui/FocusRing.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int chipHeight = 28;
constexpr int sidePadding = 12;

} // namespace

Chip::Chip(const Theme &theme, QWidget *parent) : QAbstractButton(parent), m_theme(theme)
{
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Chip::setCount(int count)
{
    m_count = count;
    setAccessibleDescription(count > 0 ? QString::number(count) : QString());
    updateGeometry();
    update();
}

QString Chip::label() const
{
    return m_count > 0 ? text() + u"  "_s + QString::number(m_count) : text();
}

QSize Chip::sizeHint() const
{
    return {QFontMetrics(m_theme.font(TextStyle::Label)).horizontalAdvance(label()) + 2 * sidePadding,
            m_theme.grown(chipHeight)};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &c = m_theme.colors();
    const QRectF pill = QRectF(rect()).adjusted(1, 1, -1, -1);
    const bool ringed = showsFocus(*this);
    painter.setPen(QPen(ringed ? c.focus : isChecked() ? c.accent : c.separatorStrong, ringed ? 2 : 1));
    painter.setBrush(isChecked() ? c.accentSoft : underMouse() ? c.hover : QColor(Qt::transparent));
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    painter.setFont(m_theme.font(TextStyle::Label));
    painter.setPen(isChecked() ? c.accent : c.text);
    painter.drawText(rect(), Qt::AlignCenter, label());
}

} // namespace rialto
