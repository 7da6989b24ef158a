#pragma once

#include "protocol/Method.h"

namespace rialto {

enum class FriendState { Invited, Asked, Friend };

template <> struct EnumWords<FriendState>
{
    static constexpr const char *words[] = {"invited", "asked", "friend"};
};

/// What somebody is to oneself. Travels on `user:N` of each of the two, to each from their own side.
struct Friendship
{
    UserId userId;
    UserId friendId;
    FriendState state = FriendState::Invited;
    qint64 createdAt = 0;
    std::optional<qint64> acceptedAt;
    std::optional<qint64> removedAt;
    qint64 version = 1;

    static auto fields()
    {
        return std::tuple{
            Field{"userId", &Friendship::userId, {}, "Oneself."},
            Field{"friendId", &Friendship::friendId, {}, "The other person."},
            Field{"state",
                  &Friendship::state,
                  {},
                  "`invited`: the other has not answered; `asked`: the other waits for one's own answer; `friend`."},
            Field{"createdAt", &Friendship::createdAt, {}, "When one asked the other, epoch milliseconds."},
            Field{"acceptedAt", &Friendship::acceptedAt, {}, "When the other agreed, or null."},
            Field{"removedAt", &Friendship::removedAt, {}, "When one of the two ended it, or null."},
            Field{"version", &Friendship::version, {}, "Grows with every change."}};
    }
};

struct ListFriends
{
    using Reply = Page<Friendship>;
    static constexpr MethodInfo method = {"friends.list", Verb::Get,
                                          "friends",      Effect::Read,
                                          Access::Guest,  "Lists one's friends and who wants to be one."};
    int limit = 50;
    QString after;

    static auto fields()
    {
        return std::tuple{
            Field{"limit", &ListFriends::limit, {.minimum = 1, .maximum = 200}, "Entities a page."},
            Field{"after", &ListFriends::after, {.maxLength = 512}, "The nextCursor of the page before."}};
    }
};

struct GetFriend
{
    using Reply = Friendship;
    static constexpr MethodInfo method = {"friends.get", Verb::Get,     "friends/{userId}",
                                          Effect::Read,  Access::Guest, "Reads what a person is to oneself."};
    UserId userId;

    static auto fields() { return std::tuple{Field{"userId", &GetFriend::userId, {.required = true}, "The person."}}; }
};

struct PutFriend
{
    using Reply = Friendship;
    static constexpr MethodInfo method = {
        "friends.put",  Verb::Put,      "friends/{userId}",
        Effect::Change, Access::Member, "Asks a person to be a friend, or agrees when that person has asked."};
    UserId userId;
    QString clientId;

    static auto fields()
    {
        return std::tuple{Field{"userId", &PutFriend::userId, {.required = true}, "The person."},
                          Field{"clientId", &PutFriend::clientId, kClientIdRules, "Idempotency key."}};
    }
};

struct RemoveFriend
{
    using Reply = Nothing;
    static constexpr MethodInfo method = {
        "friends.remove", Verb::Delete,   "friends/{userId}",
        Effect::Delete,   Access::Member, "Ends a friendship, declines a request or takes one's own back."};
    UserId userId;
    QString clientId;

    static auto fields()
    {
        return std::tuple{Field{"userId", &RemoveFriend::userId, {.required = true}, "The person."},
                          Field{"clientId", &RemoveFriend::clientId, kClientIdRules, "Idempotency key."}};
    }
};

struct FriendChanged
{
    using Data = Friendship;
    static constexpr EventInfo event = {"friends.friendChanged", "user:N", "Somebody asked, agreed or ended it."};
};

} // namespace rialto
