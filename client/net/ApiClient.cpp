#include "net/ApiClient.h"

#include "net/Socket.h"

#include <QLoggingCategory>

namespace rialto {
namespace {

Q_LOGGING_CATEGORY(lcApi, "rialto.client.api")

constexpr int kDeadlineCheckMs = 1000;

Error notConnected()
{
    return {ErrorCode::Unavailable, ApiClient::tr("There is no connection to the server."), {}, {}, 0};
}

} // namespace

ApiClient::ApiClient(Socket &socket, const Clock &clock, QObject *parent)
    : QObject(parent), m_socket(socket), m_clock(clock)
{
    m_deadlineTimer.setInterval(kDeadlineCheckMs);
    connect(&m_deadlineTimer, &QTimer::timeout, this, &ApiClient::checkDeadlines);
    connect(&m_socket, &Socket::received, this, &ApiClient::receive);
    connect(&m_socket, &Socket::stateChanged, this, &ApiClient::socketChanged);
}

void ApiClient::callRaw(const QByteArray &method, const QByteArray &paramsJson, QObject *context, RawDone done)
{
    if (m_signedIn) {
        enqueue(method, paramsJson, context, std::move(done));
        return;
    }
    // Never from inside the call: callers need not be ready for an answer before they have finished asking.
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done(tl::unexpected(notConnected())); }, Qt::QueuedConnection);
}

void ApiClient::enqueue(const QByteArray &method, const QByteArray &paramsJson, QObject *context, RawDone done)
{
    m_waiting.enqueue({method, paramsJson, context, std::move(done), 0});
    sendWaiting();
}

void ApiClient::sendWaiting()
{
    while (!m_waiting.isEmpty() && m_outstanding.size() < kMaximumOutstanding &&
           m_socket.state() == Socket::State::Open) {
        Call call = m_waiting.dequeue();
        const qint64 id = ++m_lastId;
        const QByteArray frame = requestFrame(id, call.method.constData(), call.params);
        call.deadline = m_clock.monotonicMs() + kTimeoutMs;
        call.params.clear();
        m_outstanding.insert(id, std::move(call));
        m_socket.send(frame);
    }
    if (!m_outstanding.isEmpty() && !m_deadlineTimer.isActive())
        m_deadlineTimer.start();
}

void ApiClient::receive(const QByteArray &utf8)
{
    Q_EMIT heard();
    const Result<ServerFrame> frame = parseServerFrame(utf8);
    if (!frame) {
        qCWarning(lcApi).noquote() << "The server sent something unreadable:" << frame.error().message;
        m_socket.drop(tr("The server sent something unreadable."));
        return;
    }
    if (!frame->id) {
        Q_EMIT eventReceived(*frame);
        return;
    }
    Q_EMIT replyComing();
    const Call call = m_outstanding.take(*frame->id);
    if (frame->error)
        answer(call, tl::unexpected(*frame->error));
    else
        answer(call, frame->body);
    sendWaiting();
}

void ApiClient::socketChanged()
{
    if (m_socket.state() == Socket::State::Open)
        return;
    m_signedIn = false;
    failAll(notConnected());
}

void ApiClient::failAll(const Error &error)
{
    m_deadlineTimer.stop();
    const QHash<qint64, Call> outstanding = std::exchange(m_outstanding, {});
    const QQueue<Call> waiting = std::exchange(m_waiting, {});
    for (const Call &call : outstanding)
        answer(call, tl::unexpected(error));
    for (const Call &call : waiting)
        answer(call, tl::unexpected(error));
}

void ApiClient::checkDeadlines()
{
    const qint64 now = m_clock.monotonicMs();
    const bool late = std::any_of(m_outstanding.begin(), m_outstanding.end(),
                                  [now](const Call &call) { return call.deadline <= now; });
    if (m_outstanding.isEmpty())
        m_deadlineTimer.stop();
    // Replies come in order, so a missing one means that the connection is no good any more.
    if (late)
        Q_EMIT timedOut();
}

void ApiClient::answer(const Call &call, Result<QJsonObject> result)
{
    if (call.context && call.done)
        call.done(std::move(result));
}

} // namespace rialto
