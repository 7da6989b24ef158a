#include "features/chat/RoomService.h"

#include "core/Paging.h"
#include "core/Topic.h"
#include "features/chat/AttachmentStore.h"

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

tl::unexpected<Error> noSuchRoom()
{
    return fail(ErrorCode::NotFound, u"There is no such room."_s);
}

Result<> checkVersion(const std::optional<qint64> &baseVersion, const Room &room)
{
    if (!baseVersion || *baseVersion == room.version)
        return {};
    Error stale{ErrorCode::Conflict, u"The room was changed meanwhile."_s, {}, {}, 0};
    stale.current = *parseObject(toJson(room));
    return tl::unexpected(stale);
}

} // namespace

RoomService::RoomService(Directory &directory) : m_directory(directory) {}

// What one may know of: public rooms, one's own, and for managers every room that is not a conversation of two.
Result<RoomView> RoomService::known(Database &database, const Caller &caller, RoomId id)
{
    const auto view = room_store::view(database, id, caller.userId);
    if (!view)
        return noSuchRoom();
    const bool manages = caller.role >= Role::Manager && view->room.visibility != Visibility::Direct;
    if (!manages && !isAllowed(Action::ReadRoom, caller.role, view->relations))
        return noSuchRoom();
    return *view;
}

Result<RoomView> RoomService::allowed(WriteContext &context, RoomId id, Action action)
{
    auto view = known(context.database, context.caller, id);
    if (!view)
        return view;
    if (view->room.visibility == Visibility::Direct)
        return fail(ErrorCode::Forbidden, u"A direct room belongs to its two people and stays as it is."_s);
    if (!isAllowed(action, context.caller.role, view->relations))
        return fail(ErrorCode::Forbidden, u"Your role in this room does not allow that."_s);
    return view;
}

Result<Page<Room>> RoomService::listRooms(ReadContext &context, const ListRooms &request)
{
    return pageByKey<Room>(
        u"rooms"_s, request.after, request.limit,
        [&](qint64 after, int limit) {
            return room_store::listVisible(context.database, context.caller.userId, RoomId{after}, limit);
        },
        [](const Room &room) { return room.id.value; });
}

Result<Room> RoomService::getRoom(ReadContext &context, const GetRoom &request)
{
    return known(context.database, context.caller, request.roomId).map([](const RoomView &view) { return view.room; });
}

Result<Page<Member>> RoomService::listMembers(ReadContext &context, const ListMembers &request)
{
    const auto view = known(context.database, context.caller, request.roomId);
    if (!view)
        return tl::unexpected(view.error());
    // Who looks in from outside a public room need not know who was put out of it by whom.
    const bool isInside = view->relations.testFlag(Relation::Member) || context.caller.role >= Role::Manager;
    return pageByKey<Member>(
        u"members"_s, request.after, request.limit,
        [&, left = request.left && isInside](qint64 after, int limit) {
            return room_store::listMembers(context.database, request.roomId, UserId{after}, limit, left);
        },
        [](const Member &member) { return member.userId.value; });
}

Result<Page<Membership>> RoomService::listMemberships(ReadContext &context, const ListMemberships &request)
{
    return pageByKey<Membership>(
        u"memberships"_s, request.after, request.limit,
        [&](qint64 after, int limit) {
            return room_store::listMemberships(context.database, context.caller.userId, RoomId{after}, limit);
        },
        [](const Membership &membership) { return membership.roomId.value; });
}

// A public room's own events go to everybody, a private one's to its members.
template <Event E> void RoomService::recordRoom(WriteContext &context, const Room &room)
{
    const bool isPublic = room.visibility == Visibility::Public;
    context.record<E>(isPublic ? topic::kRooms : topic::room(room.id), room.id.value, room);
}

Result<Room> RoomService::createRoom(WriteContext &context, const CreateRoom &request)
{
    if (request.visibility == Visibility::Direct)
        return fail(ErrorCode::Invalid, u"visibility must be public or private."_s, u"visibility"_s);
    const UserId me = context.caller.userId;
    const Room room =
        *room_store::find(context.database, room_store::add(context.database, request, me, context.nowMs));
    if (room.visibility == Visibility::Public)
        recordRoom<RoomCreated>(context, room);
    join(context, room, me, MemberRole::Owner);
    if (room.visibility != Visibility::Public)
        recordRoom<RoomCreated>(context, room);
    return room;
}

