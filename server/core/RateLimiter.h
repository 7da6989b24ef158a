#pragma once

#include "base/Clock.h"

#include <QHash>
#include <QString>

namespace rialto {

/// How often something may happen: `burst` at once, then `perSecond`.
struct Rate
{
    double burst = 1;
    double perSecond = 1;
};

/// Token buckets by key (a person, an address, a name). Lives on: the net thread.
class RateLimiter
{
public:
    explicit RateLimiter(const Clock &clock, bool enabled = true);

    /// Takes one token of the key's bucket. 0 when there was one, else the whole seconds until there is.
    int take(const QString &key, Rate rate);
    bool isEnabled() const { return m_enabled; }

private:
    struct Bucket
    {
        double tokens = 0;
        qint64 filledAtMs = 0;
    };
    void forgetFullBuckets(qint64 nowMs);

    static constexpr qsizetype kManyBuckets = 50'000;
    static constexpr qint64 kForgetPauseMs = 10'000; // Looking through all of them must not become the work itself.
    const Clock &m_clock;
    const bool m_enabled;
    QHash<QString, Bucket> m_buckets;
    qint64 m_forgetAtMs = 0;
};

namespace rates {

inline constexpr Rate kLoginPerAddress{20, 0.2};
inline constexpr Rate kLoginPerName{10, 0.1};
inline constexpr Rate kRegisterPerAddress{20, 0.05};
inline constexpr Rate kPasswordsPerPerson{10, 0.1};
inline constexpr Rate kRefreshPerAddress{60, 2};
inline constexpr Rate kRequestsPerPerson{300, 100};
inline constexpr Rate kRequestsPerAddress{300, 100};
inline constexpr Rate kMessagesPerPerson{60, 20};
/// One tells it every three seconds; two rooms and three devices at a time are plenty.
inline constexpr Rate kTypingPerPerson{10, 2};
inline constexpr Rate kFilesPerPerson{60, 5};
inline constexpr int kTransfersPerPerson = 32;
inline constexpr int kConnectionsPerAddress = 256;

} // namespace rates
} // namespace rialto
