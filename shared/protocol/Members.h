#pragma once

#include "protocol/Method.h"

namespace rialto {

enum class MemberRole { Member, Moderator, Owner };

template <> struct EnumWords<MemberRole>
{
    static constexpr const char *words[] = {"member", "moderator", "owner"};
};

/// About what of a room one wants to be told: all that concerns oneself, mentions and replies only, nothing, or every
/// message that anybody writes.
enum class NotifyLevel { All, Mentions, None, Every };

template <> struct EnumWords<NotifyLevel>
{
    static constexpr const char *words[] = {"all", "mentions", "none", "every"};
};

/// Somebody's place in a room as all members see it.
struct Member
{
    RoomId roomId;
    UserId userId;
    MemberRole role = MemberRole::Member;
    MessageId lastReadMessageId;
    qint64 joinedAt = 0;
    std::optional<qint64> leftAt;
    qint64 version = 1;
    std::optional<UserId> addedBy = {};
    std::optional<UserId> removedBy = {};

    static auto fields()
    {
        return std::tuple{Field{"roomId", &Member::roomId, {}, "The room."},
                          Field{"userId", &Member::userId, {}, "The person."},
                          Field{"role", &Member::role, {}, "What the person may do in the room."},
                          Field{"lastReadMessageId",
                                &Member::lastReadMessageId,
                                {},
                                "How far the person has read; told live in rooms of up to 50 members."},
                          Field{"joinedAt", &Member::joinedAt, {}, "Epoch milliseconds."},
                          Field{"leftAt", &Member::leftAt, {}, "When the person left, or null."},
                          Field{"version", &Member::version, {}, "Grows with every change."},
                          Field{"addedBy",
                                &Member::addedBy,
                                {.sparse = true},
                                "Who added the person; absent for who came by themselves."},
                          Field{"removedBy",
                                &Member::removedBy,
                                {.sparse = true},
                                "Who put the person out; absent for who is there and who left by themselves."}};
    }
};

/// One's own place in a room: the public part and what only oneself sees. Travels on `user:N`.
struct Membership
{
    RoomId roomId;
    UserId userId;
    MemberRole role = MemberRole::Member;
    MessageId lastReadMessageId;
    qint64 unreadCount = 0;
    qint64 mentionCount = 0;
    NotifyLevel notifyLevel = NotifyLevel::All;
    bool muted = false;
    bool pinned = false;
    bool archived = false;
    qint64 joinedAt = 0;
    std::optional<qint64> leftAt;
    qint64 version = 1;

    static auto fields()
    {
        return std::tuple{
            Field{"roomId", &Membership::roomId, {}, "The room."},
            Field{"userId", &Membership::userId, {}, "Oneself."},
            Field{"role", &Membership::role, {}, "What one may do in the room."},
            Field{"lastReadMessageId", &Membership::lastReadMessageId, {}, "Read up to here; 0 when nothing was read."},
            Field{"unreadCount", &Membership::unreadCount, {}, "Messages of others after that, counted up to 1000."},
            Field{"mentionCount",
                  &Membership::mentionCount,
                  {},
                  "Those among them that address oneself or everyone, each counted up to 1000."},
            Field{"notifyLevel", &Membership::notifyLevel, {}, "About what of the room one wants to be told."},
            Field{"muted", &Membership::muted, {}, "Whether the room is silent whatever happens in it."},
            Field{"pinned", &Membership::pinned, {}, "Whether the room stands at the top of one's list."},
            Field{"archived", &Membership::archived, {}, "Whether the room is out of one's sight."},
            Field{"joinedAt", &Membership::joinedAt, {}, "Epoch milliseconds."},
            Field{"leftAt", &Membership::leftAt, {}, "When one left, or null."},
            Field{"version", &Membership::version, {}, "Grows with every change."}};
    }
};

struct ListMembers
{
    using Reply = Page<Member>;
    static constexpr MethodInfo method = {"chat.listMembers", Verb::Get,     "rooms/{roomId}/members",
                                          Effect::Read,       Access::Guest, "Lists the members of a room."};
    RoomId roomId;
    int limit = 50;
    QString after;
    bool left = false;

    static auto fields()
    {
        return std::tuple{Field{"roomId", &ListMembers::roomId, {.required = true}, "The room."},
                          Field{"limit", &ListMembers::limit, {.minimum = 1, .maximum = 200}, "Entities a page."},
                          Field{"after", &ListMembers::after, {.maxLength = 512}, "The nextCursor of the page before."},
                          Field{"left",
                                &ListMembers::left,
                                {},
                                "Whether those who have left are told of, too; only to members and managers."}};
    }
};

struct PutMember
{
    using Reply = Member;
    static constexpr MethodInfo method = {"chat.putMember",
                                          Verb::Put,
                                          "rooms/{roomId}/members/{userId}",
                                          Effect::Change,
                                          Access::Member,
                                          "Joins a public room, adds a person or changes a member's role. A room keeps "
                                          "an owner: to make the last one less "
                                          "is a conflict."};
    RoomId roomId;
    UserId userId;
    std::optional<MemberRole> role;
    QString clientId;

