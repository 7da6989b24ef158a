#include "features/chat/TimelineView.h"

#include <QScrollBar>

#include "features/chat/JumpButton.h"
#include "features/chat/TimelineAccessible.h"
#include "features/chat/TimelineViewVisible.h"
#include "ui/AvatarPictures.h"
#include "ui/Metrics.h"
#include "ui/Midnight.h"
#include "ui/Mirror.h"
#include "ui/Theme.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int guessedHeight = 44;
constexpr int keptLayouts = 400;
constexpr int scrollStep = 40;
/// Older messages are asked for when less than this many heights of the view lie above.
constexpr qreal reserve = 1.5;

} // namespace

TimelineView::TimelineView(const Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent),
      m_theme(theme),
      m_heights(guessedHeight),
      m_layouts(keptLayouts),
      m_jump(new JumpButton(theme, viewport()))
{
    TimelineAccessible::install();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Messages"));
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setMouseTracking(true);
    verticalScrollBar()->setSingleStep(scrollStep);
    m_heights.reset(0);
    m_jump->hide();
    // What moved away under the pointer is told anew when that moves, also where it is the same row.
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { m_hovered = -1; });
    connect(m_jump, &JumpButton::clicked, this, &TimelineView::jump);
    connect(&theme, &Theme::changed, this, &TimelineView::refresh);
    connect(new Midnight(this), &Midnight::passed, this, &TimelineView::refresh);
}

TimelineView::~TimelineView() = default;

const RowLayout &TimelineView::layoutOf(int row) const
{
    if (const RowLayout *known = m_layouts.object(keyOf(row)))
        return *known;
    TimelineEntry message = m_reader(row);
    message.spoilersShown = m_revealed.contains(message.message.id);
    const TimelineEntry previous = row > 0 ? m_reader(row - 1) : TimelineEntry();
    const TimelineEntry next = row + 1 < rowCount() ? m_reader(row + 1) : TimelineEntry();
    const RowNeighbours neighbours{row > 0 ? &previous : nullptr, row + 1 < rowCount() ? &next : nullptr};
    RowLayout *layout =
        RowLayouter(m_theme, viewport()->width(), layoutDirection()).layout(message, neighbours).release();
    m_layouts.insert(keyOf(row), layout);
    m_heights.set(row, layout->height);
    return *layout;
}

void TimelineView::setEmptyWords(const QString &what, const QString &how)
{
    // Told with every attempt to connect; all the messages would be painted anew for nothing.
    if (what == m_emptyWhat && how == m_emptyHow)
        return;
    m_emptyWhat = what;
    m_emptyHow = how;
    setAccessibleDescription(what + u' ' + how);
    viewport()->update();
}

void TimelineView::refresh()
{
    const Hold kept = hold();
    m_layouts.clear();
    setAccessibleName(tr("Messages"));
    m_atBottom ? scrollToBottom() : restore(kept);
}

void TimelineView::scrollToBottom()
{
    qreal room = viewport()->height();
    int row = rowCount();
    while (row > 0 && room > 0)
        room -= layoutOf(--row).height;
    m_anchorRow = row;
    m_anchorOffset = -room;
    m_atBottom = true;
    announcePlace();
}

void TimelineView::scrollToRow(int row)
{
    m_anchorRow = row;
    m_anchorOffset = -viewport()->height() / 8.0;
    settle();
}

void TimelineView::scrollToPlace(int row, qreal offset)
{
    m_anchorRow = row;
    m_anchorOffset = offset;
    settle();
}

void TimelineView::setOutlined(int row)
{
    m_outlined = row < 0 ? QModelIndex() : m_model->index(row, 0);
    viewport()->update();
}

void TimelineView::flash(int row)
{
    constexpr int kFlashMs = 1500;
    m_flashed = m_model->index(row, 0);
    m_flashTimer.start(kFlashMs, this);
    viewport()->update();
}

void TimelineView::scrollBy(qreal pixels)
{
    if (rowCount() == 0)
        return;
    m_anchorOffset += pixels;
    settle();
}

/// Makes the anchor the row that crosses the upper edge and keeps the ends of the list at the edges of the view.
void TimelineView::settle()
{
    while (m_anchorOffset < 0 && m_anchorRow > 0)
        m_anchorOffset += layoutOf(--m_anchorRow).height;
    while (m_anchorRow < rowCount() - 1 && m_anchorOffset >= layoutOf(m_anchorRow).height)
        m_anchorOffset -= layoutOf(m_anchorRow++).height;
    m_anchorOffset = qMax<qreal>(0, m_anchorOffset);
    qreal y = -m_anchorOffset;
    int row = m_anchorRow;
    while (row < rowCount() && y <= viewport()->height())
        y += layoutOf(row++).height;
    m_atBottom = row == rowCount() && y <= viewport()->height();
    m_atBottom ? scrollToBottom() : announcePlace();
}

