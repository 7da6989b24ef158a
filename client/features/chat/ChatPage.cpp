#include "features/chat/ChatPage.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QSplitter>
#include <QStackedWidget>

#include "features/chat/ChatSide.h"
#include "features/chat/RoomListPane.h"
#include "features/chat/RoomPane.h"
#include "features/chat/model/ChatWriter.h"
#include "features/chat/model/RoomListModel.h"
#include "ui/EmptyState.h"
#include "ui/Metrics.h"
#include "ui/NarrowPanes.h"
#include "ui/Places.h"
#include "ui/Shortcuts.h"
#include "ui/UiSettings.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr auto splitterName = "chat"_L1;
constexpr int narrowestList = 200;

} // namespace

ChatPage::ChatPage(const Theme &theme, UiSettings &settings, const ChatContext &context, QWidget *parent)
    : FramePage(parent),
      m_theme(theme),
      m_settings(settings),
      m_context(context),
      m_rooms(new RoomListPane(theme, context)),
      m_room(new RoomPane(theme, context)),
      m_side(new ChatSide(theme, context)),
      m_empty(new EmptyState(theme, u"messages-square"_s)),
      m_right(new QStackedWidget),
      m_splitter(new QSplitter)
{
    build();
    connectPanes();
    QMetaObject::invokeMethod(this, &ChatPage::showStranded, Qt::QueuedConnection); // Of an earlier time.
    addShortcut(Shortcut::FindInRoom, this, [this] { searchHere(); });
    retranslate();
    m_wanted = RoomId{context.places.lastRoom()};
    restoreRoom();
}

void ChatPage::build()
{
    m_right->addWidget(m_empty);
    m_right->addWidget(m_room);
    m_rooms->setMinimumWidth(narrowestList);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_rooms);
    auto *rightSide = new QWidget;
    auto *beside = new QHBoxLayout(rightSide);
    beside->setContentsMargins(0, 0, 0, 0);
    beside->setSpacing(0);
    beside->addWidget(m_right, 1);
    beside->addWidget(m_side);
    m_splitter->addWidget(rightSide);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({m_theme.grown(metrics::list), 10 * metrics::list});
    m_splitter->restoreState(m_settings.splitter(splitterName));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_splitter);
    m_panes = new NarrowPanes(m_theme, {*this, *m_rooms, *rightSide, m_right, m_side}, this);
    connect(m_panes, &NarrowPanes::narrowChanged, m_room, &RoomPane::setBackShown);
    connect(m_panes, &NarrowPanes::sideFits, m_side, &ChatSide::setFits);
    connect(&m_theme, &Theme::changed, this, &ChatPage::fitList);
    connect(m_panes, &NarrowPanes::narrowChanged, this, &ChatPage::fitList);
    connect(m_splitter, &QSplitter::splitterMoved, this, &ChatPage::keepListWidth);
}

void ChatPage::keepListWidth()
{
    m_listWidth = m_splitter->sizes().constFirst() * 100 / m_theme.textSize();
}

/// As wide as it was chosen: a window that was small for a while, or a text that was large, leaves it no narrower.
void ChatPage::fitList()
{
    // A page that was never shown does not know its widths yet.
    if (!isVisible() || m_panes->isNarrow())
        return;
    if (m_listWidth == 0)
        keepListWidth();
    const int most = qMax(m_listWidth, m_splitter->width() * 2 / 5);
    const int list = qMin(m_listWidth * m_theme.textSize() / 100, most);
    if (list != m_splitter->sizes().constFirst())
        m_splitter->setSizes({list, m_splitter->width() - list});
}

void ChatPage::connectPanes()
{
    connect(m_rooms, &RoomListPane::roomChosen, this, &ChatPage::roomChosen);
    connect(m_room, &RoomPane::backRequested, this, &ChatPage::goBack);
    connect(m_room, &RoomPane::searchRequested, this, &ChatPage::searchHere);
    connect(m_rooms, &RoomListPane::messagesRequested, this, [this](const QString &words) { openSearch({}, words); });
    connect(m_rooms, &RoomListPane::newRoomRequested, this, &ChatPage::createRoom);
    connect(m_rooms, &RoomListPane::peopleRequested, this, &ChatPage::showPeople);
    connect(m_room, &RoomPane::personClicked, this, &ChatPage::openDirect);
    connect(m_room, &RoomPane::placeClicked, this, &ChatPage::openLink);
    connect(m_room, &RoomPane::personRequested, this, &ChatPage::showPerson);
    connect(m_rooms, &RoomListPane::personRequested, this, &ChatPage::showPerson);
    connect(m_room, &RoomPane::detailsRequested, this, [this] { toggleDetails(false); });
    connect(m_side, &ChatSide::messageChosen, this, &ChatPage::showFound);
    connect(m_side, &ChatSide::personRequested, this, &ChatPage::showPerson);
    connect(m_side, &ChatSide::closed, this, &ChatPage::leaveSide);
    connect(m_side, &ChatSide::changed, this, [this] { m_room->setDetailsShown(m_side->showsDetails()); });
    connect(&m_context.rooms, &RoomListModel::totalUnreadChanged, this, &FramePage::badgeChanged);
    connect(&m_context.rooms, &RoomListModel::roomGone, this, &ChatPage::roomGone);
    connect(&m_context.rooms, &QAbstractItemModel::rowsInserted, this, &ChatPage::restoreRoom);
    connect(&m_context.rooms, &QAbstractItemModel::modelReset, this, &ChatPage::restoreRoom);
    connect(&m_context.writer, &ChatWriter::stranded, this, &ChatPage::showStranded, Qt::QueuedConnection);
}

