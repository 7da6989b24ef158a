#pragma once

#include "protocol/Method.h"

namespace rialto {

enum class Visibility { Public, Private, Direct };

template <> struct EnumWords<Visibility>
{
    static constexpr const char *words[] = {"public", "private", "direct"};
};

enum class MemberRole { Member, Moderator, Owner };

template <> struct EnumWords<MemberRole>
{
    static constexpr const char *words[] = {"member", "moderator", "owner"};
};

inline constexpr Rules kRoomNameRules = {.minLength = 1, .maxLength = 80};
inline constexpr Rules kRoomTopicRules = {.maxLength = 250};
/// Byte-exact, at most 16,000 code points and 64 KiB.
inline constexpr Rules kMessageTextRules = {.required = true,
                                            .minLength = 1,
                                            .maxLength = 16'000,
                                            .maxBytes = 65'536,
                                            .text = TextRule::Exact,
                                            .notBlank = true};

struct Room
{
    RoomId id;
    QString name;
    QString topic;
    Visibility visibility = Visibility::Public;
    std::optional<UserId> ownerId;
    QList<UserId> directUserIds;
    qint64 createdAt = 0;
    std::optional<qint64> deletedAt;
    qint64 version = 1;

    static auto fields()
    {
        return std::tuple{
            Field{"id", &Room::id, {}, "Key of the room."},
            Field{"name", &Room::name, {}, "Empty for direct rooms: show the other person."},
            Field{"topic", &Room::topic, {}, "What the room is about."},
            Field{"visibility", &Room::visibility, {}, "Who may find and read it."},
            Field{"ownerId", &Room::ownerId, {}, "Who made it; null for direct rooms and deleted accounts."},
            Field{"directUserIds", &Room::directUserIds, {}, "The two people of a direct room, else empty."},
            Field{"createdAt", &Room::createdAt, {}, "Epoch milliseconds."},
            Field{"deletedAt", &Room::deletedAt, {}, "When it was deleted, or null."},
            Field{"version", &Room::version, {}, "Grows with every change."}};
    }
};

struct Message
{
    MessageId id;
    RoomId roomId;
    UserId authorId;
    QString clientId;
    QString text;
    qint64 createdAt = 0;
    std::optional<qint64> editedAt;
    std::optional<qint64> deletedAt;
    qint64 version = 1;

    static auto fields()
    {
        return std::tuple{
            Field{"id", &Message::id, {}, "Key of the message; grows with time."},
            Field{"roomId", &Message::roomId, {}, "Where it was said."},
            Field{"authorId", &Message::authorId, {}, "Who said it."},
            Field{"clientId", &Message::clientId, {}, "The author's own key for it."},
            Field{"text", &Message::text, {}, "What was said, byte-exact; empty once deleted."},
            Field{"createdAt", &Message::createdAt, {}, "Epoch milliseconds, for display; the order is that of ids."},
            Field{"editedAt", &Message::editedAt, {}, "Last edit, or null."},
            Field{"deletedAt", &Message::deletedAt, {}, "When it was deleted, or null."},
            Field{"version", &Message::version, {}, "Grows with every change."}};
    }
};

/// Somebody's place in a room as all members see it.
struct Member
{
    RoomId roomId;
    UserId userId;
    MemberRole role = MemberRole::Member;
    qint64 joinedAt = 0;
    std::optional<qint64> leftAt;
    qint64 version = 1;

    static auto fields()
    {
        return std::tuple{Field{"roomId", &Member::roomId, {}, "The room."},
                          Field{"userId", &Member::userId, {}, "The person."},
                          Field{"role", &Member::role, {}, "What the person may do in the room."},
                          Field{"joinedAt", &Member::joinedAt, {}, "Epoch milliseconds."},
                          Field{"leftAt", &Member::leftAt, {}, "When the person left, or null."},
                          Field{"version", &Member::version, {}, "Grows with every change."}};
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
            Field{"joinedAt", &Membership::joinedAt, {}, "Epoch milliseconds."},
            Field{"leftAt", &Membership::leftAt, {}, "When one left, or null."},
            Field{"version", &Membership::version, {}, "Grows with every change."}};
    }
};

struct CreateRoom
{
    using Reply = Room;
    static constexpr MethodInfo method = {"chat.createRoom", Verb::Post,     "rooms",
                                          Effect::Create,    Access::Member, "Opens a room; one becomes its owner."};
    QString clientId;
    QString name;
    QString topic;
    Visibility visibility = Visibility::Public;