Result<Room> RoomService::changeRoom(WriteContext &context, const ChangeRoom &request)
{
    auto view = allowed(context, request.roomId, Action::ChangeRoom);
    if (!view)
        return tl::unexpected(view.error());
    if (auto result = checkVersion(request.baseVersion, view->room); !result)
        return tl::unexpected(result.error());
    view->room.name = request.name.value_or(view->room.name);
    view->room.topic = request.topic.value_or(view->room.topic);
    room_store::update(context.database, view->room);
    view->room.version += 1;
    recordRoom<RoomChanged>(context, view->room);
    return view->room;
}

Result<Nothing> RoomService::deleteRoom(WriteContext &context, const DeleteRoom &request)
{
    auto view = allowed(context, request.roomId, Action::DeleteRoom);
    if (!view)
        return tl::unexpected(view.error());
    if (auto result = checkVersion(request.baseVersion, view->room); !result)
        return tl::unexpected(result.error());
    room_store::markDeleted(context.database, request.roomId, context.nowMs);
    attachment_store::releaseLater(context.database, request.roomId);
    recordRoom<RoomDeleted>(context, *room_store::find(context.database, request.roomId));
    UserId after;
    for (;;) {
        const QList<Member> members = room_store::listMembers(context.database, request.roomId, after, 200);
        if (members.isEmpty())
            return Nothing{};
        for (const Member &member : members)
            leave(context, request.roomId, member.userId);
        after = members.last().userId;
    }
}

Result<Room> RoomService::openDirect(WriteContext &context, const OpenDirectRoom &request)
{
    const UserId me = context.caller.userId;
    if (request.userId == me)
        return fail(ErrorCode::Invalid, u"userId must be somebody else."_s, u"userId"_s);
    const UserId low = std::min(me, request.userId);
    const UserId high = std::max(me, request.userId);
    if (const auto present = room_store::findDirect(context.database, low, high))
        return *present;
    if (!m_directory.find(context.database, request.userId))
        return fail(ErrorCode::NotFound, u"There is no such person."_s, u"userId"_s);
    const Room room =
        *room_store::find(context.database, room_store::addDirect(context.database, low, high, context.nowMs));
    join(context, room, low, MemberRole::Member);
    join(context, room, high, MemberRole::Member);
    recordRoom<RoomCreated>(context, room);
    return room;
}

Member RoomService::join(WriteContext &context, const Room &room, UserId user, MemberRole role)
{
    context.subscribe(user, topic::room(room.id));
    Member joining;
    joining.roomId = room.id;
    joining.userId = user;
    joining.role = role;
    joining.joinedAt = context.nowMs;
    const UserId caller = context.caller.userId;
    if (caller.isValid() && user != caller && room.visibility != Visibility::Direct)
        joining.addedBy = caller;
    room_store::join(context.database, joining, context.log().head());
    const Member member = *room_store::findMember(context.database, room.id, user);
    context.record<MembershipAdded>(topic::user(user), room.id.value,
                                    *room_store::findMembership(context.database, room.id, user));
    context.record<MemberAdded>(topic::room(room.id), user.value, member);
    return member;
}

Member RoomService::changeRole(WriteContext &context, RoomId room, UserId user, MemberRole role)
{
    room_store::setMemberRole(context.database, room, user, role);
    const Member member = *room_store::findMember(context.database, room, user);
    context.record<MembershipChanged>(topic::user(user), room.value,
                                      *room_store::findMembership(context.database, room, user));
    context.record<MemberChanged>(topic::room(room), user.value, member);
    return member;
}

void RoomService::leave(WriteContext &context, RoomId room, UserId user)
{
    Member leaving;
    leaving.roomId = room;
    leaving.userId = user;
    leaving.leftAt = context.nowMs;
    if (context.caller.userId.isValid() && user != context.caller.userId)
        leaving.removedBy = context.caller.userId;
    room_store::leave(context.database, leaving);
    context.unsubscribe(user, topic::room(room));
    context.record<MembershipRemoved>(topic::user(user), room.value,
                                      *room_store::findMembership(context.database, room, user));
    context.record<MemberRemoved>(topic::room(room), user.value, *room_store::findMember(context.database, room, user));
}

