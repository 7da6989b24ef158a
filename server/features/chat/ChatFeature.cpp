#include "features/chat/ChatFeature.h"

#include "core/Topic.h"
#include "features/chat/AttachmentStore.h"
#include "features/chat/SearchStore.h"

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

Relations relationsTo(Database &database, const Caller &caller, RoomId room)
{
    return room_store::relations(database, room, caller.userId).value_or(Relations());
}

bool mayReadFile(Database &database, const Caller &caller, FileId file)
{
    const QList<RoomId> rooms = attachment_store::listRooms(database, file);
    return std::any_of(rooms.begin(), rooms.end(), [&](RoomId room) {
        return isAllowed(Action::ReadRoom, caller.role, relationsTo(database, caller, room));
    });
}

Result<> mayPost(Database &database, const Caller &caller, RoomId room)
{
    const Relations relations = relationsTo(database, caller, room);
    if (isAllowed(Action::PostMessage, caller.role, relations))
        return {};
    if (!isAllowed(Action::ReadRoom, caller.role, relations))
        return fail(ErrorCode::NotFound, u"There is no such room."_s);
    return fail(ErrorCode::Forbidden, u"Join the room to write in it."_s);
}

} // namespace

ChatFeature::ChatFeature(Directory &directory, FileShelf &files)
    : m_rooms(directory), m_messages(directory, files), m_search(directory)
{
}

void ChatFeature::registerWith(Router &router, Hooks &hooks)
{
    registerRooms(router);
    registerMessages(router);
    registerMarks(router);
    registerSearch(router, hooks);
    hooks.topics.push_back([](Database &database, UserId user, Topics &topics) {
        topics.insert(topic::kRooms, 0);
        room_store::eachMembership(database, user,
                                   [&](RoomId room, qint64 since) { topics.insert(topic::room(room), since); });
    });
    hooks.fileHolders.push_back({attachment_store::isCarried, mayReadFile, mayPost});
    hooks.housekeeping.push_back(
        [this](WriteContext &context, int atMost) { return m_messages.releaseDeletedRooms(context, atMost); });
    hooks.accountDeleted.push_back(
        [this](WriteContext &context, UserId user) { m_rooms.releaseAccount(context, user); });
}

QList<UserId> ChatFeature::directUsers(Database &database, RoomId room)
{
    return room_store::directUsers(database, room);
}

std::optional<RoomDirectory::Attention> ChatFeature::attentionOf(Database &database, RoomId room, UserId user)
{
    return room_store::attentionOf(database, room, user);
}

QList<UserId> ChatFeature::memberIds(Database &database, RoomId room)
{
    return room_store::memberIds(database, room);
}

QList<UserId> ChatFeature::watcherIds(Database &database, RoomId room)
{
    return room_store::watcherIds(database, room);
}

std::optional<UserId> ChatFeature::authorOf(Database &database, MessageId message)
{
    return message_store::findAuthor(database, message);
}

std::optional<Message> ChatFeature::findMessage(Database &database, MessageId message)
{
    return message_store::find(database, message);
}

void ChatFeature::registerRooms(Router &router)
{
    RoomService &rooms = m_rooms;
    router.onRead<ListRooms>([&](auto &context, const auto &request) { return rooms.listRooms(context, request); });
    router.onRead<GetRoom>([&](auto &context, const auto &request) { return rooms.getRoom(context, request); });
    router.onRead<ListMembers>([&](auto &context, const auto &request) { return rooms.listMembers(context, request); });
    router.onRead<ListMemberships>(
        [&](auto &context, const auto &request) { return rooms.listMemberships(context, request); });
    router.onWrite<CreateRoom>([&](auto &context, const auto &request) { return rooms.createRoom(context, request); });
    router.onWrite<ChangeRoom>([&](auto &context, const auto &request) { return rooms.changeRoom(context, request); });
    router.onWrite<DeleteRoom>([&](auto &context, const auto &request) { return rooms.deleteRoom(context, request); });
    router.onWrite<OpenDirectRoom>(
        [&](auto &context, const auto &request) { return rooms.openDirect(context, request); });
    router.onWrite<PutMember>([&](auto &context, const auto &request) { return rooms.putMember(context, request); });
    router.onWrite<RemoveMember>(
        [&](auto &context, const auto &request) { return rooms.removeMember(context, request); });
}

void ChatFeature::registerMessages(Router &router)
{
    MessageService &messages = m_messages;
    router.onRead<ListMessages>(
        [&](auto &context, const auto &request) { return messages.listMessages(context, request); });
    router.onWrite<SendMessage>([&](auto &context, const auto &request) { return messages.send(context, request); });
    router.onWrite<EditMessage>([&](auto &context, const auto &request) { return messages.edit(context, request); });
    router.onWrite<DeleteMessage>(
        [&](auto &context, const auto &request) { return messages.remove(context, request); });
    router.onRead<GetMessage>(
        [&](auto &context, const auto &request) { return messages.getMessage(context, request); });
    router.onRead<ListRevisions>(
        [&](auto &context, const auto &request) { return messages.listRevisions(context, request); });
    router.onWrite<ForwardMessage>(
        [&](auto &context, const auto &request) { return messages.forward(context, request); });
}

void ChatFeature::registerMarks(Router &router)
{
    MarkService &marks = m_marks;
    router.onWrite<AddReaction>(
        [&](auto &context, const auto &request) { return marks.addReaction(context, request); });
    router.onWrite<RemoveReaction>(
        [&](auto &context, const auto &request) { return marks.removeReaction(context, request); });
    router.onRead<ListPins>([&](auto &context, const auto &request) { return marks.listPins(context, request); });
    router.onWrite<PinMessage>([&](auto &context, const auto &request) { return marks.pin(context, request); });
    router.onWrite<UnpinMessage>([&](auto &context, const auto &request) { return marks.unpin(context, request); });
    router.onWrite<MarkRead>([&](auto &context, const auto &request) { return marks.markRead(context, request); });
    router.onWrite<ChangeMembership>(
        [&](auto &context, const auto &request) { return marks.changeMembership(context, request); });
}

void ChatFeature::registerSearch(Router &router, Hooks &hooks)
{
    const SearchService &search = m_search;
    router.onRead<SearchMessages>([&](auto &context, const auto &request) { return search.search(context, request); });
    hooks.followUps.push_back(
        [](WriteContext &context, int atMost) { return search_store::indexSome(context.database, atMost); });
}

} // namespace rialto
