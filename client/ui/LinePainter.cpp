#include "ui/LinePainter.h"

#include <QFontMetricsF>
#include <QStyle>
#include <QTextBoundaryFinder>
#include <cmath>

#include "ui/EmojiSigns.h"
#include "ui/EmojiText.h"
#include "ui/Mirror.h"
#include "ui/Theme.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

bool hasEmoji(const QString &text, const Theme &theme)
{
    return !theme.emojiFamilies().isEmpty() && !emojiPlaces(text).isEmpty();
}

/// A line with emoji.
class EmojiLine
{
public:
    EmojiLine(const QString &text, const Theme &theme, const QFont &font)
        : m_signs(text, theme, font), m_layout(m_signs.shown(), font)
    {
        QTextOption option;
        option.setWrapMode(QTextOption::NoWrap);
        option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        m_layout.setTextOption(option);
        m_layout.setFormats(m_signs.formats());
        // The first time only tells how wide it is; from right to left it would end far away.
        m_width = std::ceil(layOut(QWIDGETSIZE_MAX).naturalTextWidth());
        m_line = layOut(m_width);
    }

    qreal width() const { return m_width; }
    void draw(QPainter &painter, const QPointF &left, qreal baseline) const
    {
        const QPointF corner(left.x(), baseline - m_line.ascent());
        m_layout.draw(&painter, corner);
        m_signs.paint(painter, m_layout, corner);
    }

private:
    QTextLine layOut(qreal width)
    {
        m_layout.beginLayout();
        QTextLine line = m_layout.createLine();
        line.setLineWidth(width);
        m_layout.endLayout();
        return line;
    }

    const EmojiSigns m_signs;
    QTextLayout m_layout;
    QTextLine m_line;
    qreal m_width;
};

} // namespace

QString fittedLine(const QString &words, const Theme &theme, const LineLook &look, qreal width)
{
    if (!hasEmoji(words, theme) || look.elide != Qt::ElideRight)
        return QFontMetricsF(look.font).elidedText(words, look.elide, width);
    if (EmojiLine(words, theme, look.font).width() <= width)
        return words;
    QList<qsizetype> ends{0};
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, words);
    for (qsizetype end = finder.toNextBoundary(); end > 0; end = finder.toNextBoundary())
        ends.append(end);
    const auto isTooLong = [&](qsizetype end) {
        return EmojiLine(words.left(end) + u'…', theme, look.font).width() > width;
    };
    const auto tooLong =
        std::partition_point(ends.begin() + 1, ends.end(), [&](qsizetype end) { return !isTooLong(end); });
    return words.left(*(tooLong - 1)).trimmed() + u'…';
}

int lineWidth(const QString &words, const Theme &theme, const QFont &font)
{
    if (!hasEmoji(words, theme))
        return qCeil(QFontMetricsF(font).horizontalAdvance(words));
    return int(EmojiLine(words, theme, font).width());
}

int LinePainter::text(const QRectF &place, const QString &words, const LineLook &look)
{
    const QString line = words.simplified();
    if (line.isEmpty() || place.width() <= 0)
        return 0;
    const QString shown = fittedLine(line, m_theme, look, place.width());
    if (shown != line)
        m_cut.append(line);
    const QFontMetricsF metrics(look.font);
    m_painter.setFont(look.font);
    m_painter.setPen(look.ink);
    if (!hasEmoji(shown, m_theme)) {
        m_painter.drawText(place, int(Qt::AlignVCenter | look.side) | Qt::TextSingleLine,
                           ownDirection(shown, m_painter));
        return qCeil(metrics.horizontalAdvance(shown));
    }
    const EmojiLine layout(shown, m_theme, look.font);
    const Qt::Alignment side = QStyle::visualAlignment(m_painter.layoutDirection(), look.side);
    const qreal left = side & Qt::AlignRight     ? place.right() - layout.width()
                       : side & Qt::AlignHCenter ? place.center().x() - layout.width() / 2
                                                 : place.left();
    const qreal top = place.top() + std::floor((place.height() - metrics.height()) / 2);
    layout.draw(m_painter, {left, top}, top + metrics.ascent());
    return int(layout.width());
}

} // namespace rialto
