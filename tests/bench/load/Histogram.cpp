#include "load/Histogram.h"

#include <algorithm>
#include <bit>

namespace rialto::load {

void Histogram::add(std::int64_t nanoseconds)
{
    const auto value = static_cast<std::uint64_t>(std::max<std::int64_t>(nanoseconds, 0));
    const int shift = std::max(0, static_cast<int>(std::bit_width(value)) - kSubBits - 1);
    const auto index = (static_cast<std::uint64_t>(shift) << kSubBits) + (value >> shift);
    ++m_buckets[std::min<std::uint64_t>(index, kBuckets - 1)];
    ++m_count;
}

std::int64_t Histogram::percentile(double share) const
{
    const auto wanted = static_cast<std::uint64_t>(share * static_cast<double>(m_count));
    std::uint64_t seen = 0;
    for (std::uint64_t index = 0; index < kBuckets; ++index) {
        seen += m_buckets[index];
        if (seen > wanted || (seen == m_count && seen > 0)) {
            // From the second doubling on a bucket's index carries its shift above the sub-bucket's own leading bit.
            const auto shift = index < (2U << kSubBits) ? 0 : (index >> kSubBits) - 1;
            return static_cast<std::int64_t>((index - (shift << kSubBits)) << shift);
        }
    }
    return 0;
}

} // namespace rialto::load
