#pragma once

#include "core/Directory.h"
#include "core/Feature.h"
#include "core/RoomDirectory.h"
#include "features/chat/MarkService.h"
#include "features/chat/MessageService.h"
#include "features/chat/RoomService.h"
#include "features/chat/SearchService.h"

namespace rialto {

class ChatFeature final : public Feature, public RoomDirectory
{
public:
    ChatFeature(Directory &directory, FileShelf &files);
    void registerWith(Router &router, Hooks &hooks) override;
    QList<UserId> directUsers(Database &database, RoomId room) override;
    std::optional<Attention> attentionOf(Database &database, RoomId room, UserId user) override;
    QList<UserId> memberIds(Database &database, RoomId room) override;
    QList<UserId> watcherIds(Database &database, RoomId room) override;
    std::optional<UserId> authorOf(Database &database, MessageId message) override;
    std::optional<Message> findMessage(Database &database, MessageId message) override;

private:
    void registerRooms(Router &router);
    void registerMessages(Router &router);
    void registerMarks(Router &router);
    void registerSearch(Router &router, Hooks &hooks);

    RoomService m_rooms;
    MessageService m_messages;
    MarkService m_marks;
    SearchService m_search;
};

} // namespace rialto
