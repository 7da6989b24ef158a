#pragma once

#include <QTextLayout>

namespace rialto {

class Theme;

/// The emoji of a text that a QTextLayout lays out and paints. Qt (6.4 and 6.8) reads the drawing of an emoji from its
/// font anew whenever it is measured or painted, which takes as long as a hundred letters. So signs that are not seen
/// keep their places free, as wide as the emoji, and they themselves are painted from QPixmapCache: one each, and a
/// little larger than the letters beside them. Lives on: GUI thread.
class EmojiSigns
{
public:
    EmojiSigns() = default;
    EmojiSigns(const QString &text, const Theme &theme, const QFont &beside);

    bool isEmpty() const { return m_signs.isEmpty(); }
    /// What is to be laid out: of the same length as the text, and with the same grapheme clusters.
    const QString &shown() const { return m_shown; }
    /// To be put behind all others, which they override.
    QList<QTextLayout::FormatRange> formats() const;
    /// Those in a part of the text are not painted, though they keep their places.
    void hide(int start, int length);
    /// Paints those of a layout of shown(), or of its beginning, that was drawn at `position` with that selection.
    void paint(QPainter &painter, const QTextLayout &layout, const QPointF &position,
               const QTextLayout::FormatRange &selected = {}) const;

private:
    struct Sign
    {
        int start = 0;
        int length = 0;
        QString emoji;
        qreal width = 0;
        bool isHidden = false;
    };

    void paintSign(QPainter &painter, const Sign &sign, const QTextLine &line, const QPointF &position,
                   const QTextLayout::FormatRange &selected) const;

    QFont m_font;   ///< Of the emoji.
    QFont m_beside; ///< Of the signs that keep their places.
    QString m_shown;
    QList<Sign> m_signs;
};

} // namespace rialto
