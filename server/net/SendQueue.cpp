#include "net/SendQueue.h"

#include <QSslSocket>
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
}

void SendQueue::sendTo(QTcpSocket &socket)
{
    const bool isDirect = socket.bytesToWrite() == 0 && !qobject_cast<QSslSocket *>(&socket);
    qsizetype sent = isDirect ? sendDirectly(socket) : 0;
    for (const QByteArray &frame : std::as_const(m_frames)) {
        if (sent >= frame.size()) {
            sent -= frame.size();
            continue;
        }
        socket.write(sent > 0 ? frame.sliced(sent) : frame);
        sent = 0;
    }
    clear();
}

// Returns how many bytes the kernel took.
qsizetype SendQueue::sendDirectly(const QTcpSocket &socket)
{
    qsizetype total = 0;
    for (qsizetype next = 0; next < m_frames.size();) {
        iovec vectors[kVectors];
        size_t count = 0;
        qsizetype offered = 0;
        for (; count < kVectors && next < m_frames.size(); ++count, ++next) {
            const QByteArray &frame = m_frames.at(next);
            vectors[count] = {const_cast<char *>(frame.constData()), static_cast<size_t>(frame.size())};
            offered += frame.size();
        }
        const ssize_t sent = ::writev(static_cast<int>(socket.socketDescriptor()), vectors, static_cast<int>(count));
        total += std::max<ssize_t>(sent, 0);
        if (sent < offered)
            break;
    }
    return total;
}

} // namespace rialto