void TimelineView::setEndIsNewest(bool newest)
{
    m_endIsNewest = newest;
    placeJumpButton();
}

void TimelineView::setNewBelow(int count)
{
    if (std::exchange(m_newBelow, count) != count)
        placeJumpButton();
}

void TimelineView::jump()
{
    if (!m_endIsNewest)
        Q_EMIT newestWanted();
    scrollToBottom();
}

void TimelineView::syncScrollBar()
{
    m_syncing = true;
    const qint64 total = qMin<qint64>(m_heights.total(), std::numeric_limits<int>::max());
    QScrollBar *bar = verticalScrollBar();
    bar->setRange(0, int(qMax<qint64>(0, total - viewport()->height())));
    bar->setPageStep(viewport()->height());
    bar->setValue(m_atBottom ? bar->maximum() : int(m_heights.offset(m_anchorRow) + qint64(m_anchorOffset)));
    m_syncing = false;
}

void TimelineView::announcePlace()
{
    syncScrollBar();
    placeJumpButton();
    viewport()->update();
    if (rowCount() == 0)
        return;
    if (double(m_heights.offset(m_anchorRow)) + m_anchorOffset < reserve * viewport()->height())
        Q_EMIT olderWanted();
    if (!m_endIsNewest &&
        verticalScrollBar()->maximum() - verticalScrollBar()->value() < reserve * viewport()->height())
        Q_EMIT newerWanted();
    const int seen = lastVisibleRow();
    if (seen >= 0)
        Q_EMIT rowSeen(seen);
}

int TimelineView::lastVisibleRow() const
{
    int last = -1;
    forEachVisible([&](int row, qreal, const RowLayout &) { last = row; });
    return last;
}

QRect TimelineView::bubbleRect(int wanted) const
{
    QRect rect;
    forEachVisible([&](int row, qreal y, const RowLayout &layout) {
        if (row == wanted)
            rect = layout.bubble.translated(0, y).toRect();
    });
    return rect;
}

TimelineView::Hold TimelineView::hold() const
{
    if (m_anchorRow >= rowCount())
        return {};
    return {m_anchorRow, layoutOf(m_anchorRow).bubble.top() - m_anchorOffset};
}

void TimelineView::restore(const Hold &hold)
{
    if (hold.row < 0 || rowCount() == 0) {
        scrollToBottom();
        return;
    }
    m_anchorRow = qMin(hold.row, rowCount() - 1);
    m_anchorOffset = layoutOf(m_anchorRow).bubble.top() - hold.y;
    settle();
}

void TimelineView::setAvatars(AvatarPictures &avatars)
{
    m_avatars = &avatars;
    connect(&avatars, &AvatarPictures::changed, this, &TimelineView::repaintAuthor);
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    const Hold kept = event->oldSize().width() == event->size().width() ? Hold{} : hold();
    if (kept.row >= 0)
        m_layouts.clear();
    if (m_atBottom)
        scrollToBottom();
    else if (kept.row >= 0)
        restore(kept);
    else
        settle();
    hover(-1); // What was under the pointer is elsewhere now.
}

void TimelineView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LayoutDirectionChange)
        refresh();
    QAbstractScrollArea::changeEvent(event);
}

void TimelineView::scrollContentsBy(int, int)
{
    if (m_syncing || rowCount() == 0)
        return;
    const QScrollBar *bar = verticalScrollBar();
    if (bar->value() >= bar->maximum()) {
        scrollToBottom();
        return;
    }
    m_anchorRow = m_heights.rowAt(bar->value());
    m_anchorOffset = double(bar->value() - m_heights.offset(m_anchorRow));
    settle();
}

void TimelineView::placeJumpButton()
{
    const QRect area = viewport()->rect();
    const QRect place(area.right() - metrics::pagePadding - m_jump->width() + 1, area.bottom() - 20 - m_jump->height(),
                      m_jump->width(), m_jump->height());
    m_jump->move(Mirror(layoutDirection(), area)(place).topLeft());
    m_jump->setCount(m_newBelow);
    m_jump->setVisible(!sticksToEnd() && rowCount() > 0);
}

} // namespace rialto
