#include "ui/Toast.h"

#include <QEvent>
#include <QPainter>

#include "ui/Metrics.h"
#include "ui/Mirror.h"

namespace rialto {

namespace {

constexpr int toastHeight = 40;
constexpr int textLeft = 42;
constexpr int textRight = 16;
constexpr int aboveBottom = 76;

} // namespace

Toast::Toast(const Theme &theme, QWidget &parent) : QWidget(&parent), m_theme(theme)
{
    hide();
    m_leave.setSingleShot(true);
    m_leave.setInterval(metrics::toastMs);
    connect(&m_leave, &QTimer::timeout, this, &QWidget::hide);
    parent.installEventFilter(this);
}

void Toast::say(const QString &text, const QString &icon, const std::function<void()> &open)
{
    m_open = open;
    setCursor(open ? Qt::PointingHandCursor : Qt::ArrowCursor);
    m_text = text;
    m_icon = icon;
    setAccessibleName(text);
    place();
    show();
    raise();
    update();
    m_leave.start();
}

void Toast::place()
{
    const QFontMetrics metrics(m_theme.font(TextStyle::Body));
    const int wanted = metrics.horizontalAdvance(m_text) + textLeft + textRight + 2;
    const int width = qMin(wanted, parentWidget()->width() - 32);
    const int height = m_theme.grown(toastHeight);
    setGeometry((parentWidget()->width() - width) / 2, parentWidget()->height() - aboveBottom - height, width, height);
}

void Toast::paintEvent(QPaintEvent *)
{
    constexpr int iconSize = 16;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &c = m_theme.colors();
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.bulkBar);
    painter.drawRoundedRect(rect(), metrics::radiusButton, metrics::radiusButton);
    const Mirror at(layoutDirection(), rect());
    painter.drawPixmap(at(QRect(14, (height() - iconSize) / 2, iconSize, iconSize)).topLeft(),
                       m_theme.pixmap(m_icon, iconSize, c.bulkBarText, devicePixelRatioF()));
    painter.setPen(c.bulkBarText);
    painter.setFont(m_theme.font(TextStyle::Body));
    const QRect area = at(rect().adjusted(textLeft, 0, -textRight, 0));
    painter.drawText(area, Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(m_text, Qt::ElideRight, area.width()));
}

void Toast::mousePressEvent(QMouseEvent *)
{
    hide();
    if (m_open)
        std::exchange(m_open, {})();
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace rialto
