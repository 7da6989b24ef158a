#include "features/chat/RoomPane.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QStackedWidget>

#include "features/chat/Composer.h"
#include "features/chat/MessageToolbar.h"
#include "features/chat/PinBar.h"
#include "features/chat/RoomDelegate.h"
#include "features/chat/RoomHeader.h"
#include "features/chat/TimelineView.h"
#include "features/chat/TypingLine.h"
#include "features/chat/model/RoomListModel.h"
#include "features/chat/model/TypingBook.h"
#include "net/ErrorText.h"
#include "net/LinkStatus.h"
#include "net/PresenceBook.h"
#include "net/ServerLinks.h"
#include "ui/Button.h"
#include "ui/ConnectionBanner.h"
#include "ui/Metrics.h"
#include "ui/PresenceText.h"
#include "ui/UiSettings.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int draftDelayMs = 400;

} // namespace

RoomPane::RoomPane(const Theme &theme, const ChatContext &context, QWidget *parent)
    : Surface(theme, &Colors::canvas, {}, parent),
      m_theme(theme),
      m_context(context),
      m_header(new RoomHeader(theme, context.avatars)),
      m_pins(new PinBar(theme, context.pins)),
      m_timeline(new TimelineView(theme)),
      m_typing(new TypingLine(theme)),
      m_composer(new Composer(theme, context.spelling)),
      m_foot(new QStackedWidget),
      m_join(new Button(theme, ButtonKind::Primary, {})),
      m_joinHint(new QLabel),
      m_toolbar(new MessageToolbar(theme, m_timeline->viewport())),
      m_undo(new Banner(theme, u"trash-2"_s))
{
    build();
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(draftDelayMs);
    connect(&m_draftTimer, &QTimer::timeout, this, &RoomPane::saveDraft);
    m_undoTimer.setSingleShot(true);
    m_membersTimer.setSingleShot(true);
    connect(&m_membersTimer, &QTimer::timeout, this, &RoomPane::readMembers);
    connect(&m_undoTimer, &QTimer::timeout, this, &RoomPane::finishDeleting);
    connect(m_undo, &Banner::actionTriggered, this, &RoomPane::undoDeleting);
    connect(m_header, &RoomHeader::menuRequested, this, &RoomPane::openRoomMenu);
    connect(m_header, &RoomHeader::clicked, this, &RoomPane::showOther);
    connect(m_header, &RoomHeader::backRequested, this, &RoomPane::backRequested);
    connect(m_header, &RoomHeader::searchRequested, this, &RoomPane::searchRequested);
    connect(m_header, &RoomHeader::detailsRequested, this, &RoomPane::detailsRequested);
    connect(m_composer, &Composer::sendRequested, this, &RoomPane::send);
    connect(m_composer, &Composer::editConfirmed, this, &RoomPane::confirmEdit);
    connect(m_composer, &Composer::editLastRequested, this, &RoomPane::editLast);
    connect(m_composer, &Composer::draftChanged, this, &RoomPane::draftTyped);
    connect(m_join, &Button::clicked, this, &RoomPane::join);
    connect(m_timeline, &TimelineView::menuRequested, this, &RoomPane::openMessageMenu);
    connect(m_pins, &PinBar::chosen, this, &RoomPane::openMessage);
    connect(m_pins, &PinBar::menuRequested, this, &RoomPane::openPinMenu);
    connectMarks();
    connectFiles();
    connect(m_timeline, &TimelineView::retryClicked, this, [this](int row) { m_messages->retry(row); });
    connect(m_timeline, &TimelineView::discardClicked, this, [this](int row) { m_messages->discard(row); });
    connect(
        m_timeline, &TimelineView::olderWanted, this, [this] { loadMore(&MessageModel::loadOlder); },
        Qt::QueuedConnection);
    connect(
        m_timeline, &TimelineView::newerWanted, this, [this] { loadMore(&MessageModel::loadNewer); },
        Qt::QueuedConnection);
    connect(m_timeline, &TimelineView::newestWanted, this, [this] {
        m_restored = {};
        m_messages->jumpToNewest();
    });
    connect(m_timeline, &TimelineView::rowSeen, this, &RoomPane::markSeen);
    connect(&m_context.link, &LinkStatus::onlineChanged, this, &RoomPane::retranslate);
    connect(&m_context.rooms, &RoomListModel::membersChanged, this, &RoomPane::refreshMembers);
    connect(&m_context.rooms, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &to, const QList<int> &roles) {
                const int row = m_context.rooms.rowOf(m_room);
                if (row >= from.row() && row <= to.row())
                    roles.contains(RoomListModel::TitleRole) ? m_membersTimer.start() : refreshHeader();
            });
    connect(&m_context.presence, &PresenceBook::changed, this, &RoomPane::refreshHeader);
    connect(&m_context.typing, &TypingBook::changed, this, &RoomPane::refreshTyping);
    retranslate();
}

