#pragma once

#include "text/Words.h"
#include "ui/RowDelegate.h"

class QTextLayout;

namespace rialto {

class SearchModel;

/// A message that was found: who, where and when, and the part of its text that has the words, which stand out; a line
/// for the names of the files that it carries.
class SearchDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    SearchDelegate(const Theme &theme, const SearchModel &found, QObject *parent);

    /// Whether the room is named as well, because everywhere was looked.
    void setRoomsShown(bool shown) { m_roomsShown = shown; }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintRow(LinePainter &lines, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paintHead(LinePainter &lines, const QRect &line, Qt::LayoutDirection direction,
                   const QModelIndex &index) const;
    void paintBody(QPainter &painter, const QRect &lines, Qt::LayoutDirection direction,
                   const QModelIndex &index) const;
    void paintFiles(QPainter &painter, const QRect &line, Qt::LayoutDirection direction, const QString &names) const;
    void paintText(QPainter &painter, const QRect &area, Qt::LayoutDirection direction, const QString &text) const;

    const SearchModel &m_found;
    bool m_roomsShown = true;
};

/// What of a text is shown in two lines, and where its words stand in that.
struct Snippet
{
    QString text; ///< One line; begins with "…" when something was left out before.
    QList<Word> places;
};

/// Lays a text out in at most `count` lines, which break within words that are longer than a line. Returns where it
/// must be cut so that an ellipsis fits behind it; -1 when all of it fits.
int layOutLines(QTextLayout &layout, int count, qreal width);

/// Cuts the beginning of a long text so that the first place is near the front.
Snippet snippetOf(const QString &text, const QList<Word> &places);

} // namespace rialto
