// The part of ChatPage that leads to a message and to what links name.
#include "features/chat/ChatPage.h"
#include "features/chat/MessageInContext.h"
#include "features/chat/RoomLink.h"
#include "features/chat/RoomPane.h"
#include "features/chat/model/RoomListModel.h"
#include "net/ServerLinks.h"

using namespace Qt::StringLiterals;

namespace rialto {

MessagePreview *ChatPage::makePreview() const
{
    return new MessageInContext(m_theme, m_context);
}

void ChatPage::openMessage(RoomId room, MessageId message)
{
    openRoom(room);
    if (m_room->room() == room)
        m_room->openMessage(message);
}

void ChatPage::answerMessage(RoomId room, MessageId message)
{
    openMessage(room, message);
    if (m_room->room() == room)
        m_room->startAnswer(message);
}

void ChatPage::openLink(const QUrl &url)
{
    const auto place = RoomLink::read(url);
    if (m_context.openTarget(url))
        return;
    if (!m_context.links.owns(url))
        m_context.openElsewhere(url);
    else if (leadsToServerAlone(url))
        m_context.say(tr("You are on this server already."), u"link"_s);
    else if (!place)
        m_context.say(tr("Nothing is found under this link."), u"link"_s);
    else if (m_context.rooms.rowOf(place->room) < 0)
        m_context.say(tr("You cannot see the room that this link leads to."), u"lock"_s);
    else
        openMessage(place->room, place->message);
}

} // namespace rialto