    static auto fields()
    {
        return std::tuple{Field{"clientId", &CreateRoom::clientId, kClientIdRules, "Idempotency key."},
                          Field{"name", &CreateRoom::name, required(kRoomNameRules), "Name of the room."},
                          Field{"topic", &CreateRoom::topic, kRoomTopicRules, "What the room is about."},
                          Field{"visibility",
                                &CreateRoom::visibility,
                                {},
                                "public or private; direct rooms have a method of their own."}};
    }
};

struct ListRooms
{
    using Reply = Page<Room>;
    static constexpr MethodInfo method = {"chat.listRooms", Verb::Get,
                                          "rooms",          Effect::Read,
                                          Access::Guest,    "Lists public rooms and those one is a member of."};
    int limit = 50;
    QString after;

    static auto fields()
    {
        return std::tuple{Field{"limit", &ListRooms::limit, {.minimum = 1, .maximum = 200}, "Entities a page."},
                          Field{"after", &ListRooms::after, {.maxLength = 512}, "The nextCursor of the page before."}};
    }
};

struct GetRoom
{
    using Reply = Room;
    static constexpr MethodInfo method = {"chat.getRoom", Verb::Get,     "rooms/{roomId}",
                                          Effect::Read,   Access::Guest, "Reads one room."};
    RoomId roomId;

    static auto fields() { return std::tuple{Field{"roomId", &GetRoom::roomId, {.required = true}, "The room."}}; }
};

struct ChangeRoom
{
    using Reply = Room;
    static constexpr MethodInfo method = {"chat.changeRoom", Verb::Patch,    "rooms/{roomId}",
                                          Effect::Change,    Access::Member, "Changes a room's name or topic."};
    RoomId roomId;
    QString clientId;
    std::optional<qint64> baseVersion;
    std::optional<QString> name;
    std::optional<QString> topic;

    static auto fields()
    {
        return std::tuple{
            Field{"roomId", &ChangeRoom::roomId, {.required = true}, "The room."},
            Field{"clientId", &ChangeRoom::clientId, kClientIdRules, "Idempotency key."},
            Field{"baseVersion", &ChangeRoom::baseVersion, {}, "The version that was changed; refused when stale."},
            Field{"name", &ChangeRoom::name, kRoomNameRules, "New name."},
            Field{"topic", &ChangeRoom::topic, kRoomTopicRules, "New topic."}};
    }
};

struct DeleteRoom
{
    using Reply = Nothing;
    static constexpr MethodInfo method = {"chat.deleteRoom", Verb::Delete,   "rooms/{roomId}",
                                          Effect::Delete,    Access::Member, "Closes a room for everybody."};
    RoomId roomId;
    std::optional<qint64> baseVersion;
    QString clientId;

    static auto fields()
    {
        return std::tuple{
            Field{"roomId", &DeleteRoom::roomId, {.required = true}, "The room."},
            Field{"baseVersion", &DeleteRoom::baseVersion, {}, "Refused when the room has moved on since."},
            Field{"clientId", &DeleteRoom::clientId, kClientIdRules, "Idempotency key."}};
    }
};

struct OpenDirectRoom
{
    using Reply = Room;
    static constexpr MethodInfo method = {"chat.openDirect",       Verb::Put,
                                          "rooms/direct/{userId}", Effect::Change,
                                          Access::Member,          "Finds or opens the one direct room with a person."};
    UserId userId;
    QString clientId;

    static auto fields()
    {
        return std::tuple{Field{"userId", &OpenDirectRoom::userId, {.required = true}, "The other person."},
                          Field{"clientId", &OpenDirectRoom::clientId, kClientIdRules, "Idempotency key."}};
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

    static auto fields()
    {
        return std::tuple{
            Field{"roomId", &ListMembers::roomId, {.required = true}, "The room."},
            Field{"limit", &ListMembers::limit, {.minimum = 1, .maximum = 200}, "Entities a page."},
            Field{"after", &ListMembers::after, {.maxLength = 512}, "The nextCursor of the page before."}};
    }
};

struct PutMember
{
    using Reply = Member;
    static constexpr MethodInfo method = {
        "chat.putMember", Verb::Put,      "rooms/{roomId}/members/{userId}",
        Effect::Change,   Access::Member, "Joins a public room, adds a person or changes a member's role."};
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
    static constexpr MethodInfo method = {"chat.removeMember", Verb::Delete,   "rooms/{roomId}/members/{userId}",
                                          Effect::Delete,      Access::Member, "Leaves a room or removes a member."};
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

struct ListMessages
{
    using Reply = Page<Message>;
    static constexpr MethodInfo method = {"chat.listMessages",
                                          Verb::Get,
                                          "rooms/{roomId}/messages",
                                          Effect::Read,
                                          Access::Guest,
                                          "Without a cursor the newest page, newest first; `before` goes back in time, "
                                          "`after` pages forward, oldest first."};
    RoomId roomId;
    int limit = 50;
    QString before;
    QString after;

