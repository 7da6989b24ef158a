#pragma once

#include "core/Feature.h"

#include <QTimer>

namespace rialto {

/// How far back the event log reaches.
struct Retention
{
    qint64 days = 30;
    qint64 events = 1'000'000;
};

/// Removes what has outlived its time in small steps between other writes: events, stored replies, whatever features
/// hook in. Lives on: the net thread; the steps run on the domain thread.
class Housekeeping : public QObject
{
    Q_OBJECT
public:
    Housekeeping(DomainThread &domain, const Hooks &hooks, Retention retention);
    void start();
    /// One step at once; `then` on the net thread when it is committed.
    void step(const std::function<void()> &then = {});

private:
    qint64 removeSome(WriteContext &context) const;

    DomainThread &m_domain;
    const Hooks &m_hooks;
    const Retention m_retention;
    QTimer m_timer;
};

} // namespace rialto
