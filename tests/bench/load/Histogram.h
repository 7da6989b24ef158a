#pragma once

#include <array>
#include <cstdint>

namespace rialto::load {

/// Counts durations in buckets of one part in 64, so that millions of samples cost a fixed 30 KiB and percentiles are
/// right to 1.6 %. The layout is that of HdrHistogram: linear below 64 ns, then 64 buckets for each doubling.
class Histogram
{
public:
    void add(std::int64_t nanoseconds);
    std::uint64_t count() const { return m_count; }
    /// The duration in nanoseconds that `share` (0 to 1) of the samples do not exceed; 0 without samples.
    std::int64_t percentile(double share) const;

private:
    static constexpr int kSubBits = 6;
    static constexpr int kBuckets = (64 - kSubBits) << kSubBits;

    std::array<std::uint64_t, kBuckets> m_buckets{};
    std::uint64_t m_count = 0;
};

} // namespace rialto::load
