#pragma once

#include <QPainter>
#include <QRectF>

namespace rialto {

/// Painters place things as they lie from left to right; this turns the places round where the layout goes from right
/// to left.
class Mirror
{
public:
    /// `area` is what the places lie in.
    Mirror(Qt::LayoutDirection direction, const QRectF &area) : m_area(area), m_isOn(direction == Qt::RightToLeft) {}

    bool isOn() const { return m_isOn; }
    QRectF operator()(const QRectF &rect) const
    {
        return m_isOn ? rect.translated(m_area.left() + m_area.right() - rect.left() - rect.right(), 0) : rect;
    }
    QRect operator()(const QRect &rect) const { return (*this)(QRectF(rect)).toRect(); }

private:
    QRectF m_area;
    bool m_isOn;
};

/// What somebody wrote, for a line of the windows: words keep their order and their full stop where the line runs the
/// other way.
inline QString ownDirection(const QString &text, const QPainter &painter)
{
    if (text.isRightToLeft() == (painter.layoutDirection() == Qt::RightToLeft))
        return text;
    return QChar(0x2068) + text + QChar(0x2069); // First strong isolate, and its end.
}

} // namespace rialto
