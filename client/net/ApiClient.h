#pragma once

#include "base/Clock.h"
#include "protocol/Frame.h"
#include "protocol/Method.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QQueue>
#include <QTimer>
#include <functional>

namespace rialto {

class Socket;

/// Requests over the WebSocket and their replies. A call is answered exactly once unless its context is gone by then:
/// by the server, or with Unavailable when the connection is lost or no answer comes in time (then it is unknown
/// whether the server acted: writes that must not be lost go through the Outbox). Lives on: the GUI thread.
class ApiClient : public QObject
{
    Q_OBJECT

public:
    using RawDone = std::function<void(Result<QJsonObject>)>;
    template <Method Request> using Done = std::function<void(Result<typename Request::Reply>)>;

    static constexpr int kMaximumOutstanding = 64; ///< What a server takes from one connection; the rest waits here.
    static constexpr qint64 kTimeoutMs = 30'000;

    ApiClient(Socket &socket, const Clock &clock, QObject *parent = nullptr);

    /// For session.*, which go before the connection is signed in.
    template <Method Request> void callSession(const Request &request, QObject *context, Done<Request> done)
    {
        enqueue(Request::method.name, toJson(request), context, decoder<Request>(std::move(done)));
    }

    /// Answers Unavailable at once while the connection is not signed in. `done` is not called once `context` is gone.
    template <Method Request> void call(const Request &request, QObject *context, Done<Request> done)
    {
        callRaw(Request::method.name, toJson(request), context, decoder<Request>(std::move(done)));
    }

    void callRaw(const QByteArray &method, const QByteArray &paramsJson, QObject *context, RawDone done);

    /// Whether session.start was answered on this connection; set by SyncClient.
    void setSignedIn(bool signedIn) { m_signedIn = signedIn; }
    bool isSignedIn() const { return m_signedIn; }

Q_SIGNALS:
    void eventReceived(const rialto::ServerFrame &event);
    /// A reply is about to be handed out: all events before it must be applied first.
    void replyComing();
    /// Something came from the server.
    void heard();
    /// The server did not answer in time.
    void timedOut();

private:
    struct Call
    {
        QByteArray method;
        QByteArray params;
        QPointer<QObject> context;
        RawDone done;
        qint64 deadline = 0;
    };

    template <Method Request> static RawDone decoder(Done<Request> done)
    {
        return [done = std::move(done)](Result<QJsonObject> reply) {
            if (!done)
                return;
            if (reply)
                done(fromJson<typename Request::Reply>(*reply, Check::Shape));
            else
                done(tl::unexpected(std::move(reply.error())));
        };
    }

    void enqueue(const QByteArray &method, const QByteArray &paramsJson, QObject *context, RawDone done);
    void sendWaiting();
    void receive(const QByteArray &utf8);
    void socketChanged();
    void failAll(const Error &error);
    void checkDeadlines();
    static void answer(const Call &call, Result<QJsonObject> result);

    Socket &m_socket;
    const Clock &m_clock;
    QHash<qint64, Call> m_outstanding;
    QQueue<Call> m_waiting;
    QTimer m_deadlineTimer;
    qint64 m_lastId = 0;
    bool m_signedIn = false;
};

} // namespace rialto