bool RoomService::isOnlyOwner(Database &database, const Member &owner)
{
    const QList<Member> first = room_store::listByRank(database, owner.roomId, 2);
    return std::none_of(first.begin(), first.end(), [&](const Member &member) {
        return member.role == MemberRole::Owner && member.userId != owner.userId;
    });
}

Result<Member> RoomService::putMember(WriteContext &context, const PutMember &request)
{
    auto view = known(context.database, context.caller, request.roomId);
    if (!view)
        return tl::unexpected(view.error());
    const auto member = room_store::findMember(context.database, request.roomId, request.userId);
    const bool isPresent = member && !member->leftAt;
    const MemberRole role = request.role.value_or(isPresent ? member->role : MemberRole::Member);
    if (isPresent && role == member->role)
        return *member;
    const bool joins = !isPresent && request.userId == context.caller.userId;
    const bool promotes = isPresent || role != MemberRole::Member;
    const Action action = joins && !promotes ? Action::JoinRoom : promotes ? Action::SetMemberRole : Action::AddMember;
    if (auto permitted = allowed(context, request.roomId, action); !permitted)
        return tl::unexpected(permitted.error());
    if (isPresent && member->role == MemberRole::Owner && isOnlyOwner(context.database, *member))
        return fail(ErrorCode::Conflict, u"A room needs an owner: make somebody else one before."_s, u"role"_s);
    if (isPresent)
        return changeRole(context, request.roomId, request.userId, role);
    if (!m_directory.find(context.database, request.userId))
        return fail(ErrorCode::NotFound, u"There is no such person."_s, u"userId"_s);
    return join(context, view->room, request.userId, role);
}

Result<Nothing> RoomService::removeMember(WriteContext &context, const RemoveMember &request)
{
    auto view = known(context.database, context.caller, request.roomId);
    if (!view)
        return tl::unexpected(view.error());
    const auto member = room_store::findMember(context.database, request.roomId, request.userId);
    if (!member || member->leftAt)
        return fail(ErrorCode::NotFound, u"This person is not in the room."_s);
    const bool isSelf = request.userId == context.caller.userId;
    if (!isSelf || view->room.visibility == Visibility::Direct) {
        // An owner is put out only by another owner or a manager.
        const Action action = member->role == MemberRole::Owner ? Action::SetMemberRole : Action::RemoveMember;
        if (auto permitted = allowed(context, request.roomId, action); !permitted)
            return tl::unexpected(permitted.error());
    }
    leaveAndHandOver(context, request.roomId, request.userId);
    return Nothing{};
}

/// A room that its last owner leaves goes to a moderator, else to who has been in it longest.
void RoomService::leaveAndHandOver(WriteContext &context, RoomId room, UserId user)
{
    const auto leaving = room_store::findMember(context.database, room, user);
    leave(context, room, user);
    if (!leaving || leaving->role != MemberRole::Owner)
        return;
    const auto heir = findHeir(context.database, room);
    if (heir && heir->role != MemberRole::Owner)
        changeRole(context, room, heir->userId, MemberRole::Owner);
}

/// Who can do what owners do: guests cannot, nor whose account is closed. Where nobody can, the first of all, who may
/// be let in again; none in an empty room.
std::optional<Member> RoomService::findHeir(Database &database, RoomId room)
{
    constexpr int kLookedAt = 200;
    const QList<Member> members = room_store::listByRank(database, room, kLookedAt);
    const auto able = std::find_if(members.begin(), members.end(), [&](const Member &member) {
        const auto person = m_directory.find(database, member.userId);
        return person && !person->disabled && person->role >= Role::Member;
    });
    if (able != members.end())
        return *able;
    return members.isEmpty() ? std::nullopt : std::optional(members.first());
}

void RoomService::releaseAccount(WriteContext &context, UserId user)
{
    QList<RoomId> rooms;
    room_store::eachMembership(context.database, user, [&](RoomId room, qint64) { rooms.append(room); });
    for (const RoomId room : rooms)
        leaveAndHandOver(context, room, user);
    for (const RoomId id : room_store::listOwned(context.database, user)) {
        room_store::releaseOwner(context.database, id);
        recordRoom<RoomChanged>(context, *room_store::find(context.database, id));
    }
}

} // namespace rialto
