#include "features/chat/MessageInContext.h"

#include <QEvent>
#include <QVBoxLayout>

#include "features/chat/AttachmentBlock.h"
#include "features/chat/TimelineView.h"
#include "features/chat/model/RoomListModel.h"
#include "ui/PictureStore.h"

namespace rialto {

MessageInContext::MessageInContext(const Theme &theme, const ChatContext &context, QWidget *parent)
    : MessagePreview(parent), m_context(context), m_timeline(new TimelineView(theme))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_timeline);
    m_timeline->setAvatars(context.avatars);
    m_timeline->setPictureReader(attachedPictures(context.pictures));
    connect(&context.pictures, &PictureStore::arrived, m_timeline->viewport(), qOverload<>(&QWidget::update));
    // What can be done with messages is done in the room.
    connect(m_timeline, &TimelineView::linkClicked, this, &MessagePreview::openWanted);
    connect(m_timeline, &TimelineView::quoteClicked, this, &MessagePreview::openWanted);
    connect(m_timeline, &TimelineView::fileClicked, this, &MessagePreview::openWanted);
    connect(m_timeline, &TimelineView::reactionClicked, this, &MessagePreview::openWanted);
    connect(m_timeline, &TimelineView::openWanted, this, &MessagePreview::openWanted);
    // Queued: the view is in the middle of scrolling.
    connect(
        m_timeline, &TimelineView::olderWanted, this, [this] { loadMore(&MessageModel::loadOlder); },
        Qt::QueuedConnection);
    connect(
        m_timeline, &TimelineView::newerWanted, this, [this] { loadMore(&MessageModel::loadNewer); },
        Qt::QueuedConnection);
    connect(m_timeline, &TimelineView::newestWanted, this, [this] { m_messages->jumpToNewest(); });
}

/// Asked for through the event loop, so the room may be gone by now.
void MessageInContext::loadMore(void (MessageModel::*load)())
{
    if (m_messages)
        (m_messages.get()->*load)();
}

MessageInContext::~MessageInContext()
{
    m_timeline->setModel(nullptr, {});
}

void MessageInContext::showMessage(RoomId room, MessageId message)
{
    const bool isOtherRoom = !m_messages || m_messages->room() != room;
    if (m_message == message && (!isOtherRoom || !message.isValid()))
        return;
    m_message = message;
    if (isOtherRoom) {
        m_timeline->setModel(nullptr, {});
        m_messages = message.isValid() ? m_context.makeMessages(room) : nullptr;
        if (m_messages)
            connectModel();
    }
    m_timeline->setOutlined(-1);
    Q_EMIT found(false); // Until it is there, perhaps at once.
    if (m_messages && message.isValid())
        m_messages->openAround(message);
}

void MessageInContext::connectModel()
{
    const auto room = m_context.rooms.find(m_messages->room());
    m_isDirect = room && room->visibility == Visibility::Direct;
    m_timeline->setModel(m_messages.get(), [this](int row) { return entry(row); });
    const auto tellEnd = [this] { m_timeline->setEndIsNewest(!m_messages->canLoadNewer()); };
    connect(m_messages.get(), &MessageModel::edgesChanged, this, tellEnd);
    tellEnd();
    connect(m_messages.get(), &MessageModel::placeReady, this, &MessageInContext::place);
    connect(m_messages.get(), &MessageModel::reloaded, this, [this] {
        if (m_message.isValid())
            m_messages->openAround(m_message);
    });
    connect(m_messages.get(), &MessageModel::loadFailed, this, [this] {
        if (m_messages->rowOf(m_message) >= 0)
            return;     // More of what is around it could not be had.
        m_message = {}; // Asked for once more, it may be within reach.
        Q_EMIT found(false);
    });
    connect(m_messages.get(), &MessageModel::roomGone, this, [this] { Q_EMIT found(false); });
}

void MessageInContext::place()
{
    const int row = m_messages->rowOf(m_message);
    if (row < 0)
        return;
    m_timeline->setOutlined(row);
    m_timeline->scrollToRow(row);
    Q_EMIT found(true);
}

TimelineEntry MessageInContext::entry(int row) const
{
    TimelineEntry entry(*m_messages, row, m_context.me());
    entry.isNamed = !m_isDirect;
    return entry;
}

void MessageInContext::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_timeline->refresh();
    MessagePreview::changeEvent(event);
}

} // namespace rialto
