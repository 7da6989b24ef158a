#include "core/Housekeeping.h"

namespace rialto {
namespace {

constexpr int kStepRows = 500;
constexpr int kPauseMs = 60'000;
constexpr int kBusyPauseMs = 50;
constexpr qint64 kDayMs = 24LL * 60 * 60 * 1000;

} // namespace

Housekeeping::Housekeeping(DomainThread &domain, const Hooks &hooks, Retention retention)
    : m_domain(domain), m_hooks(hooks), m_retention(retention)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { step(); });
}

void Housekeeping::start()
{
    m_timer.start(kPauseMs);
}

void Housekeeping::step(const std::function<void()> &then)
{
    auto removed = std::make_shared<qint64>(0); // Written on the domain thread, read here after the hand-over.
    m_domain.post({{},
                   [this, removed](WriteContext &context) -> Result<QByteArray> {
                       *removed = removeSome(context);
                       return QByteArray();
                   },
                   [this, removed, then](const Result<QByteArray> &) {
                       m_timer.start(*removed >= kStepRows ? kBusyPauseMs : kPauseMs);
                       if (then)
                           then();
                   }});
}

// The most that any one of them removed: a full step means that there is more.
qint64 Housekeeping::removeSome(WriteContext &context) const
{
    qint64 most = context.trimLog(m_retention.events, context.nowMs - m_retention.days * kDayMs, kStepRows);
    most = std::max(most, idempotency::trim(context.database, context.nowMs, kStepRows));
    for (const auto &removeOld : m_hooks.housekeeping)
        most = std::max(most, removeOld(context, kStepRows));
    return most;
}

} // namespace rialto
