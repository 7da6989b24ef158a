#pragma once

// Who is here at this moment, and who is writing. Nothing of it is in the event log: its events carry no `seq`, reach
// only connections that are live, and are the first to be dropped for one that is slow.

#include "protocol/Method.h"

namespace rialto {

/// Whether somebody can be reached. Several devices of one person count as one: the most present of them decides.
enum class Availability { Offline, Online, Away, DoNotDisturb };

template <> struct EnumWords<Availability>
{
    static constexpr const char *words[] = {"offline", "online", "away", "doNotDisturb"};
};

struct UserPresence
{
    UserId userId;
    Availability availability = Availability::Offline;
    qint64 lastSeenAt = 0;

    static auto fields()
    {
        return std::tuple{Field{"userId", &UserPresence::userId, {}, "The person."},
                          Field{"availability", &UserPresence::availability, {}, "Whether the person can be reached."},
                          Field{"lastSeenAt",
                                &UserPresence::lastSeenAt,
                                {},
                                "When the person was here last, epoch milliseconds; 0 when that is not known."}};
    }
};

/// What changed within a moment, as lists of ids: when everybody connects at once everybody hears of everybody.
struct PresenceChange
{
    qint64 at = 0;
    QList<UserId> online;
    QList<UserId> away;
    QList<UserId> doNotDisturb;
    QList<UserId> offline;

    static auto fields()
    {
        return std::tuple{
            Field{
                "at", &PresenceChange::at, {}, "When, epoch milliseconds: whoever is offline now was last seen then."},
            Field{"online", &PresenceChange::online, {}, "Who is here now."},
            Field{"away", &PresenceChange::away, {}, "Who is connected but has not touched any device for a while."},
            Field{"doNotDisturb", &PresenceChange::doNotDisturb, {}, "Who is here and does not want to be disturbed."},
            Field{"offline", &PresenceChange::offline, {}, "Whose last device has gone."}};
    }
};

struct ListPresence
{
    using Reply = Page<UserPresence>;
    static constexpr MethodInfo method = {"presence.list", Verb::Get,     "presence",
                                          Effect::Read,    Access::Guest, "Lists who is here, and when others were."};
    int limit = 200;
    QString after;

    static auto fields()
    {
        return std::tuple{
            Field{"limit", &ListPresence::limit, {.minimum = 1, .maximum = 200}, "Entities a page."},
            Field{"after", &ListPresence::after, {.maxLength = 512}, "The nextCursor of the page before."}};
    }
};

struct ReportActivity
{
    using Reply = Nothing;
    static constexpr MethodInfo method = {
        "presence.report", Verb::None,    "",
        Effect::Change,    Access::Guest, "Says whether somebody is at this device; a new connection counts as so."};
    bool idle = false;

    static auto fields()
    {
        return std::tuple{Field{
            "idle", &ReportActivity::idle, {.required = true}, "True when nobody has touched the device for a while."}};
    }
};

/// Sent when it changes, to everybody who is signed in.
struct PresenceChanged
{
    using Data = PresenceChange;
    static constexpr EventInfo event = {"presence.changed", "presence", "People came or went. Not in the log."};
};

struct ReportTyping
{
    using Reply = Nothing;
    static constexpr MethodInfo method = {
        "chat.typing",  Verb::None,     "",
        Effect::Change, Access::Member, "Tells the room that one is writing; good for six seconds."};
    RoomId roomId;

    static auto fields()
    {
        return std::tuple{Field{"roomId", &ReportTyping::roomId, {.required = true}, "A room one is a member of."}};
    }
};

struct Typing
{
    RoomId roomId;
    UserId userId;

    static auto fields()
    {
        return std::tuple{Field{"roomId", &Typing::roomId, {}, "The room."},
                          Field{"userId", &Typing::userId, {}, "Who is writing in it."}};
    }
};

struct UserTyping
{
    using Data = Typing;
    static constexpr EventInfo event = {"chat.userTyping", "room:N",
                                        "Somebody is writing; forget it after six seconds. Not in the log."};
};

} // namespace rialto
