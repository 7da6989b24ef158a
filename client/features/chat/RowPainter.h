#pragma once

#include "features/chat/RowLayout.h"

namespace rialto {

class AvatarPictures;

/// The selected part of one row's text; length 0 for none.
struct SelectedRange
{
    int start = 0;
    int length = 0;
};

/// Paints laid-out rows; knows no model and no view.
class RowPainter
{
public:
    /// Without `avatars` people are shown by the letters of their names.
    explicit RowPainter(const Theme &theme, AvatarPictures *avatars = nullptr, PictureReader pictures = {})
        : m_theme(theme), m_avatars(avatars), m_pictures(std::move(pictures))
    {
    }

    /// `y` is where the row begins; `focused` draws the keyboard's ring around the bubble.
    void paint(QPainter &painter, const RowLayout &layout, qreal y, SelectedRange selected, bool focused) const;
    /// A day title in its pill, also used for the one that floats at the top.
    void paintDay(QPainter &painter, const QRectF &pill, const QString &title) const;

private:
    void paintAuthor(QPainter &painter, const RowLayout &layout) const;
    void paintDivider(QPainter &painter, const QRectF &line) const;
    void paintBubble(QPainter &painter, const RowLayout &layout, bool focused) const;
    void paintOrigin(QPainter &painter, const RowLayout &layout) const;
    void paintBlocks(QPainter &painter, const RowLayout &layout) const;
    void paintText(QPainter &painter, const RowLayout &layout, SelectedRange selected) const;
    void paintReactions(QPainter &painter, const RowLayout &layout) const;
    void paintMeta(QPainter &painter, const RowLayout &layout) const;
    void paintProblem(QPainter &painter, const RowLayout &layout) const;

    const Theme &m_theme;
    AvatarPictures *const m_avatars;
    const PictureReader m_pictures;
};

} // namespace rialto