    static auto fields()
    {
        return std::tuple{
            Field{"roomId", &ListMessages::roomId, {.required = true}, "The room."},
            Field{"limit", &ListMessages::limit, {.minimum = 1, .maximum = 200}, "Entities a page."},
            Field{"before", &ListMessages::before, {.maxLength = 512}, "Cursor: messages older than that place."},
            Field{"after", &ListMessages::after, {.maxLength = 512}, "Cursor: messages newer than that place."}};
    }
};

struct SendMessage
{
    using Reply = Message;
    static constexpr MethodInfo method = {
        "chat.send",    Verb::Post,     "rooms/{roomId}/messages",
        Effect::Create, Access::Member, "Posts a message to a room one is a member of."};
    /// The message itself remembers its clientId, for ever.
    static constexpr bool keepsClientId = true;
    RoomId roomId;
    QString clientId;
    QString text;

    static auto fields()
    {
        return std::tuple{
            Field{"roomId", &SendMessage::roomId, {.required = true}, "The room."},
            Field{"clientId", &SendMessage::clientId, kClientIdRules, "Idempotency key; kept with the message."},
            Field{"text", &SendMessage::text, kMessageTextRules, "What to say."}};
    }
};

struct EditMessage
{
    using Reply = Message;
    static constexpr MethodInfo method = {"chat.edit",    Verb::Patch,    "rooms/{roomId}/messages/{messageId}",
                                          Effect::Change, Access::Member, "Changes the text of one's own message."};
    RoomId roomId;
    MessageId messageId;
    QString clientId;
    std::optional<qint64> baseVersion;
    QString text;

    static auto fields()
    {
        return std::tuple{
            Field{"roomId", &EditMessage::roomId, {.required = true}, "The room."},
            Field{"messageId", &EditMessage::messageId, {.required = true}, "The message."},
            Field{"clientId", &EditMessage::clientId, kClientIdRules, "Idempotency key."},
            Field{"baseVersion", &EditMessage::baseVersion, {}, "The version that was changed; refused when stale."},
            Field{"text", &EditMessage::text, kMessageTextRules, "The new text."}};
    }
};

struct DeleteMessage
{
    using Reply = Nothing;
    static constexpr MethodInfo method = {"chat.delete",  Verb::Delete,   "rooms/{roomId}/messages/{messageId}",
                                          Effect::Delete, Access::Member, "Deletes a message; its text is erased."};
    RoomId roomId;
    MessageId messageId;
    QString clientId;

    static auto fields()
    {
        return std::tuple{Field{"roomId", &DeleteMessage::roomId, {.required = true}, "The room."},
                          Field{"messageId", &DeleteMessage::messageId, {.required = true}, "The message."},
                          Field{"clientId", &DeleteMessage::clientId, kClientIdRules, "Idempotency key."}};
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

struct RoomCreated
{
    using Data = Room;
    static constexpr EventInfo event = {"chat.roomCreated", "rooms | room:N", "A room was opened."};
};

struct RoomChanged
{
    using Data = Room;
    static constexpr EventInfo event = {"chat.roomChanged", "rooms | room:N", "A room's name or topic changed."};
};

struct RoomDeleted
{
    using Data = Room;
    static constexpr EventInfo event = {"chat.roomDeleted", "rooms | room:N", "A room was closed."};
};

struct MemberAdded
{
    using Data = Member;
    static constexpr EventInfo event = {"chat.memberAdded", "room:N", "Somebody came into the room."};
};

struct MemberChanged
{
    using Data = Member;
    static constexpr EventInfo event = {"chat.memberChanged", "room:N", "A member's role changed."};
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
    static constexpr EventInfo event = {"chat.membershipChanged", "user:N", "One's role or read marker changed."};
};

struct MembershipRemoved
{
    using Data = Membership;
    static constexpr EventInfo event = {"chat.membershipRemoved", "user:N", "One is no longer in a room; drop it."};
};

struct MessagePosted
{
    using Data = Message;
    static constexpr EventInfo event = {"chat.messagePosted", "room:N", "A message was posted."};
};

struct MessageEdited
{
    using Data = Message;
    static constexpr EventInfo event = {"chat.messageEdited", "room:N", "A message's text changed."};
};

struct MessageDeleted
{
    using Data = Message;
    static constexpr EventInfo event = {"chat.messageDeleted", "room:N",
                                        "A message was deleted; its text is empty now."};
};

} // namespace rialto
