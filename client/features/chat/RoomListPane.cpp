#include "features/chat/RoomListPane.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>

#include "features/chat/RoomDelegate.h"
#include "features/chat/RoomFilter.h"
#include "features/chat/RoomListView.h"
#include "features/chat/RoomMenu.h"
#include "features/chat/model/RoomListModel.h"
#include "features/chat/model/TypingBook.h"
#include "net/LinkStatus.h"
#include "net/PresenceBook.h"
#include "net/ServerLinks.h"
#include "ui/Button.h"
#include "ui/ConnectionLabel.h"
#include "ui/EmptyState.h"
#include "ui/Metrics.h"

using namespace Qt::StringLiterals;

namespace rialto {

RoomListPane::RoomListPane(const Theme &theme, const ChatContext &context, QWidget *parent)
    : Surface(theme, &Colors::panel, {}, parent),
      m_theme(theme),
      m_context(context),
      m_filter(new RoomFilter(context, this)),
      m_list(new RoomListView),
      m_nothing(new EmptyState(theme, u"search"_s)),
      m_server(new ElidedLabel(theme)),
      m_new(new IconButton(theme, u"square-pen"_s, {})),
      m_search(new QLineEdit)
{
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new RoomDelegate(theme, context, m_list));
    build(context);
    // Not currentChanged: a list that merely gets the focus makes its first row current.
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RoomListPane::selectionChanged);
    connect(m_list, &QListView::customContextMenuRequested, this, &RoomListPane::openRoomMenu);
    connect(m_list, &QListView::clicked, this, &RoomListPane::choose);
    connect(m_list, &QListView::activated, this, &RoomListPane::choose);
    connect(m_search, &QLineEdit::textChanged, this, &RoomListPane::narrow);
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &RoomListPane::showFound);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &RoomListPane::showFound);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &RoomListPane::showFound);
    connect(&context.rooms, &RoomListModel::roomGone, this, [this](RoomId gone) {
        if (gone == m_open)
            m_open = {};
    });
    connect(m_new, &IconButton::clicked, this, &RoomListPane::openNewMenu);
    // Then the server has said what it is called.
    connect(&context.link, &LinkStatus::onlineChanged, this,
            [this] { m_server->setFullText(m_context.links.title()); });
    connect(&theme, &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));
    connect(&context.presence, &PresenceBook::changed, m_list->viewport(), qOverload<>(&QWidget::update));
    connect(&context.typing, &TypingBook::changed, m_list->viewport(), qOverload<>(&QWidget::update));
    retranslate();
}

void RoomListPane::build(const ChatContext &context)
{
    m_theme.dress(*m_server, TextStyle::Title);
    m_server->setFullText(context.links.title());
    m_search->setProperty("kind", u"search"_s);
    m_search->setClearButtonEnabled(true);
    m_search->addAction(m_theme.icon(u"search"_s, &Colors::textMuted), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addStretch();
    names->addWidget(m_server);
    names->addWidget(new ConnectionLabel(m_theme, context.link));
    names->addStretch();
    auto *header = new QWidget;
    m_theme.fixHeight(*header, metrics::header);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(16, 0, 8, 0);
    row->addLayout(names, 1);
    row->addWidget(m_new);
    auto *search = new QHBoxLayout;
    search->setContentsMargins(12, 0, 12, 8);
    search->addWidget(m_search);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addLayout(search);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing, 1);
    m_nothing->hide();
    m_searchMessages = new Button(m_theme, ButtonKind::Secondary, {});
    m_nothing->addButton(m_searchMessages);
    connect(m_searchMessages, &Button::clicked, this, &RoomListPane::searchMessages);
}

RoomId RoomListPane::currentRoom() const
{
    const QModelIndexList chosen = m_list->selectionModel()->selectedIndexes();
    return chosen.isEmpty() ? RoomId{} : RoomId{chosen.first().data(RoomListModel::IdRole).toLongLong()};
}

