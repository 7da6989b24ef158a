#pragma once

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QCache>
#include <functional>

#include "features/chat/AttachmentBlock.h"
#include "features/chat/HeightTree.h"
#include "features/chat/TimelineSelection.h"

class QAbstractItemModel;

namespace rialto {

class AvatarPictures;
class JumpButton;

/// The messages of a room, oldest first, over any list model. Its place is a row and a pixel offset in it, so that
/// rows that come, go or change above never move what is being read. Lives on: GUI thread.
class TimelineView final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    using RowReader = std::function<TimelineEntry(int row)>;
    using Readers = std::function<QList<UserId>(const Message &)>;
    using PersonNames = std::function<QStringList(const QList<UserId> &)>;

    explicit TimelineView(const Theme &theme, QWidget *parent = nullptr);
    ~TimelineView() override;

    /// Shows another model from its end; `reader` turns a row of it into what is painted. Null shows nothing.
    void setModel(QAbstractItemModel *model, RowReader reader);
    /// Reads and lays out everything again, for example after a change of language.
    void refresh();
    /// The same of one row.
    void refreshRow(int row) { rowsChanged(row, row); }

    /// Who people are, for the tooltips of reactions.
    void setPersonNames(PersonNames names) { m_personNames = std::move(names); }
    /// Who has read a message, for the tooltip of its ticks.
    void setReaders(Readers readers) { m_readers = std::move(readers); }
    /// Shows what a message hides.
    void reveal(int row);
    /// Where the pictures of attachments come from.
    void setPictureReader(PictureReader pictures) { m_pictures = std::move(pictures); }
    /// Where the pictures of people come from.
    void setAvatars(AvatarPictures &avatars);
    /// Keeps a ring around a row, wherever it moves; -1 for none.
    void setOutlined(int row);
    int outlinedRow() const { return m_outlined.isValid() ? m_outlined.row() : -1; }
    /// Lights a row up for a moment, for example the one that was jumped to.
    void flash(int row);
    /// The row that is lit at the moment; -1 for none.
    int flashedRow() const { return m_flashed.isValid() ? m_flashed.row() : -1; }

    /// What stands in the middle while there are no rows.
    void setEmptyWords(const QString &what, const QString &how);
    void scrollToBottom();
    /// Puts a row near the top of the view.
    void scrollToRow(int row);
    bool isAtBottom() const { return m_atBottom; }
    /// How far the first visible row reaches above the upper edge, and back to that; in pixels.
    qreal offsetOfFirst() const { return m_anchorOffset; }
    void scrollToPlace(int row, qreal offset);
    /// False while the model's last row is not the newest message: then the end of the rows is no place to stay.
    void setEndIsNewest(bool newest);
    /// How many messages lie below what has been seen, for the button that leads there.
    void setNewBelow(int count);
    int rowCount() const { return m_heights.count(); }
    TimelineEntry rowData(int row) const { return m_reader(row); }
    int firstVisibleRow() const { return m_anchorRow; }
    int lastVisibleRow() const;
    /// Where a row's bubble is painted, in viewport coordinates; null when the row is out of sight.
    QRect bubbleRect(int row) const;
    /// The row the keyboard stands on, -1 for none.
    int currentRow() const { return m_currentRow; }

    QString selectedText() const;
    /// Rows that the selection touches, from the first to the last; empty for none.
    QList<int> selectedRows() const;
    void copy() const;
    void selectAll();
    void clearSelection();

Q_SIGNALS:
    /// The top is near: older messages would be welcome. May be repeated.
    void olderWanted();
    /// The same for the end of the rows, while that is not the newest message.
    void newerWanted();
    /// The button that leads to the newest message was clicked while the model does not have it.
    void newestWanted();
    /// Everything down to this row has been on screen.
    void rowSeen(int row);
    void linkClicked(const QUrl &url);
    void retryClicked(int row);
    void discardClicked(int row);
    void menuRequested(int row, const QPoint &globalPosition);
    /// The key that opens what a message is about was pressed.
    void openWanted(int row);
    /// The message that this one answers is wanted.
    void quoteClicked(int row);
    void reactionClicked(int row, const QString &emoji);
    /// Somebody's name was clicked: the author of a row, or `name` in its text.
    void authorClicked(int row);
    void mentionClicked(const QString &name);
    /// A file of a message was clicked, by its place among the attachments.
    void fileClicked(int row, int index);
    /// A code block was copied to the clipboard.
    void codeCopied();
    /// The pointer has come over another bubble; -1 for none.
    void rowHovered(int row);

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    /// What lies under a point of the viewport.
    struct Hit
    {
        enum Part {
            Nothing,
            Text,
            Link,
            Meta,
            Retry,
            Discard,
            Author,
            Quote,
            Reaction,
            CopyCode,
            Mention,
            Spoiler,
            File
        };
        int row = -1;
        Part part = Nothing;
        int position = 0;
        int file = -1; ///< Of File.
        QUrl url;      ///< Of Link.
        QString word;  ///< The emoji of Reaction, the name of Mention, the text of CopyCode.