RoomPane::~RoomPane()
{
    finishDeleting();
    saveDraft();
    savePlace();
}

void RoomPane::build()
{
    auto *banner = new ConnectionBanner(m_theme, m_context.link, m_context.links.serverName());
    connect(banner, &Banner::actionTriggered, this, [this] { m_context.retryConnection(); });
    m_foot->addWidget(m_composer);
    m_foot->addWidget(buildJoinBar());
    m_foot->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(banner);
    column->addWidget(m_header);
    column->addWidget(m_pins);
    column->addWidget(m_timeline, 1);
    column->addWidget(m_typing);
    column->addWidget(m_undo);
    column->addWidget(m_foot);
    m_undo->hide();
}

QWidget *RoomPane::buildJoinBar()
{
    auto *bar = new Surface(m_theme, &Colors::panel, Qt::TopEdge);
    m_joinHint->setTextFormat(Qt::PlainText);
    m_joinHint->setWordWrap(true);
    m_joinHint->setProperty("tone", u"muted"_s);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(20, 0, 16, 0);
    row->addWidget(m_joinHint, 1);
    row->addWidget(m_join);
    m_theme.fixHeight(*bar, metrics::composerMin);
    return bar;
}

void RoomPane::showRoom(RoomId id)
{
    if (id == m_room && m_messages)
        return;
    finishDeleting();
    saveDraft();
    savePlace();
    m_context.pins.follow(id);
    m_isMoving = true; // Until the place is found, what is shown by the way is not seen.
    const RoomId before = std::exchange(m_room, id);
    const auto room = m_context.rooms.find(id);
    m_isDirect = room && room->visibility == Visibility::Direct;
    const QPointer<MessageModel> old = std::exchange(m_messages, m_context.openRoom(id));
    m_timeline->setModel(m_messages, [this](int row) { return entry(row); });
    if (old) {
        old->disconnect(this);
        // Opened again, it finds anew what is unread.
        m_context.closeRoom(before);
    }
    connectModel();
    m_replyTo.reset();
    m_hasCards = false;
    m_toolbar->hide();
    m_composer->setText(m_messages->draft());
    m_draftTimer.stop();
    readMembers();
    refreshTyping();
    retranslate();
    showFirstUnread();
    restorePlace();
    m_isMoving = false;
    markSeen();
    refreshUnseen();
}

void RoomPane::leaveRoom()
{
    finishDeleting();
    saveDraft();
    m_context.pins.follow({});
    m_timeline->setModel(nullptr, {});
    m_messages = nullptr;
    m_context.closeRoom(std::exchange(m_room, RoomId{}));
}

void RoomPane::connectModel()
{
    m_timeline->setEndIsNewest(!m_messages->canLoadNewer());
    connect(m_messages, &MessageModel::edgesChanged, this, [this] {
        m_timeline->setEndIsNewest(!m_messages->canLoadNewer());
        if (!m_notices.isEmpty())
            m_timeline->refresh();
    });
    connect(m_messages, &MessageModel::loadingChanged, this, &RoomPane::showEmptyWords);
    connect(m_messages, &MessageModel::firstUnreadChanged, this, &RoomPane::showFirstUnread);
    connect(m_messages, &MessageModel::accessChanged, this, &RoomPane::refreshAccess);
    connect(m_messages, &MessageModel::unseenChanged, this, &RoomPane::refreshUnseen);
    connect(m_messages, &MessageModel::placeReady, this, &RoomPane::placeReady);
    connect(m_messages, &MessageModel::reloading, this, &RoomPane::keepPlace);
    connect(m_messages, &MessageModel::reloaded, this, &RoomPane::comeBack);
    connect(m_messages, &MessageModel::loadFailed, this, [this](const Error &error) {
        // Nobody asked for the place where one was; then one is at the end.
        if (!std::exchange(m_restored, MessageId()).isValid())
            m_context.say(errorText(error), u"circle-alert"_s);
    });
}

