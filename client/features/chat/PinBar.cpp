#include "features/chat/PinBar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "markdown/RichText.h"
#include "ui/ElidedLabel.h"
#include "ui/FocusRing.h"
#include "ui/Metrics.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int wordsLength = 200;
constexpr int iconSize = 18;

} // namespace

PinBar::PinBar(const Theme &theme, PinBook &pins, QWidget *parent)
    : Surface(theme, &Colors::panel, Qt::BottomEdge, parent),
      m_theme(theme),
      m_pins(pins),
      m_icon(new QLabel),
      m_title(new QLabel),
      m_words(new ElidedLabel(theme))
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setProperty("tone", u"accent"_s);
    theme.dress(*m_title, TextStyle::SenderName);
    theme.dress(*m_words, TextStyle::Small);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(20, 6, 20, 6);
    row->setSpacing(12);
    row->addWidget(m_icon);
    row->addWidget(m_title);
    row->addWidget(m_words, 1);
    connect(&m_pins, &PinBook::changed, this, &PinBar::refresh);
    connect(&theme, &Theme::changed, this, &PinBar::paintIcon);
    paintIcon();
    refresh();
}

// The newest one first; what is newly pinned is what one wants to see.
void PinBar::refresh()
{
    setVisible(!m_pins.pins().isEmpty());
    show(0);
}

void PinBar::show(qsizetype index)
{
    const QList<Message> &pins = m_pins.pins();
    if (pins.isEmpty())
        return;
    m_current = index % pins.size();
    m_title->setText(pins.size() == 1 ? tr("Pinned") : tr("Pinned %1 of %2").arg(m_current + 1).arg(pins.size()));
    m_words->setFullText(previewText(pins.at(m_current), wordsLength));
    setAccessibleName(m_title->text() + u": "_s + m_words->fullText());
}

void PinBar::choose()
{
    if (m_pins.pins().isEmpty())
        return;
    const MessageId message = m_pins.pins().at(m_current).id;
    show(m_current + 1);
    Q_EMIT chosen(message);
}

void PinBar::paintIcon()
{
    m_icon->setPixmap(m_theme.pixmap(u"pin"_s, iconSize, m_theme.colors().accent, devicePixelRatioF()));
}

void PinBar::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        choose();
}

void PinBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        choose();
    else
        Surface::keyPressEvent(event);
}

void PinBar::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    Q_EMIT menuRequested(isByKey ? mapToGlobal(rect().bottomLeft()) : event->globalPos());
}

void PinBar::paintEvent(QPaintEvent *event)
{
    Surface::paintEvent(event);
    if (!showsFocus(*this))
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.colors().accent, 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(3, 3, -3, -3), metrics::radiusRow, metrics::radiusRow);
}

void PinBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        show(m_current);
    Surface::changeEvent(event);
}

} // namespace rialto
