#pragma once

#include "protocol/People.h"

namespace rialto {

/// On whose behalf a request runs. A value: it is copied to whichever thread does the work.
struct Caller
{
    UserId userId; ///< 0 when nobody is signed in.
    Role role = Role::Guest;
    SessionId sessionId;
    bool isOperator = false; ///< The command line of the machine that holds the data folder.
    QString address;         ///< Network address, for sessions and the log.

    bool isSignedIn() const { return userId.isValid(); }
};

} // namespace rialto
