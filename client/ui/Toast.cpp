#include "ui/Toast.h"

#include <QEvent>
#include <QPainter>

#include "ui/FocusRing.h"
#include "ui/LinePainter.h"
#include "ui/Metrics.h"
#include "ui/Mirror.h"

namespace rialto {

namespace {

constexpr int toastHeight = 40;
constexpr int detailHeight = 20;
constexpr int textLeft = 42;
constexpr int textRight = 16;
constexpr int aboveBottom = 76;
constexpr int belowHeader = metrics::header + 12;
constexpr int buttonPadding = 12;
constexpr int buttonHeight = 28;
constexpr int buttonGap = 6;
constexpr int cardWidth = 400;
constexpr int edge = 16;

/// Words on the dark ground of the toast.
class ToastButton final : public QAbstractButton
{
public:
    ToastButton(const Theme &theme, const QString &words, QWidget *parent) : QAbstractButton(parent), m_theme(theme)
    {
        setText(words);
        setCursor(Qt::PointingHandCursor);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
    }
    QSize sizeHint() const override
    {
        const QFontMetrics metrics(m_theme.font(TextStyle::BodyStrong));
        return {metrics.horizontalAdvance(text()) + 2 * buttonPadding, m_theme.grown(buttonHeight)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QColor ground = m_theme.colors().bulkBarText;
        ground.setAlphaF(isDown() ? 0.3F : underMouse() ? 0.2F : 0.1F);
        painter.setPen(showsFocus(*this) ? QPen(m_theme.colors().bulkBarText, 2) : QPen(Qt::NoPen));
        painter.setBrush(ground);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), metrics::radiusButton, metrics::radiusButton);
        painter.setPen(m_theme.colors().bulkBarText);
        painter.setFont(m_theme.font(TextStyle::BodyStrong));
        painter.drawText(rect(), Qt::AlignCenter, text());
    }

private:
    const Theme &m_theme;
};

} // namespace

Toast::Toast(const Theme &theme, QWidget &parent) : QWidget(&parent), m_theme(theme)
{
    hide();
    m_leave.setSingleShot(true);
    m_leave.setInterval(metrics::toastMs);
    connect(&m_leave, &QTimer::timeout, this, &QWidget::hide);
    parent.installEventFilter(this);
}

void Toast::say(const QString &text, const QString &icon, const ToastActions &actions)
{
    m_open = actions.open;
    setCursor(m_open ? Qt::PointingHandCursor : Qt::ArrowCursor);
    m_text = text;
    m_icon = icon;
    setAccessibleName(text);
    for (QAbstractButton *old : std::as_const(m_buttons))
        old->deleteLater(); // It may be what was clicked just now.
    m_buttons.clear();
    for (const ToastActions::Button &button : actions.buttons)
        addButton(button);
    place();
    show();
    raise();
    update();
    m_leave.start();
}

void Toast::addButton(const ToastActions::Button &button)
{
    auto *widget = new ToastButton(m_theme, button.words, this);
    connect(widget, &QAbstractButton::clicked, this, [this, act = button.act] {
        hide();
        act();
    });
    m_buttons.append(widget);
    widget->show();
}

/// There is room for a title and what it is about wherever there are buttons, so that these stay where they are.
int Toast::wordsHeight() const
{
    return m_theme.grown(m_buttons.isEmpty() ? toastHeight : toastHeight + detailHeight);
}

/// What one did just now is told below, as wide as its words. What came in, and can be answered, lies in the upper
/// corner, where it covers no newest message and no field: always of one width, so that its buttons stay where they
/// are.
void Toast::place()
{
    const int line = wordsHeight();
    const QRect window = parentWidget()->rect().adjusted(edge, 0, -edge, 0);
    if (m_buttons.isEmpty()) {
        const int words = lineWidth(m_text.simplified(), m_theme, m_theme.font(TextStyle::Body));
        const int width = qMin(words + textLeft + textRight + 2, window.width());
        setGeometry(window.center().x() + 1 - width / 2, window.height() - aboveBottom - line, width, line);
        return;
    }
    const int width = qMin(m_theme.grown(cardWidth), window.width());
    const QRect corner(window.right() + 1 - width, belowHeader, width, line + m_theme.grown(buttonHeight) + buttonGap);
    setGeometry(Mirror(layoutDirection(), window)(corner));
    const Mirror at(layoutDirection(), rect());
    int right = width - buttonGap;
    for (auto button = m_buttons.crbegin(); button != m_buttons.crend(); ++button) {
        const QSize size = (*button)->sizeHint();
        (*button)->setGeometry(at(QRect(right - size.width(), line - 2, size.width(), size.height())));
        right -= size.width() + buttonGap;
    }
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
    QRect line(0, 0, width(), wordsHeight());
    painter.drawPixmap(at(QRect(14, (line.height() - iconSize) / 2, iconSize, iconSize)).topLeft(),
                       m_theme.pixmap(m_icon, iconSize, c.bulkBarText, devicePixelRatioF()));
    line.adjust(textLeft, 0, -textRight, 0);
    LinePainter lines(painter, m_theme);
    const qsizetype end = m_buttons.isEmpty() ? -1 : m_text.indexOf(u'\n');
    if (end < 0) {
        lines.text(at(line), m_text, {m_theme.font(TextStyle::Body), c.bulkBarText});
        return;
    }
    const int height = m_theme.grown(detailHeight);
    const QRect title(line.left(), line.center().y() + 1 - height, line.width(), height);
    lines.text(at(title), m_text.left(end), {m_theme.font(TextStyle::BodyStrong), c.bulkBarText});
    lines.text(at(title.translated(0, height)), m_text.mid(end + 1), {m_theme.font(TextStyle::Body), c.bulkBarText});
}

/// Nobody wants it to leave while reaching for a button.
void Toast::enterEvent(QEnterEvent *)
{
    m_leave.stop();
}

void Toast::leaveEvent(QEvent *)
{
    m_leave.start();
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
