#include "ui/Button.h"

#include <QPainter>
#include <QStyleOptionButton>

#include "ui/FocusRing.h"
#include "ui/LinePainter.h"
#include "ui/Metrics.h"
#include "ui/Mirror.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int ringSpace = 3;
constexpr int sidePadding = 15;
constexpr int labelIcon = 16;
constexpr int iconGap = 8;

} // namespace

Button::Button(const Theme &theme, ButtonKind kind, const QString &text, QWidget *parent)
    : QPushButton(text, parent), m_theme(theme), m_kind(kind)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_turn.setStartValue(0.0);
    m_turn.setEndValue(360.0);
    m_turn.setDuration(1000);
    m_turn.setLoopCount(-1);
    connect(&m_turn, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Button::setBusy(bool busy)
{
    if (busy == m_busy)
        return;
    m_busy = busy;
    busy ? m_turn.start() : m_turn.stop();
    update();
}

void Button::setIconName(const QString &name)
{
    m_iconName = name;
    updateGeometry();
    update();
}

void Button::setButtonHeight(int height)
{
    m_height = height;
    updateGeometry();
}

QSize Button::sizeHint() const
{
    const int label = QFontMetrics(m_theme.font(TextStyle::BodyStrong)).horizontalAdvance(text());
    const int icon = m_iconName.isEmpty() ? 0 : labelIcon + iconGap;
    const int padding = m_kind == ButtonKind::Link || m_kind == ButtonKind::Quiet ? 4 : sidePadding;
    return {label + icon + 2 * (padding + ringSpace), m_theme.grown(m_height) + 2 * ringSpace};
}

bool Button::hitButton(const QPoint &position) const
{
    return !m_busy && QPushButton::hitButton(position);
}

QColor Button::fill() const
{
    const Colors &c = m_theme.colors();
    if (m_kind == ButtonKind::Link || m_kind == ButtonKind::Quiet)
        return Qt::transparent;
    if (!isEnabled())
        return m_kind == ButtonKind::Primary ? c.raisedPressed : c.raised;
    const bool over = underMouse() && !m_busy;
    if (m_kind == ButtonKind::Primary)
        return isDown() ? c.accentPressed : over ? c.accentHover : c.accent;
    return isDown() ? c.raisedPressed : over ? c.raisedHover : c.raised;
}

QColor Button::ink() const
{
    const Colors &c = m_theme.colors();
    if (!isEnabled())
        return c.textDisabled;
    switch (m_kind) {
    case ButtonKind::Primary:
        return c.accentText;
    case ButtonKind::Danger:
        return c.danger;
    case ButtonKind::Link:
        return underMouse() ? c.accentHover : c.link;
    case ButtonKind::Quiet:
        return underMouse() ? c.text : c.textMuted;
    case ButtonKind::Secondary:
        break;
    }
    return c.text;
}

void Button::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &c = m_theme.colors();
    const QRectF body = QRectF(rect()).adjusted(ringSpace, ringSpace, -ringSpace, -ringSpace);
    const bool outlined = m_kind == ButtonKind::Secondary || m_kind == ButtonKind::Danger;
    const QColor outline = m_kind == ButtonKind::Danger && isEnabled() ? c.danger : c.separatorStrong;
    painter.setPen(outlined ? QPen(outline, 1) : QPen(Qt::NoPen));
    painter.setBrush(fill());
    const qreal half = outlined ? 0.5 : 0;
    painter.drawRoundedRect(body.adjusted(half, half, -half, -half), metrics::radiusButton, metrics::radiusButton);
    if (showsFocus(*this)) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(c.focus, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::radiusButton + 2,
                                metrics::radiusButton + 2);
    }
    paintLabel(painter);
}

void Button::paintLabel(QPainter &painter)
{
    const QFont font = m_theme.font(TextStyle::BodyStrong);
    const QFontMetricsF metrics(font);
    const bool marked = m_busy || !m_iconName.isEmpty();
    const qreal available = width() - 2.0 * ringSpace - 2 - (marked ? labelIcon + iconGap : 0);
    const QString label = metrics.elidedText(text(), Qt::ElideRight, available);
    const qreal content = metrics.horizontalAdvance(label) + (marked ? labelIcon + iconGap : 0);
    qreal x = (width() - content) / 2;
    const Mirror at(layoutDirection(), rect());
    if (marked) {
        const QRectF mark = at(QRectF(qRound(x), (height() - labelIcon) / 2, labelIcon, labelIcon));
        if (m_busy)
            paintArc(painter, mark);
        else
            painter.drawPixmap(mark.topLeft(), m_theme.pixmap(m_iconName, labelIcon, ink(), devicePixelRatioF()));
        x += labelIcon + iconGap;
    }
    painter.setFont(font);
    painter.setPen(ink());
    painter.drawText(at(QRectF(x, 0, width() - x, height())), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     ownDirection(label, painter));
}

void Button::paintArc(QPainter &painter, const QRectF &rect) const
{
    painter.setPen(QPen(ink(), 1.75, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawArc(rect.adjusted(1, 1, -1, -1), int(-m_turn.currentValue().toDouble() * 16), 270 * 16);
}

IconButton::IconButton(const Theme &theme, const QString &icon, const QString &name, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_icon(icon)
{
    setName(name);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setFixedSize(sizeHint());
    connect(&theme, &Theme::changed, this, [this] {
        setFixedSize(sizeHint());
        update();
    });
}

void IconButton::setName(const QString &name)
{
    setToolTip(name);
    setAccessibleName(name);
}

void IconButton::setIconName(const QString &icon)
{
    m_icon = icon;
    update();
}

void IconButton::setInk(ColorRole role)
{
    m_ink = role;
    update();
}

void IconButton::setSide(int side)
{
    m_side = side;
    setFixedSize(sizeHint());
}

QSize IconButton::sizeHint() const
{
    const int side = m_theme.grown(m_side);
    return {side, side};
}

void IconButton::paintEvent(QPaintEvent *)
{
    const int size = m_theme.grown(20);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &c = m_theme.colors();
    if (isEnabled() && (underMouse() || isDown() || isChecked())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isDown() ? c.pressed : isChecked() ? c.accentSoft : c.hover);
        painter.drawRoundedRect(rect(), metrics::radiusButton, metrics::radiusButton);
    }
    const QColor ink = !isEnabled() ? c.textDisabled : isChecked() ? c.accent : m_theme.color(m_ink);
    const QPoint corner((width() - size) / 2, (height() - size) / 2);
    if (text().isEmpty())
        painter.drawPixmap(corner, m_theme.pixmap(m_icon, size, ink, devicePixelRatioF()));
    else
        LinePainter(painter, m_theme)
            .text(rect(), text(), {m_theme.font(TextStyle::Message), ink, Qt::AlignHCenter, Qt::ElideNone});
    if (showsFocus(*this)) {
        painter.setPen(QPen(c.focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::radiusButton, metrics::radiusButton);
    }
}

} // namespace rialto
