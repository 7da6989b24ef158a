#pragma once

#include <QFont>
#include <QPainter>
#include <QStringList>

namespace rialto {

class Theme;

/// How a line of text looks and where in its place it stands.
struct LineLook
{
    QFont font;
    QColor ink;
    Qt::Alignment side = Qt::AlignLeft; ///< As the lines of the window run, so the right from right to left.
    Qt::TextElideMode elide = Qt::ElideRight;
};

/// The whole line, or as much of it as fits into `width` with an ellipsis.
QString fittedLine(const QString &words, const Theme &theme, const LineLook &look, qreal width);

/// How wide the whole line is, in whole pixels.
int lineWidth(const QString &words, const Theme &theme, const QFont &font);

/// Paints lines of what people wrote: in the direction of their own words, with emoji in colour, and ending in an
/// ellipsis where there is no room; it remembers those, so that a tooltip can tell them whole.
class LinePainter
{
public:
    LinePainter(QPainter &painter, const Theme &theme) : m_painter(painter), m_theme(theme) {}

    QPainter &painter() const { return m_painter; }
    /// Paints `words` in the middle of the height of `place`; line breaks become spaces. Returns how wide they are.
    int text(const QRectF &place, const QString &words, const LineLook &look);
    /// Whole, in the order in which they were painted.
    const QStringList &cut() const { return m_cut; }

private:
    QPainter &m_painter;
    const Theme &m_theme;
    QStringList m_cut;
};

} // namespace rialto
