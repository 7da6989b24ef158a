#pragma once

#include "core/Caller.h"
#include "core/Quiet.h"

#include <QByteArray>
#include <variant>
#include <vector>

namespace rialto {

/// An event as it stands in the log, already encoded as the JSON text that every subscriber receives.
struct LoggedEvent
{
    qint64 seq = 0;
    QByteArray topic;
    QByteArray frame;
};

/// Somebody's connections begin or stop to hear a topic. Takes its place among the events.
struct SubscriptionChange
{
    UserId userId;
    QByteArray topic;
    bool subscribed = true;
    qint64 sinceSeq = 0; ///< The head of the log when the subscription began.
};

/// What happened to a session or to the account behind it.
struct SessionChange
{
    enum class Kind { Opened, Closed, RoleChanged };
    Kind kind = Kind::Opened;
    SessionId sessionId; ///< Of Opened and Closed.
    UserId userId;
    Role role = Role::Member; ///< Of Opened and RoleChanged.
};

/// Somebody's wish not to be disturbed has changed.
struct QuietChange
{
    UserId userId;
    Quiet quiet;
};

/// What a committed write does to memory outside the database, in the order in which it happened. Collected while the
/// handler runs, applied on the net thread after the COMMIT, dropped when there is none.
using Effects = std::vector<std::variant<LoggedEvent, SubscriptionChange, SessionChange, QuietChange>>;

} // namespace rialto
