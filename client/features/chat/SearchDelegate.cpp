#include "features/chat/SearchDelegate.h"

#include <QPainter>
#include <QTextLayout>

#include "features/chat/model/SearchModel.h"
#include "ui/EmojiSigns.h"
#include "ui/Metrics.h"
#include "ui/Mirror.h"
#include "ui/RowGround.h"
#include "ui/Theme.h"
#include "ui/TimeText.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int inset = 8;
constexpr int padding = 12;
constexpr int headHeight = 20;
constexpr int textLines = 2;
constexpr int fileIcon = 14;
/// So many characters stand before the first place, and so many are laid out at all.
constexpr qsizetype leadIn = 24;
constexpr qsizetype longestSnippet = 300;

int textHeight(const Theme &theme)
{
    return textLines * QFontMetrics(theme.font(TextStyle::Small)).lineSpacing();
}

QList<QTextLayout::FormatRange> marksOf(const Snippet &snippet, const Theme &theme)
{
    const Colors &c = theme.colors();
    QTextCharFormat format;
    format.setBackground(c.accentSoft);
    format.setForeground(c.text);
    format.setFontWeight(QFont::DemiBold);
    QList<QTextLayout::FormatRange> marks;
    for (const Word &place : snippet.places)
        marks.append({int(place.start), int(place.length), format});
    return marks;
}

} // namespace

int layOutLines(QTextLayout &layout, int count, qreal width)
{
    const QFontMetricsF metrics(layout.font());
    const bool isRightToLeft = layout.text().isRightToLeft();
    QTextOption option = layout.textOption();
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    int cut = -1;
    layout.beginLayout();
    for (int i = 0; i < count; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        // Emoji are larger than letters, but the lines are equally far apart.
        line.setPosition({0, i * metrics.lineSpacing() + metrics.ascent() - line.ascent()});
        if (i + 1 == count && line.textStart() + line.textLength() < layout.text().size()) {
            const qreal room = width - metrics.horizontalAdvance(u'…');
            const QRectF words = line.naturalTextRect();
            const qreal x = isRightToLeft ? words.right() - room : words.left() + room;
            cut = line.textStart() + line.textLength();
            if (words.width() > room)
                cut = qMin(cut, line.xToCursor(x, QTextLine::CursorOnCharacter));
            while (cut > line.textStart() &&
                   (layout.text().at(cut - 1).isSpace() || !layout.isValidCursorPosition(cut)))
                --cut;
        }
    }
    layout.endLayout();
    return cut;
}

Snippet snippetOf(const QString &text, const QList<Word> &places)
{
    qsizetype start = places.isEmpty() ? 0 : std::max<qsizetype>(0, places.first().start - leadIn);
    if (start > 0 && text.at(start).isLowSurrogate())
        --start;
    qsizetype word = start;
    while (word > 0 && word < places.first().start && !text.at(word - 1).isSpace())
        ++word;
    if (word > 0 && word < places.first().start)
        start = word;
    const qsizetype shift = start - (start > 0 ? 1 : 0);
    Snippet snippet{(start > 0 ? u"…"_s : QString()) + text.mid(start, longestSnippet), {}};
    // Line breaks become spaces one by one, so that the places stay where they are.
    for (QChar &c : snippet.text) {
        if (c.isSpace())
            c = u' ';
    }
    for (Word place : places) {
        place.start -= shift;
        if (place.start + place.length <= snippet.text.size())
            snippet.places.append(place);
    }
    return snippet;
}

SearchDelegate::SearchDelegate(const Theme &theme, const SearchModel &found, QObject *parent)
    : RowDelegate(theme, parent), m_found(found)
{
}

QSize SearchDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, m_theme.grown(headHeight) + textHeight(m_theme) + 2 * inset};
}

