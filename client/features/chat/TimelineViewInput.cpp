#include <QAbstractItemModel>
#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTextBoundaryFinder>
#include <cmath>
#include <numeric>

#include "features/chat/TimelineViewVisible.h"
#include "ui/Shortcuts.h"
#include "ui/Theme.h"
#include "ui/TimeText.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int autoScrollMs = 30;
constexpr int keyStep = 60;
constexpr int pageOverlap = 40;

} // namespace

TextPlace TimelineView::placeOf(const Hit &hit) const
{
    return {QPersistentModelIndex(m_model->index(hit.row, 0)), hit.position};
}

void TimelineView::updateCursor(const Hit &hit)
{
    viewport()->setCursor(hit.isClickable()       ? Qt::PointingHandCursor
                          : hit.part == Hit::Text ? Qt::IBeamCursor
                                                  : Qt::ArrowCursor);
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    const Hit hit = hitTest(event->position());
    if (event->button() != Qt::LeftButton || hit.row < 0)
        return;
    m_pressPoint = event->position();
    m_pressedLink = hit.url;
    m_currentRow = -1;
    if (hit.isClickable() && hit.part != Hit::Link && hit.part != Hit::Mention)
        return;
    if (event->modifiers() & Qt::ShiftModifier && !m_selection.isEmpty())
        m_selection.extendTo(placeOf(hit));
    else
        m_selection.start(placeOf(hit));
    m_selecting = true;
    viewport()->update();
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    m_dragPoint = event->position();
    if (!m_selecting) {
        const Hit hit = hitTest(event->position());
        updateCursor(hit);
        hover(hit.row);
        return;
    }
    const qreal y = event->position().y();
    m_autoScrollStep = y < 0 ? y : y > viewport()->height() ? y - viewport()->height() : 0;
    if (m_autoScrollStep != 0 && !m_autoScroll.isActive())
        m_autoScroll.start(autoScrollMs, this);
    else if (m_autoScrollStep == 0)
        m_autoScroll.stop();
    const Hit hit = hitTest({event->position().x(), qBound(0.0, y, viewport()->height() - 1.0)});
    if (hit.row >= 0)
        m_selection.extendTo(placeOf(hit));
    viewport()->update();
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    m_autoScroll.stop();
    m_selecting = false;
    const Hit hit = hitTest(event->position());
    const bool clicked = (event->position() - m_pressPoint).manhattanLength() < 4;
    if (event->button() != Qt::LeftButton || !clicked || hit.row < 0)
        return;
    if (hit.part != Hit::Link || hit.url == m_pressedLink)
        activate(hit);
}

void TimelineView::leaveEvent(QEvent *event)
{
    QAbstractScrollArea::leaveEvent(event);
    if (!viewport()->rect().contains(viewport()->mapFromGlobal(QCursor::pos())))
        hover(-1);
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Hit hit = hitTest(event->position());
    if (hit.part != Hit::Text)
        return;
    const QString text = layoutOf(hit.row).text.rich.text;
    QTextBoundaryFinder words(QTextBoundaryFinder::Word, text);
    words.setPosition(hit.position);
    const qsizetype end = words.toNextBoundary();
    const qsizetype start = words.toPreviousBoundary();
    const QPersistentModelIndex message(m_model->index(hit.row, 0));
    m_selection.select({message, int(qMax<qsizetype>(0, start))}, {message, int(end < 0 ? text.size() : end)});
    viewport()->update();
}

void TimelineView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard)
        return requestMenuOfCurrent();
    const Hit hit = hitTest(event->pos());
    if (hit.part != Hit::Nothing)
        Q_EMIT menuRequested(hit.row, event->globalPos());
}

/// Of the message that the keyboard stands on; the newest in sight while it stands on none.
void TimelineView::requestMenuOfCurrent()
{
    if (m_currentRow < 0)
        m_currentRow = lastVisibleRow();
    if (m_currentRow >= 0)
        Q_EMIT menuRequested(m_currentRow, viewport()->mapToGlobal(bubbleRect(m_currentRow).center()));
}

