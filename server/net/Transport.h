#pragma once

#include "protocol/CloseCode.h"

#include <QObject>

namespace rialto {

/// The seam between a Connection and whatever engine carries its WebSocket. Frames come here already encoded, once for
/// all their receivers; the engine sends what was written in one turn of the event loop together.
///
/// Lives on: the net thread.
class Transport : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Queues the bytes of whole WebSocket frames (see websocket/FrameWriter.h). Shared, not copied.
    virtual void write(const QByteArray &frames) = 0;
    /// Gives what was written to the network.
    virtual void flush() = 0;
    /// Bytes that were written and have not left yet.
    virtual qint64 queuedBytes() const = 0;
    /// Stops taking requests from the network until told otherwise; the peer's kernel feels it.
    virtual void setReadingPaused(bool paused) = 0;
    virtual void close(CloseCode code, const QString &reason) = 0;
    virtual QString peerAddress() const = 0;

Q_SIGNALS:
    void received(const QByteArray &utf8);
    /// The queue is empty.
    void drained();
    /// The peer is gone; no other signal follows.
    void closed();
};

} // namespace rialto
