#pragma once

#include "net/HttpHead.h"

#include <QHostAddress>
#include <QObject>
#include <functional>
#include <memory>

namespace rialto {

/// The answer to one HTTP request whose body, or the answer's, is too long to be held in memory. The connection feeds
/// it pieces and sends the pieces that it gives, one at a time, so that neither side runs ahead of the other.
///
/// Lives on: the net thread. Signals may be emitted from within the calls.
class HttpStream : public QObject
{
    Q_OBJECT
public:
    static constexpr qint64 kPiece = 256 * 1024;

    /// Begins; called once, after the signals are connected.
    virtual void start() = 0;
    /// The next piece of the body, at most kPiece; the one after it comes when bodyWanted() was emitted again.
    virtual void receive(const QByteArray &piece) = 0;
    /// There is room for the next piece of the answer.
    virtual void sendMore() = 0;
    /// The peer is gone or was too slow: nothing is sent any more.
    virtual void cancel() = 0;

Q_SIGNALS:
    /// The next piece of the body may come; the first time, that the peer may begin to send it.
    void bodyWanted();
    /// The answer begins: its status line and headers, without the empty line, and how many bytes follow by
    /// pieceReady(). An answer that comes before all of the body was read closes the connection behind it.
    void answered(const QByteArray &head, qint64 bodySize);
    void pieceReady(const QByteArray &piece);
    /// The answer cannot be finished: the connection is cut, so that nobody takes what came for the whole.
    void broken();
};

/// Makes the stream for a request; null when the engine serves it.
using OpenStream = std::function<std::unique_ptr<HttpStream>(const HttpHead &head, const QHostAddress &peer)>;

} // namespace rialto
