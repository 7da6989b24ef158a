#pragma once

#include "core/Feature.h"

#include <QTimer>

namespace rialto {

/// Work that follows writes at a distance, such as an index, so that whoever writes does not pay for it: small steps
/// between other writes, begun a moment after something was committed, until there is nothing left to do. While others
/// write, the steps take a small part of the domain thread's time only. What has to be done is found in the database,
/// so nothing is lost when the program ends.
///
/// Lives on: the net thread; the steps run on the domain thread.
class FollowUps : public QObject
{
    Q_OBJECT
public:
    FollowUps(DomainThread &domain, const Hooks &hooks);

    /// Something was committed. Costs next to nothing.
    void wake();

private:
    void step();
    struct Step;
    void stepDone(const Step &step);

    DomainThread &m_domain;
    const Hooks &m_hooks;
    QTimer m_timer;
    bool m_isRunning = false;
    bool m_isWoken = false;
};

} // namespace rialto
