#include "core/RateLimiter.h"

#include <cmath>

namespace rialto {

RateLimiter::RateLimiter(const Clock &clock, bool enabled) : m_clock(clock), m_enabled(enabled) {}

int RateLimiter::take(const QString &key, Rate rate)
{
    if (!m_enabled)
        return 0;
    const qint64 now = m_clock.monotonicMs();
    if (m_buckets.size() > kManyBuckets && now >= m_forgetAtMs)
        forgetFullBuckets(now);
    auto bucket = m_buckets.find(key);
    if (bucket == m_buckets.end())
        bucket = m_buckets.insert(key, {rate.burst, now});
    const double elapsed = static_cast<double>(now - bucket->filledAtMs) / 1000.0;
    bucket->tokens = std::min(rate.burst, bucket->tokens + elapsed * rate.perSecond);
    bucket->filledAtMs = now;
    if (bucket->tokens >= 1) {
        bucket->tokens -= 1;
        return 0;
    }
    return std::max(1, static_cast<int>(std::ceil((1 - bucket->tokens) / rate.perSecond)));
}

// A bucket that was left alone for ten minutes is full whatever its rate; forgetting it changes nothing.
void RateLimiter::forgetFullBuckets(qint64 nowMs)
{
    m_forgetAtMs = nowMs + kForgetPauseMs;
    m_buckets.removeIf([nowMs](const auto &bucket) { return nowMs - bucket.value().filledAtMs > 600'000; });
}

} // namespace rialto
