#pragma once

#include <QtGlobal>

namespace rialto {

/// Where time comes from; tests put a clock of their own here. May be called from any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Wall clock, milliseconds since the epoch. For display and for tokens; may jump.
    virtual qint64 nowMs() const = 0;
    /// Milliseconds that only grow. For deadlines and rates.
    virtual qint64 monotonicMs() const = 0;
};

class SystemClock final : public Clock
{
public:
    qint64 nowMs() const override;
    qint64 monotonicMs() const override;
};

} // namespace rialto