void SearchDelegate::paintRow(LinePainter &lines, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect row = option.rect.adjusted(inset, 0, -inset, 0);
    paintRowGround(lines.painter(), m_theme, option, row);
    const QRect inner = row.adjusted(padding, inset, -padding, -inset);
    const int head = m_theme.grown(headHeight);
    paintHead(lines, QRect(inner.topLeft(), QSize(inner.width(), head)), option.direction, index);
    paintBody(lines.painter(), inner.adjusted(0, head, 0, 0), option.direction, index);
}

void SearchDelegate::paintHead(LinePainter &lines, const QRect &line, Qt::LayoutDirection direction,
                               const QModelIndex &index) const
{
    const Mirror at(direction, line);
    const Colors &c = m_theme.colors();
    const QString time = shortMoment(index.data(SearchModel::TimeRole).toLongLong(), QDate::currentDate());
    const int taken = lines.text(line, time, {m_theme.font(TextStyle::Caption), c.textMuted, Qt::AlignRight});
    QRect rest = line.adjusted(0, 0, -taken - inset, 0);
    QRect author = rest;
    author.setWidth(m_roomsShown ? rest.width() * 3 / 5 : rest.width());
    rest.setLeft(rest.left() + inset +
                 lines.text(at(author), index.data(SearchModel::AuthorNameRole).toString(),
                            {m_theme.font(TextStyle::SenderName), c.text}));
    if (m_roomsShown)
        lines.text(at(rest), index.data(SearchModel::RoomTitleRole).toString(),
                   {m_theme.font(TextStyle::Small), c.textMuted});
}

void SearchDelegate::paintBody(QPainter &painter, const QRect &lines, Qt::LayoutDirection direction,
                               const QModelIndex &index) const
{
    const QString text = index.data(SearchModel::TextRole).toString();
    const QString names = index.data(SearchModel::FileNamesRole).toStringList().join(", "_L1);
    if (names.isEmpty()) {
        paintText(painter, lines, direction, text);
        return;
    }
    QRect line(lines.topLeft(), QSize(lines.width(), lines.height() / textLines));
    if (!text.trimmed().isEmpty()) {
        paintText(painter, line, direction, text);
        line.moveTop(line.bottom() + 1);
    }
    paintFiles(painter, line, direction, names);
}

void SearchDelegate::paintFiles(QPainter &painter, const QRect &line, Qt::LayoutDirection direction,
                                const QString &names) const
{
    const Mirror at(direction, line);
    const int side = std::min(line.height(), m_theme.grown(fileIcon));
    const QRect icon(line.left(), line.top() + (line.height() - side) / 2, side, side);
    m_theme.icon(u"paperclip"_s, &Colors::textMuted).paint(&painter, at(icon));
    paintText(painter, at(line.adjusted(side + inset, 0, 0, 0)), direction, names);
}

void SearchDelegate::paintText(QPainter &painter, const QRect &area, Qt::LayoutDirection direction,
                               const QString &text) const
{
    const QFont font = m_theme.font(TextStyle::Small);
    const Snippet snippet = snippetOf(text, m_found.placesIn(text));
    EmojiSigns signs;
    QTextLayout layout(QString(), font);
    QTextOption option;
    option.setAlignment(direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    layout.setTextOption(option);
    const int count = std::max(1, area.height() / QFontMetrics(font).lineSpacing());
    const auto layOut = [&](const QString &words) {
        signs = EmojiSigns(words, m_theme, font);
        layout.setText(signs.shown());
        layout.setFormats(marksOf(snippet, m_theme) + signs.formats());
        return layOutLines(layout, count, area.width());
    };
    if (const int cut = layOut(snippet.text); cut >= 0)
        layOut(snippet.text.left(cut) + u'…');
    painter.save();
    painter.setClipRect(area);
    painter.setPen(m_theme.colors().textMuted);
    layout.draw(&painter, area.topLeft());
    signs.paint(painter, layout, area.topLeft());
    painter.restore();
}

} // namespace rialto
