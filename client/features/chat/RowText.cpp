#include "features/chat/RowText.h"

#include <cmath>

#include "ui/EmojiText.h"
#include "ui/Mirror.h"
#include "ui/Theme.h"

namespace rialto {

namespace {

constexpr int lineHeight = 20;
constexpr int codeLineHeight = 19;
constexpr qreal codePaddingX = 12;
constexpr qreal codePaddingY = 8;
constexpr qreal quoteIndent = 12;
constexpr qreal quoteBarWidth = 3;
constexpr qreal listIndent = 16;
constexpr qreal copyButton = 24;
constexpr int largeEmoji = 34;

/// Where a line that begins at a position stands.
struct Place
{
    int code = -1; ///< Index of the code block that the line is in.
    int quotes = 0;
    int listDepth = 0;
    bool isHanging = false; ///< A later line of an item of a list.

    qreal left() const
    {
        const qreal list = (listDepth > 0 ? (listDepth - 1) * listIndent : 0) + (isHanging ? listIndent * 0.75 : 0);
        return quotes * quoteIndent + list + (code >= 0 ? codePaddingX : 0);
    }
    qreal right() const { return code >= 0 ? codePaddingX : 0; }
};

Place placeOf(const RichText &rich, int position)
{
    Place place;
    int itemStart = 0;
    for (int i = 0; i < rich.spans.size(); ++i) {
        const TextSpan &span = rich.spans.at(i);
        if (!span.contains(position))
            continue;
        if (span.kind == TextSpan::CodeBlock)
            place.code = i;
        else if (span.kind == TextSpan::Quote)
            place.quotes = qMax(place.quotes, span.depth);
        else if (span.kind == TextSpan::ListItem) {
            place.listDepth = qMax(place.listDepth, span.depth);
            itemStart = qMax(itemStart, span.start);
        }
    }
    place.isHanging = place.listDepth > 0 && position > itemStart;
    return place;
}

/// Lays the lines out from above and notes where blocks lie.
class Lines
{
public:
    Lines(RowText &text, const Theme &theme, qreal maxWidth)
        : m_text(text),
          m_letters(text.layout->font()),
          m_maxWidth(maxWidth),
          m_lineHeight(theme.grown(lineHeight)),
          m_codeLineHeight(theme.grown(codeLineHeight))
    {
    }

    void run()
    {
        m_text.layout->beginLayout();
        for (QTextLine line = m_text.layout->createLine(); line.isValid(); line = m_text.layout->createLine())
            add(line);
        enterCode(-1);
        m_text.layout->endLayout();
        m_text.size = {std::ceil(m_widest), m_y};
        for (RowText::CodeBox &box : m_text.codeBoxes) {
            box.rect.setRight(m_text.size.width());
            box.copy = QRectF(box.rect.right() - copyButton - 4, box.rect.top() + 4, copyButton, copyButton);
        }
        if (m_text.isRightToLeft)
            mirror();
    }

private:
    /// Lines were laid out from the left; where the text begins on the right, they end at the width it needs.
    void mirror()
    {
        const Mirror at(Qt::RightToLeft, QRectF(QPointF(), m_text.size));
        for (int i = 0; i < m_text.layout->lineCount(); ++i) {
            QTextLine line = m_text.layout->lineAt(i);
            line.setPosition(at(QRectF(line.position(), QSizeF(line.naturalTextWidth(), line.height()))).topLeft());
        }
        for (QRectF &bar : m_text.quoteBars)
            bar = at(bar);
        for (RowText::CodeBox &box : m_text.codeBoxes)
            box.copy = at(box.copy);
    }

    void add(QTextLine &line)
    {
        const Place place = placeOf(m_text.rich, line.textStart());
        enterCode(place.code);
        line.setLineWidth(qMax(40.0, m_maxWidth - place.left() - place.right()));
        // Emoji are larger than letters, but lines with and without them are equally high and far apart.
        const qreal letters = std::ceil(m_letters.height());
        const qreal height = qMax<qreal>(place.code >= 0 ? m_codeLineHeight : m_lineHeight, letters);
        line.setPosition(
            {place.left(), m_y + std::floor((height - letters) / 2) + std::round(m_letters.ascent() - line.ascent())});
        for (int depth = 0; depth < place.quotes; ++depth)
            m_text.quoteBars.append({depth * quoteIndent, m_y, quoteBarWidth, height});
        const qreal right = place.left() + line.naturalTextWidth() + place.right() + (place.code >= 0 ? copyButton : 0);
        m_widest = qMax(m_widest, right);
        m_y += height;
        m_text.lastLineRight = place.left() + line.naturalTextWidth();
        m_text.endsInBlock = place.code >= 0;
        if (place.code >= 0)
            m_text.codeBoxes.last().rect.setBottom(m_y + codePaddingY);
    }

    void enterCode(int code)
    {
        if (code == m_code)
            return;
        if (m_code >= 0)
            m_y += codePaddingY + 2;
        m_code = code;
        if (code < 0)
            return;
        m_y += m_y > 0 ? 2 : 0;
        m_text.codeBoxes.append({QRectF(0, m_y, 0, 0), {}, code});
        m_y += codePaddingY;
    }

    RowText &m_text;
    QFontMetricsF m_letters;
    qreal m_maxWidth;
    int m_lineHeight;
    int m_codeLineHeight;
    qreal m_y = 0;
    qreal m_widest = 0;
    int m_code = -1;
};

/// Character by character, because a line may run both ways.
QList<QRectF> placesOf(const QTextLayout &layout, int start, int length)
{
    QList<QRectF> places;
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        const int from = qMax(start, line.textStart());
        const int to = qMin(start + length, line.textStart() + line.textLength());
        for (int at = from; at < to;) {
            const int next = qMin(layout.nextCursorPosition(at), to);
            const qreal one = line.cursorToX(at);
            const qreal other = line.cursorToX(next);
            places.append({qMin(one, other), line.y(), qAbs(other - one), line.height()});
            at = qMax(next, at + 1);
        }
    }
    return places;
}

} // namespace

RowText layoutRowText(RichText rich, const RunStyle &style, qreal maxWidth, bool italic)
{
    RowText text;
    text.rich = std::move(rich);
    QFont font = style.theme.font(TextStyle::Message);
    font.setItalic(italic);
    if (isOnlyEmoji(text.rich.text))
        font.setPixelSize(style.theme.grown(largeEmoji));
    text.signs = EmojiSigns(text.rich.text, style.theme, font);
    QString shown = text.signs.shown();
    shown.replace(u'\n', QChar::LineSeparator);
    text.layout = std::make_unique<QTextLayout>(shown, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    text.isRightToLeft = shown.isRightToLeft();
    option.setTextDirection(text.isRightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    text.layout->setTextOption(option);
    text.layout->setCacheEnabled(true);
    text.layout->setFormats(formatRuns(text.rich, style) + text.signs.formats());
    Lines(text, style.theme, maxWidth).run();
    for (const TextSpan &span : std::as_const(text.rich.spans)) {
        if (span.kind != TextSpan::Spoiler || style.spoilersShown)
            continue;
        text.covers += placesOf(*text.layout, span.start, span.length);
        text.signs.hide(span.start, span.length); // They are larger than what lies over the letters.
    }
    return text;
}

} // namespace rialto