void RoomListPane::setCurrentRoom(RoomId id)
{
    const int row = m_context.rooms.rowOf(id);
    if (row < 0)
        return;
    QModelIndex index = m_filter->mapFromSource(m_context.rooms.index(row, 0));
    if (!index.isValid()) {
        m_search->clear();
        index = m_filter->mapFromSource(m_context.rooms.index(row, 0));
    }
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

void RoomListPane::step(int direction)
{
    const QModelIndexList chosen = m_list->selectionModel()->selectedIndexes();
    const QModelIndex next = m_filter->index(chosen.isEmpty() ? 0 : chosen.first().row() + direction, 0);
    if (next.isValid())
        m_list->setCurrentIndex(next);
}

void RoomListPane::stepToUnread(int direction)
{
    const QModelIndexList chosen = m_list->selectionModel()->selectedIndexes();
    const int start = chosen.isEmpty() ? (direction > 0 ? -1 : m_filter->rowCount()) : chosen.first().row();
    for (int row = start + direction; row >= 0 && row < m_filter->rowCount(); row += direction) {
        if (m_filter->index(row, 0).data(RoomListModel::UnreadCountRole).toInt() > 0) {
            m_list->setCurrentIndex(m_filter->index(row, 0));
            return;
        }
    }
}

void RoomListPane::focusList()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

/// The room that is open stands out again as soon as it is among those shown.
void RoomListPane::narrow(const QString &text)
{
    m_filter->setText(text);
    showFound();
    const int row = m_context.rooms.rowOf(m_open);
    const QModelIndex open = row < 0 ? QModelIndex() : m_filter->mapFromSource(m_context.rooms.index(row, 0));
    if (open.isValid() && currentRoom() != m_open)
        m_list->setCurrentIndex(open);
}

/// Opens a room, or gives it the focus when it is open. What was typed to find it has done its work.
void RoomListPane::choose(const QModelIndex &room)
{
    const RoomId id{room.data(RoomListModel::IdRole).toLongLong()};
    if (!id.isValid())
        return;
    m_search->clear();
    setCurrentRoom(id);
    Q_EMIT roomChosen(id);
}

void RoomListPane::showFound()
{
    const bool isFound = m_filter->rowCount() > 0 || m_search->text().trimmed().isEmpty();
    m_list->setVisible(isFound);
    m_nothing->setVisible(!isFound);
}

void RoomListPane::searchMessages()
{
    const QString words = m_search->text().trimmed();
    m_search->clear();
    if (!words.isEmpty())
        Q_EMIT messagesRequested(words);
}

void RoomListPane::selectionChanged()
{
    if (!currentRoom().isValid() || currentRoom() == m_open)
        return;
    m_open = currentRoom();
    // Not at once: the click that chose it is not over.
    QMetaObject::invokeMethod(m_search, &QLineEdit::clear, Qt::QueuedConnection);
    Q_EMIT roomChosen(m_open);
}

void RoomListPane::openNewMenu()
{
    QMenu menu(this);
    menu.addAction(m_theme.icon(u"messages-square"_s, &Colors::textMuted), tr("New room…"), this,
                   &RoomListPane::newRoomRequested);
    menu.addAction(m_theme.icon(u"users"_s, &Colors::textMuted), tr("People and friends…"), this,
                   &RoomListPane::peopleRequested);
    menu.exec(m_new->mapToGlobal(QPoint(0, m_new->height())));
}

void RoomListPane::openRoomMenu(const QPoint &position)
{
    const RoomId id{m_list->indexAt(position).data(RoomListModel::IdRole).toLongLong()};
    if (!id.isValid())
        return;
    RoomMenu menu(m_theme, m_context, id, this);
    connect(&menu, &RoomMenu::personRequested, this, &RoomListPane::personRequested);
    menu.exec(m_list->viewport()->mapToGlobal(position));
}

/// In the search field Down goes to the list, Enter opens the first hit, or looks in the messages where there is none,
/// and Esc gives the whole list back.
bool RoomListPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down)
            m_list->setFocus(Qt::TabFocusReason);
        else if (key == Qt::Key_Escape)
            m_search->clear();
        else if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_filter->rowCount() > 0)
            choose(m_filter->index(0, 0));
        else if (key == Qt::Key_Return || key == Qt::Key_Enter)
            searchMessages();
        else
            return Surface::eventFilter(watched, event);
        return true;
    }
    return Surface::eventFilter(watched, event);
}

void RoomListPane::retranslate()
{
    m_new->setName(tr("New room or message"));
    m_search->setPlaceholderText(tr("Search rooms (Ctrl+K)"));
    m_search->setAccessibleName(tr("Search rooms"));
    m_list->setAccessibleName(tr("Rooms"));
    m_nothing->setWords(tr("No room is called like this"), tr("Perhaps a message says it."));
    m_searchMessages->setText(tr("Search messages"));
    m_list->viewport()->update();
}

void RoomListPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Surface::changeEvent(event);
}

} // namespace rialto
