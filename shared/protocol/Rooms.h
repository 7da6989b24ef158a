#pragma once

#include "protocol/Method.h"

namespace rialto {

enum class Visibility { Public, Private, Direct };

template <> struct EnumWords<Visibility>
{
    static constexpr const char *words[] = {"public", "private", "direct"};
};

inline constexpr Rules kRoomNameRules = {.minLength = 1, .maxLength = 80};
inline constexpr Rules kRoomTopicRules = {.maxLength = 250};

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

} // namespace rialto