void TimelineView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_flashTimer.timerId()) {
        m_flashTimer.stop();
        m_flashed = QPersistentModelIndex();
        viewport()->update();
    }
    if (event->timerId() != m_autoScroll.timerId())
        return;
    scrollBy(m_autoScrollStep / 2);
    const Hit hit = hitTest({m_dragPoint.x(), m_autoScrollStep < 0 ? 0.0 : viewport()->height() - 1.0});
    if (hit.row >= 0)
        m_selection.extendTo(placeOf(hit));
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    const int notch = event->angleDelta().y();
    const int pixels =
        event->pixelDelta().isNull() ? notch * 3 * verticalScrollBar()->singleStep() / 120 : event->pixelDelta().y();
    scrollBy(-pixels);
    event->accept();
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    if (isPressed(*event, Shortcut::CopyMessages))
        copy();
    else if (isPressed(*event, Shortcut::SelectMessages))
        selectAll();
    else if (event->key() == Qt::Key_Escape && !m_selection.isEmpty())
        clearSelection();
    else if (isPressed(*event, Shortcut::SelectMessage))
        moveCurrent(event->key() == Qt::Key_Up ? -1 : 1);
    else if (isPressed(*event, Shortcut::MessageMenu))
        requestMenuOfCurrent();
    else if (QList<int>{Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Home, Qt::Key_End}.contains(event->key()))
        scrollByKey(event->key());
    else if (isPressed(*event, Shortcut::OpenMessage) && m_currentRow >= 0)
        Q_EMIT openWanted(m_currentRow);
    else
        QAbstractScrollArea::keyPressEvent(event);
}

void TimelineView::clearSelection()
{
    m_selection.clear();
    viewport()->update();
}

void TimelineView::scrollByKey(int key)
{
    const int page = viewport()->height() - pageOverlap;
    if (key == Qt::Key_End)
        scrollToBottom();
    else if (key == Qt::Key_Home)
        verticalScrollBar()->setValue(0);
    else
        scrollBy(key == Qt::Key_PageUp ? -page : page);
}

void TimelineView::moveCurrent(int step)
{
    if (rowCount() == 0)
        return;
    m_currentRow = m_currentRow < 0 ? lastVisibleRow() : qBound(0, m_currentRow + step, rowCount() - 1);
    for (int tries = 0; tries < 200; ++tries) {
        const QRect bubble = bubbleRect(m_currentRow);
        const bool tall = bubble.height() > viewport()->height();
        const bool inside = bubble.isValid() && (tall || viewport()->rect().contains(bubble));
        if (inside || (m_atBottom && step > 0 && bubble.isValid()))
            break;
        const int before = verticalScrollBar()->value();
        scrollBy(step < 0 || (bubble.isValid() && bubble.top() < 0) ? -keyStep : keyStep);
        if (verticalScrollBar()->value() == before)
            break;
    }
    viewport()->update();
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(m_currentRow);
    QAccessible::updateAccessibility(&event);
}

void TimelineView::focusInEvent(QFocusEvent *event)
{
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        m_currentRow = lastVisibleRow();
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void TimelineView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

bool TimelineView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        showTooltip(help->pos(), help->globalPos());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

QList<int> TimelineView::selectedRows() const
{
    if (m_selection.isEmpty())
        return {};
    QList<int> rows(m_selection.lastRow() - m_selection.firstRow() + 1);
    std::iota(rows.begin(), rows.end(), m_selection.firstRow());
    // At an edge nothing may be marked of a message but the place where the pointer stopped.
    rows.removeIf([this](int row) {
        const int length = int(layoutOf(row).text.rich.text.size());
        return length > 0 && m_selection.rangeIn(row, length).length == 0;
    });
    return rows;
}

QString TimelineView::selectedText() const
{
    if (m_selection.isEmpty())
        return {};
    const int first = m_selection.firstRow();
    const int last = m_selection.lastRow();
    QStringList parts;
    for (int row = first; row <= last; ++row) {
        const TimelineEntry message = m_reader(row);
        if (message.message.deletedAt)
            continue;
        const QString whole = parseRichText(message.message.text).text;
        const SelectedRange range = m_selection.rangeIn(row, int(whole.size()));
        const QString text = whole.mid(range.start, range.length);
        if (first == last)
            return text;
        if (!text.isEmpty())
            parts.append(
                u"%1, [%2 %3]\n"_s.arg(message.author,
                                       QLocale().toString(localDay(message.message.createdAt), QLocale::ShortFormat),
                                       clockTime(message.message.createdAt)) +
                text);
    }
    return parts.join("\n\n"_L1);
}

void TimelineView::copy() const
{
    const QString text = selectedText();
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void TimelineView::selectAll()
{
    if (rowCount() == 0)
        return;
    const int last = rowCount() - 1;
    m_selection.select(
        {QPersistentModelIndex(m_model->index(0, 0)), 0},
        {QPersistentModelIndex(m_model->index(last, 0)), int(parseRichText(m_reader(last).message.text).text.size())});
    viewport()->update();
}

} // namespace rialto