/// Asked for through the event loop, so the room may be gone by now.
void RoomPane::loadMore(void (MessageModel::*load)())
{
    if (m_messages)
        (m_messages->*load)();
}

void RoomPane::setBackShown(bool shown)
{
    m_header->setBackShown(shown);
}

void RoomPane::setDetailsShown(bool shown)
{
    m_header->setDetailsShown(shown);
}

void RoomPane::refreshHeader()
{
    const int row = m_context.rooms.rowOf(m_room);
    if (row < 0)
        return;
    const QModelIndex room = m_context.rooms.index(row, 0);
    const QString title = room.data(RoomListModel::TitleRole).toString();
    const qint64 other = room.data(RoomListModel::OtherUserIdRole).toLongLong();
    const auto presence = m_context.presence.find(UserId{other});
    if (other > 0) {
        const auto person = m_context.person(UserId{other});
        m_header->showPerson(other, title, person ? person->statusText : QString());
        m_header->setPresence(presenceDot(presence), presenceText(presence, QDateTime::currentMSecsSinceEpoch()));
    } else {
        m_header->showRoom(m_room.value, title, room.data(RoomListModel::TopicRole).toString(),
                           roomIcon(room.data(RoomListModel::KindRole).toInt()));
    }
    // From outside one is told no longer who comes and goes.
    const bool isCounted = other <= 0 && m_context.rooms.isJoined(m_room);
    m_header->setMemberCount(isCounted ? int(m_members.size()) : 0, countHere());
    refreshAccess();
}

int RoomPane::countHere() const
{
    return int(std::count_if(m_members.begin(), m_members.end(),
                             [this](const Member &member) { return m_context.presence.isHere(member.userId); }));
}

void RoomPane::refreshTyping()
{
    m_typing->setWords(m_context.typing.words(m_room));
}

void RoomPane::draftTyped(const QString &text)
{
    m_draftTimer.start();
    // A draft that is merely shown again was not typed now.
    if (!text.trimmed().isEmpty() && m_composer->field().hasFocus())
        m_context.typing.typed(m_room);
}

void RoomPane::refreshAccess()
{
    if (!m_messages)
        return;
    const bool joined = m_context.rooms.isJoined(m_room);
    m_foot->setCurrentIndex(joined && m_messages->canWrite() ? 0 : 1);
    m_join->setVisible(!joined);
    m_joinHint->setText(
        joined ? tr("Guests read here; ask an administrator for an account that may write.")
               : tr("You are looking at this room from outside. Join it to write and to get notifications."));
}

void RoomPane::focusComposer()
{
    if (m_foot->currentIndex() == 0)
        m_composer->field().setFocus(Qt::OtherFocusReason);
    else
        m_timeline->setFocus(Qt::OtherFocusReason);
}

void RoomPane::retranslate()
{
    const bool away = !m_context.link.isOnline();
    m_composer->setPlaceholder(away ? tr("Message, sent when back online") : tr("Message"));
    m_join->setText(tr("Join room"));
    showEmptyWords();
    refreshAccess();
}

/// What stands where no messages are.
void RoomPane::showEmptyWords()
{
    if (m_messages && m_messages->isLoading())
        m_timeline->setEmptyWords(tr("Loading messages…"), {});
    else if (!m_context.link.isOnline())
        m_timeline->setEmptyWords(tr("No messages to show yet"), tr("They appear here when the connection is back."));
    else
        m_timeline->setEmptyWords(tr("Nothing has been written here yet"),
                                  noticeLines() + tr("Write the first message, or drop a file here."));
}

/// Who types or pastes while the messages have the focus means to write.
void RoomPane::keyPressEvent(QKeyEvent *event)
{
    const bool letter = !event->text().isEmpty() && event->text().at(0).isPrint() &&
                        !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (!(letter || event->matches(QKeySequence::Paste)) || m_foot->currentIndex() != 0) {
        Surface::keyPressEvent(event);
        return;
    }
    focusComposer();
    QCoreApplication::sendEvent(&m_composer->field(), event);
}

void RoomPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_timeline->refresh();
    }
    Surface::changeEvent(event);
}

/// Whoever comes back to the window, or to this page of it, sees what came meanwhile. Of the two events about that only
/// this one is passed on to the widgets in a window.
bool RoomPane::event(QEvent *event)
{
    const bool done = Surface::event(event);
    if (event->type() == QEvent::WindowActivate || event->type() == QEvent::Show)
        markSeen();
    return done;
}

} // namespace rialto
