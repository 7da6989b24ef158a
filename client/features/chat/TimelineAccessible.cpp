#include "features/chat/TimelineAccessible.h"

#include <QCoreApplication>

#include "features/chat/AttachmentBlock.h"
#include "features/chat/CardBlock.h"
#include "features/chat/TimelineView.h"
#include "markdown/RichText.h"
#include "net/ErrorText.h"
#include "ui/TimeText.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

QAccessibleInterface *makeInterface(const QString &className, QObject *object)
{
    if (className != "rialto::TimelineView"_L1)
        return nullptr;
    return new TimelineAccessible(static_cast<TimelineView *>(object));
}

QString stateText(const TimelineEntry &row)
{
    if (row.state == DeliveryState::Pending)
        return QCoreApplication::translate("Timeline", "sending");
    if (row.state == DeliveryState::Failed)
        return QCoreApplication::translate("Timeline", "not sent");
    if (row.read)
        return QCoreApplication::translate("Timeline", "read");
    return row.message.editedAt ? QCoreApplication::translate("Timeline", "edited") : QString();
}

} // namespace

TimelineAccessible::TimelineAccessible(TimelineView *view) : QAccessibleWidget(view, QAccessible::List) {}

TimelineAccessible::~TimelineAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_children))
        QAccessible::deleteAccessibleInterface(id);
}

void TimelineAccessible::install()
{
    // Qt keeps each factory once, however often it is given.
    QAccessible::installFactory(&makeInterface);
}

TimelineView *TimelineAccessible::view() const
{
    return static_cast<TimelineView *>(object());
}

int TimelineAccessible::childCount() const
{
    return view()->rowCount();
}

QAccessibleInterface *TimelineAccessible::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    if (const auto known = m_children.constFind(index); known != m_children.cend())
        return QAccessible::accessibleInterface(*known);
    auto *row = new TimelineRowAccessible(view(), index);
    m_children.insert(index, QAccessible::registerAccessibleInterface(row));
    return row;
}

QAccessibleInterface *TimelineAccessible::childAt(int x, int y) const
{
    const QPoint point = view()->viewport()->mapFromGlobal(QPoint(x, y));
    for (int row = view()->firstVisibleRow(); row <= view()->lastVisibleRow(); ++row) {
        if (view()->bubbleRect(row).contains(point))
            return child(row);
    }
    return nullptr;
}

QAccessibleInterface *TimelineAccessible::focusChild() const
{
    return view()->hasFocus() ? child(view()->currentRow()) : nullptr;
}

int TimelineAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *row = dynamic_cast<const TimelineRowAccessible *>(child);
    return row ? row->row() : -1;
}

QString TimelineAccessible::text(QAccessible::Text which) const
{
    return which == QAccessible::Name ? view()->accessibleName() : QAccessibleWidget::text(which);
}

bool TimelineRowAccessible::isValid() const
{
    return m_row < m_view->rowCount();
}

QAccessibleInterface *TimelineRowAccessible::parent() const
{
    return QAccessible::queryAccessibleInterface(m_view);
}

QString TimelineRowAccessible::text(QAccessible::Text which) const
{
    if (which != QAccessible::Name || !isValid())
        return {};
    const TimelineEntry row = m_view->rowData(m_row);
    const QString words = row.message.deletedAt ? QCoreApplication::translate("Timeline", "Message deleted")
                                                : previewText(row.message, 16'000);
    QStringList parts{row.author, clockTime(row.message.createdAt), words, stateText(row)};
    if (row.state == DeliveryState::Failed)
        parts.append(errorText(row.error));
    for (int i = 0; i < row.message.attachments.size() && !row.message.deletedAt; ++i)
        parts.append(row.message.attachments.at(i).name + u' ' + attachmentWords(row, i));
    if (row.card && !row.message.deletedAt)
        parts.append(cardWords(*row.card));
    if (!row.quoteText.isEmpty())
        parts.insert(2,
                     QCoreApplication::translate("Timeline", "replies to %1: %2").arg(row.quoteAuthor, row.quoteText));
    if (!row.forwardedFrom.isEmpty())
        parts.insert(2, QCoreApplication::translate("Timeline", "Forwarded from %1").arg(row.forwardedFrom));
    for (const Reaction &reaction : row.message.reactions)
        parts.append(reaction.emoji + u' ' + QString::number(reaction.userIds.size()));
    if (row.message.pinnedAt)
        parts.append(QCoreApplication::translate("Timeline", "pinned"));
    for (qsizetype i = row.before.size() - 1; i >= 0; --i)
        parts.prepend(row.before.at(i).words);
    for (const RoomNotice &notice : row.after)
        parts.append(notice.words);
    parts.removeAll(QString());
    return parts.join(", "_L1);
}

QRect TimelineRowAccessible::rect() const
{
    const QRect bubble = m_view->bubbleRect(m_row);
    return bubble.isNull() ? QRect() : QRect(m_view->viewport()->mapToGlobal(bubble.topLeft()), bubble.size());
}

QAccessible::State TimelineRowAccessible::state() const
{
    QAccessible::State state;
    state.focusable = true;
    state.readOnly = true;
    state.focused = m_view->hasFocus() && m_view->currentRow() == m_row;
    state.offscreen = isValid() && m_view->bubbleRect(m_row).isNull();
    return state;
}

} // namespace rialto
