#pragma once

#include <QTcpSocket>
#include <functional>

namespace rialto {

/// A QTcpSocket without a network: QtHttpServer reads from it what the gate has checked, and what it writes goes back
/// to the gate. Lives on: the net thread.
class VirtualSocket final : public QTcpSocket
{
    Q_OBJECT
public:
    VirtualSocket(const QHostAddress &peer, quint16 peerPort, std::function<void(const QByteArray &)> output);
    ~VirtualSocket() override;

    void feed(const QByteArray &bytes);
    /// Tells QtHttpServer that the peer has gone; nothing is written to the gate any more. It deletes the socket.
    void drop();

    qint64 bytesAvailable() const override;
    bool isSequential() const override { return true; }
    void disconnectFromHost() override {}
    void close() override {}

protected:
    qint64 readData(char *data, qint64 maximum) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    std::function<void(const QByteArray &)> m_output;
    QByteArray m_input;
};

} // namespace rialto