    static auto fields()
    {
        return std::tuple{Field{"roomId", &PutMember::roomId, {.required = true}, "The room."},
                          Field{"userId", &PutMember::userId, {.required = true}, "The person; oneself joins."},
                          Field{"role", &PutMember::role, {}, "The role in the room; left out, a present one stays."},
                          Field{"clientId", &PutMember::clientId, kClientIdRules, "Idempotency key."}};
    }
};

struct RemoveMember
{
    using Reply = Nothing;
    static constexpr MethodInfo method = {"chat.removeMember",
                                          Verb::Delete,
                                          "rooms/{roomId}/members/{userId}",
                                          Effect::Delete,
                                          Access::Member,
                                          "Leaves a room or removes a member. Where the last owner leaves, a moderator "
                                          "or else whoever has been in it longest "
                                          "owns the room from then on; guests and closed accounts come last."};
    RoomId roomId;
    UserId userId;
    QString clientId;

    static auto fields()
    {
        return std::tuple{Field{"roomId", &RemoveMember::roomId, {.required = true}, "The room."},
                          Field{"userId", &RemoveMember::userId, {.required = true}, "The person; oneself leaves."},
                          Field{"clientId", &RemoveMember::clientId, kClientIdRules, "Idempotency key."}};
    }
};

struct ListMemberships
{
    using Reply = Page<Membership>;
    static constexpr MethodInfo method = {"chat.listMemberships", Verb::Get,
                                          "users/me/memberships", Effect::Read,
                                          Access::Guest,          "Lists one's own rooms with what was read in them."};
    int limit = 50;
    QString after;

    static auto fields()
    {
        return std::tuple{
            Field{"limit", &ListMemberships::limit, {.minimum = 1, .maximum = 200}, "Entities a page."},
            Field{"after", &ListMemberships::after, {.maxLength = 512}, "The nextCursor of the page before."}};
    }
};

struct ChangeMembership
{
    using Reply = Membership;
    static constexpr MethodInfo method = {"chat.changeMembership", Verb::Patch,   "users/me/memberships/{roomId}",
                                          Effect::Change,          Access::Guest, "Changes how oneself sees a room."};
    RoomId roomId;
    QString clientId;
    std::optional<NotifyLevel> notifyLevel;
    std::optional<bool> muted;
    std::optional<bool> pinned;
    std::optional<bool> archived;

    static auto fields()
    {
        return std::tuple{
            Field{"roomId", &ChangeMembership::roomId, {.required = true}, "The room."},
            Field{"clientId", &ChangeMembership::clientId, kClientIdRules, "Idempotency key."},
            Field{"notifyLevel", &ChangeMembership::notifyLevel, {}, "About what of the room one wants to be told."},
            Field{"muted", &ChangeMembership::muted, {}, "Whether the room is silent whatever happens in it."},
            Field{"pinned", &ChangeMembership::pinned, {}, "Whether the room stands at the top of one's list."},
            Field{"archived", &ChangeMembership::archived, {}, "Whether the room is out of one's sight."}};
    }
};

struct MarkRead
{
    using Reply = Membership;
    static constexpr MethodInfo method = {"chat.markRead",       Verb::Put,
                                          "rooms/{roomId}/read", Effect::Change,
                                          Access::Guest,         "Moves one's read marker forward; never back."};
    RoomId roomId;
    MessageId messageId;

    static auto fields()
    {
        return std::tuple{
            Field{"roomId", &MarkRead::roomId, {.required = true}, "The room."},
            Field{"messageId", &MarkRead::messageId, {.required = true}, "The last message that was read."}};
    }
};

struct MemberAdded
{
    using Data = Member;
    static constexpr EventInfo event = {"chat.memberAdded", "room:N", "Somebody came into the room."};
};

struct MemberChanged
{
    using Data = Member;
    static constexpr EventInfo event = {"chat.memberChanged", "room:N", "A member's role or read marker changed."};
};

struct MemberRemoved
{
    using Data = Member;
    static constexpr EventInfo event = {"chat.memberRemoved", "room:N", "Somebody left the room or was removed."};
};

struct MembershipAdded
{
    using Data = Membership;
    static constexpr EventInfo event = {"chat.membershipAdded", "user:N", "One is in a room now; fetch it."};
};

struct MembershipChanged
{
    using Data = Membership;
    static constexpr EventInfo event = {"chat.membershipChanged", "user:N",
                                        "One's role, read marker or wishes for the room changed."};
};

struct MembershipRemoved
{
    using Data = Membership;
    static constexpr EventInfo event = {"chat.membershipRemoved", "user:N", "One is no longer in a room; drop it."};
};

} // namespace rialto
