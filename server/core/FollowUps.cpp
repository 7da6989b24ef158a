#include "core/FollowUps.h"

#include <QElapsedTimer>

namespace rialto {
namespace {

/// About as much as a batch of requests takes.
constexpr int kStepRows = 250;
/// What is written in a burst is followed up together.
constexpr int kDelayMs = 200;
/// A step that was begun within this time found the thread idle.
constexpr qint64 kIdleUs = 500;
/// After a step the thread is left to others for so many times as long as it took.
constexpr qint64 kIdlePause = 1;
constexpr qint64 kBusyPause = 30;

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

/// Written on the domain thread, read here after the hand-over.
struct FollowUps::Step
{
    QElapsedTimer asked;
    qint64 waitedUs = 0;
    qint64 tookUs = 0;
    bool isMoreLeft = false;
};

void FollowUps::step()
{
    m_isRunning = true;
    m_isWoken = false;
    auto step = std::make_shared<Step>();
    step->asked.start();
    m_domain.post({{},
                   [this, step](WriteContext &context) -> Result<QByteArray> {
                       step->waitedUs = step->asked.nsecsElapsed() / 1000;
                       step->isMoreLeft = false;
                       for (const auto &followUp : m_hooks.followUps)
                           step->isMoreLeft |= followUp(context, kStepRows) >= kStepRows;
                       step->tookUs = step->asked.nsecsElapsed() / 1000 - step->waitedUs;
                       return QByteArray();
                   },
                   [this, step](const Result<QByteArray> &done) {
                       step->isMoreLeft &= done.has_value();
                       stepDone(*step);
                   }});
}

// After a failure (a full disk, say) it goes on with the next commit.
void FollowUps::stepDone(const Step &step)
{
    m_isRunning = false;
    const qint64 pause = step.waitedUs < kIdleUs ? kIdlePause : kBusyPause;
    if (step.isMoreLeft)
        m_timer.start(static_cast<int>(step.tookUs * pause / 1000 + 1));
    else if (m_isWoken)
        m_timer.start(kDelayMs);
}

} // namespace rialto
