#include "core/FollowUps.h"

namespace rialto {
namespace {

/// About as much as a batch of requests takes.
constexpr int kStepRows = 250;
/// What is written in a burst is followed up together.
constexpr int kDelayMs = 200;
/// Leaves the thread to others between two steps.
constexpr int kBusyPauseMs = 10;

} // namespace

FollowUps::FollowUps(DomainThread &domain, const Hooks &hooks) : m_domain(domain), m_hooks(hooks)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &FollowUps::step);
}

void FollowUps::wake()
{
    if (m_isRunning)
        m_isWoken = true;
    else if (!m_timer.isActive())
        m_timer.start(kDelayMs);
}

void FollowUps::step()
{
    m_isRunning = true;
    m_isWoken = false;
    auto isMoreLeft = std::make_shared<bool>(false); // Written on the domain thread, read here after the hand-over.
    m_domain.post({{},
                   [this, isMoreLeft](WriteContext &context) -> Result<QByteArray> {
                       *isMoreLeft = false;
                       for (const auto &followUp : m_hooks.followUps)
                           *isMoreLeft |= followUp(context, kStepRows) >= kStepRows;
                       return QByteArray();
                   },
                   [this, isMoreLeft](const Result<QByteArray> &done) { stepDone(done && *isMoreLeft); }});
}

// After a failure (a full disk, say) it goes on with the next commit.
void FollowUps::stepDone(bool isMoreLeft)
{
    m_isRunning = false;
    if (isMoreLeft)
        m_timer.start(kBusyPauseMs);
    else if (m_isWoken)
        m_timer.start(kDelayMs);
}

} // namespace rialto
