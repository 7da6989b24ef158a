#pragma once

#include <QPointer>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>

namespace rialto::chaos {

/// A TCP proxy on a loopback port of its own that treats connections as bad networks do. Lives on: the thread of the
/// driver.
class Proxy : public QTcpServer
{
    Q_OBJECT

public:
    enum class Mode {
        Pass,
        Delay,     ///< Everything arrives late, in order.
        Drip,      ///< One byte at a time.
        BlackHole, ///< Nothing arrives in either direction, and nothing ends.
        DeafUp,    ///< What the client sends does not arrive.
        DeafDown,  ///< What the server sends does not arrive.
    };

    /// `seed` chooses whom faults meet.
    explicit Proxy(quint32 seed);

    bool listen();
    /// Where connections go: a port on loopback.
    void setUpstream(quint16 port) { m_upstream = port; }
    /// About half of the connections, and of those that come, are treated so until heal().
    void disturb(Mode mode, int delayMs = 0);
    /// Held bytes go on their way, as after a partition, or the connections are reset, as by a box that forgot them.
    void heal(bool reset);
    /// Ends about half of the connections, in an orderly way or with a reset.
    void cut(bool reset);
    int linkCount() const { return static_cast<int>(m_links.size()); }

private:
    struct Link;

    void accept();
    void end(Link *link, bool reset);
    bool chosen() { return m_random.bounded(2) == 0; }

    QRandomGenerator m_random;
    quint16 m_upstream = 0;
    Mode m_mode = Mode::Pass;
    int m_delayMs = 0;
    QList<Link *> m_links;
};

} // namespace rialto::chaos
