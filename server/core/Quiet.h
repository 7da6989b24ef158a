#pragma once

#include "protocol/People.h"

namespace rialto {

/// When a person does not want to be disturbed: until it is taken back, or every day for some hours.
struct Quiet
{
    bool always = false;
    bool daily = false;
    int fromMinute = 0; ///< Of the day in `timeZone`.
    int toMinute = 0;   ///< Earlier than the beginning: of the next day. Equal to it: the whole day.
    QString timeZone;   ///< IANA name; empty is UTC.

    /// Whether it holds at this moment (epoch milliseconds).
    bool holdsAt(qint64 ms) const;
    static Quiet of(const Account &account);
};

} // namespace rialto
