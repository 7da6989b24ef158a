#include "net/Backoff.h"

#include <QRandomGenerator>

namespace rialto {

Backoff::Backoff(std::function<double()> random) : m_random(std::move(random))
{
    if (!m_random)
        m_random = [] { return QRandomGenerator::global()->generateDouble(); };
}

qint64 Backoff::nextDelayMs()
{
    constexpr int kDoublings = 2;
    const qint64 bound = std::min(kMaximumMs, qint64{1000} << std::min(m_attempts, kDoublings));
    ++m_attempts;
    return kMinimumMs + static_cast<qint64>(m_random() * static_cast<double>(bound - kMinimumMs));
}

} // namespace rialto
