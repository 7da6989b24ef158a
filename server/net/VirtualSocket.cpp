#include "net/VirtualSocket.h"

#include <QHostAddress>
#include <cstring>

namespace rialto {

VirtualSocket::VirtualSocket(const QHostAddress &peer, quint16 peerPort, std::function<void(const QByteArray &)> output)
    : m_output(std::move(output))
{
    setPeerAddress(peer);
    setPeerPort(peerPort);
    setOpenMode(QIODevice::ReadWrite);
    setSocketState(ConnectedState);
}

VirtualSocket::~VirtualSocket()
{
    setSocketState(UnconnectedState);
    setOpenMode(QIODevice::NotOpen);
}

void VirtualSocket::feed(const QByteArray &bytes)
{
    m_input += bytes;
    Q_EMIT readyRead();
}

void VirtualSocket::drop()
{
    m_output = nullptr;
    if (state() == UnconnectedState)
        return;
    setSocketState(UnconnectedState);
    Q_EMIT disconnected();
}

qint64 VirtualSocket::bytesAvailable() const
{
    return QIODevice::bytesAvailable() + m_input.size();
}

qint64 VirtualSocket::readData(char *data, qint64 maximum)
{
    const qint64 size = std::min<qint64>(maximum, m_input.size());
    std::memcpy(data, m_input.constData(), static_cast<size_t>(size));
    m_input.remove(0, size);
    return size;
}

qint64 VirtualSocket::writeData(const char *data, qint64 size)
{
    if (m_output)
        m_output(QByteArray(data, size));
    return size;
}

} // namespace rialto
