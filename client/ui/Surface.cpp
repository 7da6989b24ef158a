#include "ui/Surface.h"

#include <QPainter>

#include "ui/Mirror.h"

namespace rialto {

Surface::Surface(const Theme &theme, ColorRole ground, Qt::Edges edges, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_ground(ground), m_edges(edges)
{
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Surface::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(m_ground));
    const QColor line = m_theme.colors().separator;
    if (m_edges & Qt::TopEdge)
        painter.fillRect(0, 0, width(), 1, line);
    if (m_edges & Qt::BottomEdge)
        painter.fillRect(0, height() - 1, width(), 1, line);
    const Mirror at(layoutDirection(), rect());
    if (m_edges & Qt::LeftEdge)
        painter.fillRect(at(QRect(0, 0, 1, height())), line);
    if (m_edges & Qt::RightEdge)
        painter.fillRect(at(QRect(width() - 1, 0, 1, height())), line);
}

} // namespace rialto