ChatPage::~ChatPage()
{
    m_settings.setSplitter(splitterName, m_splitter->saveState());
}

QString ChatPage::pageId() const
{
    return u"chat"_s;
}

QString ChatPage::iconName() const
{
    return u"messages-square"_s;
}

QString ChatPage::title() const
{
    return tr("Chat");
}

int ChatPage::badgeCount() const
{
    return m_context.rooms.totalUnread();
}

void ChatPage::openRoom(RoomId id)
{
    m_wanted = id;
    restoreRoom();
    m_side->uncover();
    m_panes->showDetail(); // Also where it was the open one, and one had gone back from it.
    m_room->focusComposer();
}

bool ChatPage::isReading(RoomId id) const
{
    return isActiveWindow() && m_room->isVisible() && m_room->room() == id; // Not when something covers it.
}

void ChatPage::searchHere()
{
    openSearch(m_room->room());
}

void ChatPage::openSearch(RoomId room, const QString &words)
{
    m_panes->showDetail();
    m_side->openSearch(room, words);
}

void ChatPage::toggleDetails(bool byKey)
{
    if (m_right->currentWidget() != m_room)
        return;
    m_panes->showDetail();
    m_side->toggleDetails(byKey);
}

void ChatPage::showFound(RoomId room, MessageId message)
{
    QWidget *const searching = QApplication::focusWidget();
    openMessage(room, message);
    // The next word typed is searched for, not sent.
    if (searching && m_side->isVisible() && m_side->isAncestorOf(searching))
        searching->setFocus(Qt::OtherFocusReason);
}

void ChatPage::leaveSide()
{
    if (m_right->currentWidget() == m_empty)
        m_panes->showList();
    m_room->focusComposer();
}

/// To the rooms, where they are not beside the one that is open.
void ChatPage::goBack()
{
    if (!m_panes->isNarrow())
        return;
    m_panes->showList();
    m_rooms->focusList();
}

void ChatPage::addShortcutsTo(QWidget &frame)
{
    const auto add = [this, &frame](Shortcut shortcut, const std::function<void()> &act) {
        auto *keys = new QShortcut(&frame);
        keys->setKeys(shortcutKeys(shortcut));
        connect(keys, &QShortcut::activated, this, act);
    };
    const auto addHere = [this, add](Shortcut shortcut, const std::function<void()> &act) {
        add(shortcut, [this, act] {
            Q_EMIT wanted();
            act();
        });
    };
    add(Shortcut::FindRoom, [this] { openSwitcher(); });
    add(Shortcut::People, [this] { showPeople(); });
    addHere(Shortcut::FindEverywhere, [this] { openSearch({}); });
    addHere(Shortcut::RoomDetails, [this] { toggleDetails(true); });
    addHere(Shortcut::BackToRooms, [this] { goBack(); });
    addHere(Shortcut::PreviousRoom, [this] { m_rooms->step(-1); });
    addHere(Shortcut::NextRoom, [this] { m_rooms->step(1); });
    addHere(Shortcut::PreviousUnread, [this] { m_rooms->stepToUnread(-1); });
    addHere(Shortcut::NextUnread, [this] { m_rooms->stepToUnread(1); });
}

void ChatPage::restoreRoom()
{
    if (!m_wanted.isValid() || m_context.rooms.rowOf(m_wanted) < 0)
        return;
    m_rooms->setCurrentRoom(std::exchange(m_wanted, RoomId{}));
}

void ChatPage::roomChosen(RoomId id)
{
    m_wanted = {}; // What was wanted before, and was not there, is no longer.
    m_context.places.setLastRoom(id.value);
    m_room->showRoom(id);
    m_side->showRoom(id);
    m_side->uncover();
    m_right->setCurrentWidget(m_room);
    m_panes->showDetail();
    m_room->focusComposer();
}

void ChatPage::roomGone(RoomId id)
{
    if (id != m_room->room())
        return;
    m_room->leaveRoom();
    m_side->showRoom({});
    m_right->setCurrentWidget(m_empty);
    m_panes->showList();
    const QString name = m_context.rooms.title(id);
    m_context.say(name.isEmpty() ? tr("This room is no longer there for you.")
                                 : tr("“%1” is no longer there for you.").arg(name),
                  u"info"_s);
}

void ChatPage::refreshCards()
{
    m_room->refreshCards();
}

void ChatPage::retranslate()
{
    m_empty->setWords(tr("No room is open"), tr("Choose one on the left, or begin with a new one."));
}

void ChatPage::showEvent(QShowEvent *event)
{
    FramePage::showEvent(event);
    fitList();
}

void ChatPage::focusInEvent(QFocusEvent *event)
{
    FramePage::focusInEvent(event);
    if (m_right->currentWidget() == m_room)
        m_room->focusComposer();
    else
        m_rooms->focusList();
}

void ChatPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    FramePage::changeEvent(event);
}

} // namespace rialto
