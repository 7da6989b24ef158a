#include "ui/ElidedLabel.h"

#include <QEvent>
#include <QPainter>

#include "ui/LinePainter.h"

namespace rialto {

ElidedLabel::ElidedLabel(const Theme &theme, QWidget *parent) : QLabel(parent), m_theme(theme)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ElidedLabel::setFullText(const QString &text)
{
    const QString simple = text.simplified();
    if (simple == m_fullText)
        return;
    m_fullText = simple;
    setAccessibleName(m_fullText);
    updateGeometry();
    elide();
}

QSize ElidedLabel::sizeHint() const
{
    return {rialto::lineWidth(m_fullText, m_theme, font()) + 2, QLabel::sizeHint().height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {0, QLabel::minimumSizeHint().height()};
}

/// A label would draw some emoji without colour.
void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    LinePainter(painter, m_theme).text(rect(), m_fullText, {font(), palette().color(foregroundRole()), alignment()});
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    elide();
}

void ElidedLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        elide();
}

void ElidedLabel::elide()
{
    const QString shown = fittedLine(m_fullText, m_theme, {font(), {}}, width());
    setText(shown);
    // Tooltips guess whether they were given HTML; what a person wrote must never be taken for it.
    setToolTip(shown == m_fullText ? QString() : m_fullText.toHtmlEscaped());
}

} // namespace rialto
