#include "features/chat/TypingLine.h"

#include <QPainter>

#include "ui/LinePainter.h"
#include "ui/Metrics.h"
#include "ui/Mirror.h"

namespace rialto {

namespace {

constexpr int lineHeight = 24;
constexpr int stepMs = 350;
constexpr int dots = 3;
constexpr int dotSize = 5;
constexpr int dotStep = 8;
constexpr int textGap = 8;

} // namespace

TypingLine::TypingLine(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    theme.fixHeight(*this, lineHeight);
    hide();
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void TypingLine::setWords(const QString &words)
{
    m_words = words;
    setAccessibleName(words);
    setVisible(!words.isEmpty());
    // The dots move only while there is something to show: an idle window draws nothing.
    if (words.isEmpty())
        m_step.stop();
    else if (!m_step.isActive())
        m_step.start(stepMs, this);
    update();
}

void TypingLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Mirror at(layoutDirection(), rect());
    constexpr int width = dots * dotStep;
    const QRect lights = at(QRect(metrics::pagePadding, 0, width, height()));
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < dots; ++i) {
        QColor ink = m_theme.colors().accent;
        ink.setAlphaF(i == m_lit ? 1.0F : 0.4F);
        painter.setBrush(ink);
        painter.drawEllipse(lights.left() + i * dotStep, (height() - dotSize) / 2, dotSize, dotSize);
    }
    const QRect area = at(rect().adjusted(metrics::pagePadding + width + textGap, 0, -metrics::pagePadding, 0));
    LinePainter(painter, m_theme).text(area, m_words, {m_theme.font(TextStyle::Small), m_theme.colors().textMuted});
}

void TypingLine::timerEvent(QTimerEvent *)
{
    m_lit = (m_lit + 1) % dots;
    update();
}

} // namespace rialto
