#include "ui/RialtoStyle.h"

#include <QPainter>
#include <QStyleOption>

#include "ui/Theme.h"

using namespace Qt::StringLiterals;

namespace rialto {

RialtoStyle::RialtoStyle(const Theme &theme) : QProxyStyle(u"Fusion"_s), m_theme(theme) {}

void RialtoStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    switch (element) {
    case PE_IndicatorCheckBox:
        drawCheckBox(*option, *painter);
        return;
    case PE_IndicatorRadioButton:
        drawRadioButton(*option, *painter);
        return;
    case PE_FrameFocusRect: {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(m_theme.colors().focus, 2));
        painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), 6, 6);
        painter->restore();
        return;
    }
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

int RialtoStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
        return 16;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return 18;
    case PM_TextCursorWidth:
        return 1;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int RialtoStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                           QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_ToolTip_WakeUpDelay:
        return 500;
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_UnderlineShortcut:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QIcon RialtoStyle::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    if (icon == SP_LineEditClearButton)
        return m_theme.icon(u"x"_s, &Colors::textMuted);
    return QProxyStyle::standardIcon(icon, option, widget);
}

void RialtoStyle::drawCheckBox(const QStyleOption &option, QPainter &painter) const
{
    const Colors &c = m_theme.colors();
    const bool checked = option.state & State_On;
    const bool enabled = option.state & State_Enabled;
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(checked ? c.accent : enabled ? c.fieldBorder : c.separator);
    painter.setBrush(checked ? c.accent : c.field);
    painter.drawRoundedRect(box, 4, 4);
    if (checked) {
        const QPixmap mark = m_theme.pixmap(u"check"_s, 14, c.accentText, painter.device()->devicePixelRatioF());
        painter.drawPixmap(option.rect.topLeft() + QPoint(1, 1), mark);
    }
    painter.restore();
}

void RialtoStyle::drawRadioButton(const QStyleOption &option, QPainter &painter) const
{
    const Colors &c = m_theme.colors();
    const bool checked = option.state & State_On;
    const QRectF disc = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(checked ? c.accent : c.fieldBorder);
    painter.setBrush(checked ? c.accent : c.field);
    painter.drawEllipse(disc);
    if (checked) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.accentText);
        painter.drawEllipse(disc.center(), 3, 3);
    }
    painter.restore();
}

} // namespace rialto
