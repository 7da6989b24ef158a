#pragma once

#include "features/chat/ChatContext.h"
#include "ui/RowDelegate.h"

class QAbstractItemView;

namespace rialto {

class Mirror;

/// A row of the room list: tile or person, title, who is typing, newest message or draft, time and unread count. The
/// first row of a section carries the section's title above it.
class RoomDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    /// `list` shows rooms by this delegate.
    RoomDelegate(const Theme &theme, const ChatContext &context, QAbstractItemView *list);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// The part of a row that is the room itself, below a section's title.
    QRect roomRect(const QRect &row) const;

private:
    void paintRow(LinePainter &lines, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paintSection(QPainter &painter, const QRect &row, const QModelIndex &index) const;
    void paintTile(QPainter &painter, const QRectF &tile, const QModelIndex &index, bool selected) const;
    void paintTitleLine(LinePainter &lines, const QRect &line, const Mirror &at, const QModelIndex &index) const;
    void paintPreviewLine(LinePainter &lines, const QRect &line, const Mirror &at, const QModelIndex &index,
                          bool isOpen) const;
    int paintBadges(QPainter &painter, const QRect &line, const Mirror &at, const QModelIndex &index) const;
    bool paintTyping(LinePainter &lines, const QRect &line, const QModelIndex &index) const;

    const ChatContext m_context;
};

/// The icon of a room that is not a person.
QString roomIcon(int visibility);

} // namespace rialto
