// What lies under a point of the timeline, and what a click there does.
#include <QAbstractItemModel>
#include <QClipboard>
#include <QGuiApplication>
#include <QToolTip>

#include "features/chat/TimelineViewVisible.h"
#include "ui/TimeText.h"

using namespace Qt::StringLiterals;

namespace rialto {

TimelineView::Hit TimelineView::hitTest(QPointF point) const
{
    Hit hit;
    forEachVisible([&](int row, qreal y, const RowLayout &layout) {
        const QPointF inside = point - QPointF(0, y);
        if (inside.y() < 0 || (inside.y() >= layout.height && row + 1 < rowCount() && hit.row >= 0))
            return;
        hit = Hit{};
        hit.row = row;
        hitParts(layout, inside, hit);
        hitText(layout, inside, hit);
    });
    return hit;
}

/// The parts of a row beside its text.
void TimelineView::hitParts(const RowLayout &layout, QPointF inside, Hit &hit)
{
    if (layout.retry.contains(inside))
        hit.part = Hit::Retry;
    else if (layout.discard.contains(inside))
        hit.part = Hit::Discard;
    else if (layout.avatar.contains(inside) || layout.name.contains(inside))
        hit.part = Hit::Author;
    else if (layout.quote.contains(inside))
        hit.part = Hit::Quote;
    else if (layout.metaRect.contains(inside))
        hit.part = Hit::Meta;
    else if (layout.bubble.contains(inside))
        hit.part = Hit::Text;
    if (layout.card.contains(inside)) {
        hit.part = Hit::Link;
        hit.url = layout.row.card->url;
    }
    hit.file = layout.files.boxAt(inside - layout.filesPosition);
    if (hit.file >= 0)
        hit.part = Hit::File;
    for (const ReactionPill &pill : layout.reactions) {
        if (pill.rect.contains(inside)) {
            hit.part = Hit::Reaction;
            hit.word = pill.emoji;
        }
    }
    for (const RowText::CodeBox &box : layout.text.codeBoxes) {
        const TextSpan &span = layout.text.rich.spans.at(box.span);
        if (box.copy.translated(layout.textPosition).contains(inside)) {
            hit.part = Hit::CopyCode;
            hit.word = layout.text.rich.text.mid(span.start, span.length);
        }
    }
}

void TimelineView::hitText(const RowLayout &layout, QPointF inside, Hit &hit)
{
    const QPointF inText = inside - layout.textPosition;
    const QTextLayout &text = *layout.text.layout;
    if (inText.y() < 0 || text.lineCount() == 0)
        return;
    QTextLine line = text.lineAt(0);
    for (int i = 1; i < text.lineCount() && text.lineAt(i).y() <= inText.y(); ++i)
        line = text.lineAt(i);
    const bool below = inText.y() > line.y() + line.height() + 8;
    hit.position = below ? int(text.text().size()) : line.xToCursor(inText.x());
    if (!text.isValidCursorPosition(hit.position)) // Within an emoji, of which the first half is its beginning.
        hit.position = text.nextCursorPosition(hit.position);
    const QRectF words = line.naturalTextRect();
    if (hit.part != Hit::Text || below || inText.x() < words.left() || inText.x() > words.right())
        return;
    const int character = line.xToCursor(inText.x(), QTextLine::CursorOnCharacter);
    for (const TextSpan &span : layout.text.rich.spans) {
        if (!span.contains(character))
            continue;
        if (span.kind == TextSpan::Spoiler && !layout.row.spoilersShown) {
            hit.part = Hit::Spoiler;
            return;
        }
        if (span.kind == TextSpan::Link) {
            hit.part = Hit::Link;
            hit.url = span.url;
        } else if (span.kind == TextSpan::Mention) {
            hit.part = Hit::Mention;
            hit.word = layout.text.rich.text.mid(span.start + 1, span.length - 1);
        }
    }
}

void TimelineView::activate(const Hit &hit)
{
    switch (hit.part) {
    case Hit::Retry:
        return Q_EMIT retryClicked(hit.row);
    case Hit::Discard:
        return Q_EMIT discardClicked(hit.row);
    case Hit::Link:
        return Q_EMIT linkClicked(hit.url);
    case Hit::Author:
        return Q_EMIT authorClicked(hit.row);
    case Hit::Quote:
        return Q_EMIT quoteClicked(hit.row);
    case Hit::Reaction:
        return Q_EMIT reactionClicked(hit.row, hit.word);
    case Hit::File:
        return Q_EMIT fileClicked(hit.row, hit.file);
    case Hit::Mention:
        return Q_EMIT mentionClicked(hit.word);
    case Hit::CopyCode:
        QGuiApplication::clipboard()->setText(hit.word);
        return Q_EMIT codeCopied();
    case Hit::Spoiler:
        return reveal(hit.row);
    default:
        return;
    }
}

void TimelineView::hover(int row)
{
    if (std::exchange(m_hovered, row) != row)
        Q_EMIT rowHovered(row);
}

void TimelineView::reveal(int row)
{
    m_revealed.insert(rowData(row).message.id);
    rowsChanged(row, row);
}

void TimelineView::showTooltip(const QPoint &point, const QPoint &globalPoint)
{
    const Hit hit = hitTest(point);
    QString words;
    if (hit.part == Hit::Meta)
        words = metaWords(layoutOf(hit.row).row.message, layoutOf(hit.row).row.own);
    else if (hit.part == Hit::Link)
        words = hit.url.toDisplayString();
    else if (hit.part == Hit::File)
        words = attachmentWords(layoutOf(hit.row).row, hit.file);
    else if (hit.part == Hit::Reaction)
        words = reactionWords(hit);
    // Escaped, and said to be so: else an ampersand would be shown as it is escaped.
    if (words.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(globalPoint, u"<qt>"_s + words.toHtmlEscaped().replace(u'\n', "<br>"_L1) + u"</qt>"_s,
                           viewport());
}

/// When it was written and edited, and who has read it when it is one's own.
QString TimelineView::metaWords(const Message &message, bool isOwn) const
{
    QStringList lines{fullMoment(message.createdAt)};
    if (message.editedAt && !message.deletedAt)
        lines.append(tr("Edited: %1").arg(fullMoment(*message.editedAt)));
    const QList<UserId> readers = isOwn && m_readers ? m_readers(message) : QList<UserId>();
    if (!readers.isEmpty())
        lines.append(tr("Read by %1").arg(namesOf(readers)));
    return lines.join(u'\n');
}

QString TimelineView::reactionWords(const Hit &hit) const
{
    for (const Reaction &reaction : layoutOf(hit.row).row.message.reactions) {
        if (reaction.emoji == hit.word)
            return namesOf(reaction.userIds);
    }
    return {};
}

QString TimelineView::namesOf(const QList<UserId> &people) const
{
    constexpr qsizetype kNamed = 20;
    if (!m_personNames)
        return {};
    const QString names = m_personNames(people.first(qMin(kNamed, people.size()))).join(u", "_s);
    const qsizetype more = people.size() - kNamed;
    return more > 0 ? tr("%1 and %n more", nullptr, int(more)).arg(names) : names;
}

} // namespace rialto
