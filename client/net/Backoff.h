#pragma once

#include <QtGlobal>
#include <functional>

namespace rialto {

/// How long to wait before the next attempt: full jitter over a bound that doubles from 1 to 4 s, never below 0.5 s
/// ("Exponential Backoff and Jitter", AWS Architecture Blog), so that a thousand clients do not come back at once. Four
/// seconds at most: on a LAN an attempt costs next to nothing, and everybody is back within five of the server.
class Backoff
{
public:
    static constexpr qint64 kMinimumMs = 500;
    static constexpr qint64 kMaximumMs = 4'000;

    /// `random` gives numbers from 0 to 1; tests put their own here.
    explicit Backoff(std::function<double()> random = {});

    qint64 nextDelayMs();
    /// After a success.
    void reset() { m_attempts = 0; }

private:
    std::function<double()> m_random;
    int m_attempts = 0;
};

} // namespace rialto
