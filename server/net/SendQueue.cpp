#include "net/SendQueue.h"

#include <QTcpSocket>
#include <cerrno>
#include <sys/uio.h>

namespace rialto {
namespace {

constexpr size_t kVectors = 64;

} // namespace

void SendQueue::add(const QByteArray &frames)
{
    m_frames.append(frames);
    m_bytes += frames.size();
}

void SendQueue::clear()
{
    m_frames.clear();
    m_bytes = 0;
    m_sentOfFirst = 0;
}

bool SendQueue::sendTo(const QTcpSocket &socket)
{
    while (!m_frames.isEmpty()) {
        iovec vectors[kVectors];
        size_t count = 0;
        ssize_t offered = 0;
        for (; count < kVectors && static_cast<qsizetype>(count) < m_frames.size(); ++count) {
            const QByteArray &frame = m_frames.at(static_cast<qsizetype>(count));
            const qsizetype skipped = count == 0 ? m_sentOfFirst : 0;
            vectors[count] = {const_cast<char *>(frame.constData()) + skipped,
                              static_cast<size_t>(frame.size() - skipped)};
            offered += frame.size() - skipped;
        }
        const ssize_t sent = ::writev(static_cast<int>(socket.socketDescriptor()), vectors, static_cast<int>(count));
        if (sent < 0 && errno != EAGAIN && errno != EINTR)
            return false;
        take(std::max<ssize_t>(sent, 0));
        if (sent < offered)
            break;
    }
    return true;
}

void SendQueue::take(qint64 bytes)
{
    m_bytes -= bytes;
    bytes += m_sentOfFirst;
    qsizetype whole = 0;
    while (whole < m_frames.size() && bytes >= m_frames.at(whole).size())
        bytes -= m_frames.at(whole++).size();
    m_frames.remove(0, whole);
    m_sentOfFirst = bytes;
}

void SendQueue::handTo(QTcpSocket &socket)
{
    for (const QByteArray &frame : std::as_const(m_frames))
        socket.write(frame.sliced(std::exchange(m_sentOfFirst, 0)));
    clear();
}

} // namespace rialto