        bool isClickable() const { return part != Nothing && part != Text && part != Meta; }
    };
    /// A bubble that stays where it is on screen while rows change.
    struct Hold
    {
        int row = -1;
        qreal y = 0;
    };

    // Rows and places (TimelineView.cpp)
    int keyOf(int row) const { return m_firstKey + row; }
    const RowLayout &layoutOf(int row) const;
    void scrollBy(qreal pixels);
    void settle();
    void syncScrollBar();
    void announcePlace();
    Hold hold() const;
    void restore(const Hold &hold);
    template <typename Visit> void forEachVisible(Visit &&visit) const;

    // Changes of the model (TimelineViewModel.cpp)
    void rowsInserted(int first, int last);
    void rowsRemoved(int first, int last);
    void forgetLayouts(int first, int last);
    void rowsChanged(int first, int last);
    void modelReset();
    void appended(int first, int last);

    // Mouse and keys (TimelineViewInput.cpp)
    Hit hitTest(QPointF point) const;
    static void hitParts(const RowLayout &layout, QPointF inside, Hit &hit);
    static void hitText(const RowLayout &layout, QPointF inside, Hit &hit);
    void activate(const Hit &hit);
    void hover(int row);
    QString reactionWords(const Hit &hit) const;
    QString metaWords(const Message &message, bool isOwn) const;
    QString namesOf(const QList<UserId> &people) const;
    void requestMenuOfCurrent();
    TextPlace placeOf(const Hit &hit) const;
    void updateCursor(const Hit &hit);
    void showTooltip(const QPoint &point, const QPoint &globalPoint);
    void moveCurrent(int step);
    void scrollByKey(int key);
    void placeJumpButton();
    void paintEmpty(QPainter &painter) const;
    void paintStickyDay(QPainter &painter) const;
    void repaintAuthor(UserId person);
    void jump();
    bool sticksToEnd() const { return m_atBottom && m_endIsNewest; }

    const Theme &m_theme;
    QAbstractItemModel *m_model = nullptr;
    RowReader m_reader;
    PersonNames m_personNames;
    Readers m_readers;
    PictureReader m_pictures;
    AvatarPictures *m_avatars = nullptr;
    QSet<MessageId> m_revealed; ///< Messages whose spoilers one has clicked at.
    QPersistentModelIndex m_flashed;
    QPersistentModelIndex m_outlined;
    QBasicTimer m_flashTimer;
    int m_hovered = -1;
    mutable HeightTree m_heights;
    mutable QCache<int, RowLayout> m_layouts; ///< By keyOf() of their rows.
    int m_firstKey = 0; ///< Of the first row; it moves when rows come or go before the others, which keep theirs.
    int m_anchorRow = 0;
    qreal m_anchorOffset = 0; ///< Pixels of the anchor row above the viewport; negative when all rows fit.
    bool m_atBottom = true;
    bool m_endIsNewest = true;
    bool m_syncing = false;
    int m_newBelow = 0;
    QString m_emptyWhat;
    QString m_emptyHow;
    int m_currentRow = -1;
    TimelineSelection m_selection;
    bool m_selecting = false;
    QPointF m_pressPoint;
    QUrl m_pressedLink;
    QBasicTimer m_autoScroll;
    qreal m_autoScrollStep = 0;
    QPointF m_dragPoint;
    JumpButton *m_jump;
};

} // namespace rialto
