#include "ui/EmojiSigns.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QPixmapCache>
#include <cmath>

#include "ui/EmojiText.h"
#include "ui/Theme.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

/// As emoji, this one is of line breaking class ID and of bidirectional class ON, and most fonts of letters have it.
constexpr QChar standIn(0x263B);
/// Goes on with the cluster and has no width.
constexpr QChar filler(0xFE00);

QPixmap paintEmoji(const QString &emoji, const QFont &font, qreal ratio)
{
    const QFontMetricsF metrics(font);
    const QSizeF size(std::ceil(metrics.horizontalAdvance(emoji)), std::ceil(metrics.ascent() + metrics.descent()));
    QPixmap picture((size * ratio).toSize());
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setFont(font);
    painter.drawText(QPointF(0, metrics.ascent()), emoji);
    return picture;
}

QPixmap pictureOf(const QString &emoji, const QFont &font, qreal ratio)
{
    const QString key = u"emoji %1 %2 %3"_s.arg(font.pixelSize()).arg(ratio).arg(emoji);
    QPixmap picture;
    if (!QPixmapCache::find(key, &picture)) {
        picture = paintEmoji(emoji, font, ratio);
        QPixmapCache::insert(key, picture);
    }
    return picture;
}

} // namespace

EmojiSigns::EmojiSigns(const QString &text, const Theme &theme, const QFont &beside) : m_beside(beside), m_shown(text)
{
    const QList<EmojiPlace> places = theme.emojiFamilies().isEmpty() ? QList<EmojiPlace>() : emojiPlaces(text);
    if (places.isEmpty())
        return;
    m_font = emojiFont(theme, beside);
    m_beside.setWeight(QFont::Normal);
    m_beside.setItalic(false);
    for (const EmojiPlace &place : places) {
        const QString emoji = joinedEmoji(text.mid(place.start, place.length));
        const QPixmap picture = pictureOf(emoji, m_font, qGuiApp->devicePixelRatio());
        m_signs.append({place.start, place.length, emoji, picture.deviceIndependentSize().width()});
        m_shown.replace(place.start, place.length, standIn + QString(place.length - 1, filler));
    }
}

QList<QTextLayout::FormatRange> EmojiSigns::formats() const
{
    const qreal width = isEmpty() ? 0 : QFontMetricsF(m_beside).horizontalAdvance(standIn);
    QTextCharFormat unseen;
    unseen.setForeground(Qt::transparent);
    unseen.setFontFamilies(m_beside.families());
    unseen.setProperty(QTextFormat::FontPixelSize, m_beside.pixelSize());
    unseen.setFontWeight(m_beside.weight());
    unseen.setFontItalic(false);
    unseen.setFontStrikeOut(false);
    QTextCharFormat first = unseen;
    first.setFontLetterSpacingType(QFont::AbsoluteSpacing);
    QList<QTextLayout::FormatRange> formats;
    for (const Sign &sign : m_signs) {
        first.setFontLetterSpacing(sign.width - width);
        formats.append({sign.start, 1, first});
        if (sign.length > 1) // What fills up must not be spaced, too.
            formats.append({sign.start + 1, sign.length - 1, unseen});
    }
    return formats;
}

void EmojiSigns::hide(int start, int length)
{
    for (Sign &sign : m_signs)
        sign.isHidden = sign.isHidden || (sign.start >= start && sign.start < start + length);
}

/// Only lines that can be seen: a text may have thousands.
void EmojiSigns::paint(QPainter &painter, const QTextLayout &layout, const QPointF &position,
                       const QTextLayout::FormatRange &selected) const
{
    const QRectF seen = painter.combinedTransform().inverted().mapRect(QRectF(painter.viewport()));
    for (int i = 0; i < layout.lineCount() && !isEmpty(); ++i) {
        const QTextLine line = layout.lineAt(i);
        const qreal top = position.y() + line.y();
        if (top > seen.bottom() || top + line.height() < seen.top())
            continue;
        const auto isBefore = [](const Sign &sign, int place) { return sign.start < place; };
        auto sign = std::lower_bound(m_signs.begin(), m_signs.end(), line.textStart(), isBefore);
        for (; sign != m_signs.end() && sign->start < line.textStart() + line.textLength(); ++sign)
            paintSign(painter, *sign, line, position, selected);
    }
}

void EmojiSigns::paintSign(QPainter &painter, const Sign &sign, const QTextLine &line, const QPointF &position,
                           const QTextLayout::FormatRange &selected) const
{
    if (sign.isHidden)
        return;
    const qreal left = qMin(line.cursorToX(sign.start), line.cursorToX(sign.start + sign.length));
    const QPointF corner = position + QPointF(left, line.y() + line.ascent() - QFontMetricsF(m_font).ascent());
    // A selection colours also the sign that keeps the place.
    if (sign.start >= selected.start && sign.start < selected.start + selected.length)
        painter.fillRect(QRectF(position.x() + left, position.y() + line.y(), sign.width, line.height()),
                         selected.format.background());
    painter.drawPixmap(QPointF(std::round(corner.x()), std::round(corner.y())),
                       pictureOf(sign.emoji, m_font, painter.device()->devicePixelRatioF()));
}

} // namespace rialto
