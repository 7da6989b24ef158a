#pragma once

#include "core/DomainThread.h"
#include "core/PresenceBoard.h"

namespace rialto {

/// Writes down when people were here last: now and then and at the end, not at every disconnect, so that a storm of
/// them writes little. A crash forgets a minute at most of who left, ten of who stayed.
///
/// Lives on: the net thread; the writing runs on the domain thread.
class LastSeen : public QObject
{
    Q_OBJECT
public:
    static constexpr int kPauseMs = 60'000;
    static constexpr qint64 kMarginMs = 10 * 60'000; ///< Whoever stays is written down this often.

    LastSeen(DomainThread &domain, PresenceBoard &board);
    void start();
    /// Everything, before the server ends.
    void saveAll();

private:
    void save(qint64 margin);

    DomainThread &m_domain;
    PresenceBoard &m_board;
    QTimer m_timer;
};

} // namespace rialto
