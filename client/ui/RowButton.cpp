#include "ui/RowButton.h"

#include <QPainter>

#include "ui/FocusRing.h"
#include "ui/LinePainter.h"
#include "ui/Metrics.h"
#include "ui/Mirror.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int rowHeight = 36;
constexpr int signSize = 20;
constexpr int chevron = 16;
constexpr int inset = 8;
constexpr int gap = 10;

} // namespace

RowButton::RowButton(const Theme &theme, const QString &icon, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_icon(icon)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void RowButton::setValue(const QString &value)
{
    m_value = value;
    setAccessibleDescription(value);
    update();
}

void RowButton::setLeads(bool leads)
{
    m_leads = leads;
    update();
}

void RowButton::setInk(ColorRole role)
{
    m_ink = role;
    update();
}

QSize RowButton::sizeHint() const
{
    return {0, m_theme.grown(rowHeight)};
}

void RowButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &c = m_theme.colors();
    if (underMouse() || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isDown() ? c.pressed : c.hover);
        painter.drawRoundedRect(rect(), metrics::radiusRow, metrics::radiusRow);
    }
    const Mirror at(layoutDirection(), rect());
    const auto paintIcon = [&](const QString &name, int left, int size, const QColor &ink) {
        const QRect place = at(QRect(left, (height() - size) / 2, size, size));
        painter.drawPixmap(place.topLeft(), m_theme.pixmap(name, size, ink, devicePixelRatioF()));
    };
    const int side = m_theme.grown(signSize);
    const QColor ink = m_theme.color(m_ink);
    paintIcon(m_icon, inset, side, m_ink == &Colors::text ? c.textMuted : ink);
    QRect rest = rect().adjusted(inset + side + gap, 0, -inset, 0);
    if (m_leads) {
        const int sign = m_theme.grown(chevron);
        paintIcon(at.isOn() ? u"chevron-left"_s : u"chevron-right"_s, width() - inset - sign, sign, c.textMuted);
        rest.adjust(0, 0, -sign - gap / 2, 0);
    }
    LinePainter lines(painter, m_theme);
    const QFont font = m_theme.font(TextStyle::Body);
    const int words = qMin(rest.width(), lineWidth(text(), m_theme, font));
    lines.text(at(rest), text(), {font, ink});
    if (!m_value.isEmpty())
        lines.text(at(rest.adjusted(words + gap, 0, 0, 0)), m_value,
                   {m_theme.font(TextStyle::Small), c.textMuted, Qt::AlignRight});
    if (showsFocus(*this)) {
        painter.setPen(QPen(c.focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::radiusRow, metrics::radiusRow);
    }
}

} // namespace rialto
