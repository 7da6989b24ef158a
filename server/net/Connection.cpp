#include "net/Connection.h"

#include "websocket/FrameWriter.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

constexpr qint64 kCatchUpQueueBytes = 128 * 1024; // The log is read on only while less than this waits to leave.
constexpr int kRetryReadMs = 50;

Error rateLimited(int seconds)
{
    return Error{ErrorCode::RateLimited, u"Too fast. Try again in %1 s."_s.arg(seconds), {}, {}, seconds};
}

Error otherVersion(int asked)
{
    return {ErrorCode::Invalid,
            u"This server (Rialto %1) speaks version %2 of the protocol, not %3. Bring both to the same version."_s
                .arg(QStringLiteral(RIALTO_VERSION))
                .arg(kProtocolVersion)
                .arg(asked),
            u"protocol"_s,
            {},
            0};
}

} // namespace

Connection::Connection(Transport *transport, const ConnectionServices &services, QByteArray upgradeToken,
                       QObject *parent)
    : QObject(parent), m_transport(transport), m_services(services), m_upgradeToken(std::move(upgradeToken))
{
    m_transport->setParent(this);
    connect(m_transport, &Transport::received, this, &Connection::handleText);
    connect(m_transport, &Transport::drained, this, &Connection::handleDrained);
    connect(m_transport, &Transport::closed, this, &Connection::handleClosed);
    m_startTimer.setSingleShot(true);
    connect(&m_startTimer, &QTimer::timeout, this,
            [this] { close(CloseCode::SessionTimeout, u"No session.start in time."_s); });
    m_startTimer.start(kStartMs);
}

Connection::~Connection()
{
    // One that is closing has left the Hub, which may be gone before it.
    if (!m_isClosing)
        leave();
}

void Connection::leave()
{
    m_services.hub.remove(this);
    m_services.presence.left(this);
}

void Connection::deliver(const QByteArray &frame)
{
    if (m_isClosing)
        return;
    m_transport->write(frame);
    if (m_transport->queuedBytes() > kMaximumQueuedBytes)
        close(CloseCode::SlowConsumer, u"Too slow. Resume."_s);
}

void Connection::deliverIfQuick(const QByteArray &frame)
{
    if (!m_isClosing && m_transport->queuedBytes() <= kQuickQueuedBytes)
        m_transport->write(frame);
}

bool Connection::hears(const QByteArray &topic) const
{
    return m_services.hub.hears(this, topic);
}

void Connection::close(CloseCode code, const QString &reason)
{
    if (std::exchange(m_isClosing, true))
        return;
    m_startTimer.stop();
    m_waiting.clear();
    leave();
    m_transport->close(code, reason);
}

void Connection::handleClosed()
{
    m_isClosing = true;
    m_startTimer.stop();
    m_waiting.clear();
    leave();
    Q_EMIT closed();
    deleteLater();
}

void Connection::handleText(const QByteArray &utf8)
{
    if (m_isClosing)
        return;
    QByteArray id;
    Result<Waiting> request = admit(utf8, id);
    if (!request || !m_isStarted) {
        if (const auto inTime = checkAddressRate(); !inTime)
            request = tl::unexpected(inTime.error());
    }
    if (!request)
        return deliver(websocket::textFrame(errorFrame(id, request.error())));
    m_waiting.push_back(std::move(*request));
    pump();
}

Result<Connection::Waiting> Connection::admit(const QByteArray &utf8, QByteArray &id)
{
    Result<RequestFrame> frame = parseRequest(utf8, id);
    if (!frame)
        return tl::unexpected(frame.error());
    if (frame->method.startsWith("session."_L1))
        return Waiting{std::move(*frame), Kind::Alone, nullptr};
    const Route *route = m_services.router.find(frame->method);
    if (!route || !route->info.webSocket)
        return fail(ErrorCode::NotFound, u"There is no method %1."_s.arg(frame->method.left(64)), u"method"_s);
    const Kind kind = route->info.effect == Effect::Read ? Kind::Read : route->isPrepared ? Kind::Alone : Kind::Write;
    return Waiting{std::move(*frame), kind, route};
}

void Connection::pump()
{
    while (!m_waiting.empty() && mayRun(m_waiting.front().kind)) {
        Waiting next = std::move(m_waiting.front());
        m_waiting.pop_front();
        ++m_running[static_cast<int>(next.kind)];
        run(std::move(next));
    }
    updateReading();
}

bool Connection::mayRun(Kind kind) const
{
    const int reads = m_running[static_cast<int>(Kind::Read)];
    const int writes = m_running[static_cast<int>(Kind::Write)];
    if (m_running[static_cast<int>(Kind::Alone)] > 0)
        return false;
    return kind == Kind::Read ? writes == 0 : kind == Kind::Write ? reads == 0 : reads + writes == 0;
}

void Connection::updateReading()
{
    const qsizetype running = m_running[0] + m_running[1] + m_running[2];
    m_transport->setReadingPaused(!m_isClosing &&
                                  static_cast<qsizetype>(m_waiting.size()) + running >= kMaximumOutstanding);
}

Result<Caller> Connection::caller() const
{
    if (!m_isStarted)
        return fail(ErrorCode::Unauthenticated, u"Send session.start first."_s);
    auto caller = m_services.sessions.find(m_session);
    if (!caller)
        return fail(ErrorCode::Unauthenticated, u"This sign-in has ended."_s);
    caller->address = m_transport->peerAddress();
    return *caller;
}

Result<> Connection::checkRate(const MethodInfo &info, const Caller &who)
{
    const QString person = QString::number(who.userId.value);
    int wait = m_services.rates.take(u"requests:"_s + person, rates::kRequestsPerPerson);
    if (wait == 0 && QLatin1StringView(info.name) == QLatin1StringView("chat.send"))
        wait = m_services.rates.take(u"messages:"_s + person, rates::kMessagesPerPerson);
    if (wait == 0 && QLatin1StringView(info.name) == QLatin1StringView("chat.typing"))
        wait = m_services.rates.take(u"typing:"_s + person, rates::kTypingPerPerson);
    if (wait == 0 && QLatin1StringView(info.name) == QLatin1StringView("files.create"))
        wait = m_services.rates.take(u"files:"_s + person, rates::kFilesPerPerson);
    if (wait == 0 && QLatin1StringView(info.name) == QLatin1StringView("auth.changePassword"))
        wait = m_services.rates.take(u"passwords:"_s + person, rates::kPasswordsPerPerson);
    return wait == 0 ? Result<>() : tl::unexpected(rateLimited(wait));
}

// For what no person answers for: frames that cannot be read, and requests before the session.
Result<> Connection::checkAddressRate()
{
    const int wait = m_services.rates.take(u"address:"_s + m_transport->peerAddress(), rates::kRequestsPerAddress);
    return wait == 0 ? Result<>() : tl::unexpected(rateLimited(wait));
}

void Connection::run(Waiting waiting)
{
    if (!waiting.route) {
        const QString &method = waiting.frame.method;
        if (method == QLatin1StringView(StartSession::method.name))
            return startSession(waiting.frame);
        Result<QByteArray> result =
            fail(ErrorCode::NotFound, u"There is no method %1."_s.arg(method.left(64)), u"method"_s);
        if (auto signedIn = caller(); !signedIn)
            result = tl::unexpected(signedIn.error());
        else if (method == QLatin1StringView(Ping::method.name))
            result = ping();
        else if (method == QLatin1StringView(RenewToken::method.name))
            result = renew(waiting.frame.params);
        return finish(waiting.kind, waiting.frame.id, result);
    }
    Result<Caller> who = caller();
    if (who) {
        if (auto inTime = checkRate(waiting.route->info, *who); !inTime)
            who = tl::unexpected(inTime.error());
    }
    if (!who)
        return finish(waiting.kind, waiting.frame.id, tl::unexpected(who.error()));
    m_services.router.dispatch(*waiting.route,
                               {*who, waiting.frame.params,
                                [self = QPointer(this), kind = waiting.kind, id = waiting.frame.id](auto result) {
                                    if (self)
                                        self->finish(kind, id, result);
                                },
                                this});
}

void Connection::finish(Kind kind, const QByteArray &id, const Result<QByteArray> &result)
{
    --m_running[static_cast<int>(kind)];
    deliver(websocket::textFrame(result ? replyFrame(id, *result) : errorFrame(id, result.error())));
    // Not at once: this may run inside pump(), or before the effects of this very reply were applied.
    if (!m_waiting.empty())
        QMetaObject::invokeMethod(this, &Connection::pump, Qt::QueuedConnection);
    else
        updateReading();
}

void Connection::startSession(const RequestFrame &frame)
{
    const auto refuse = [&](const Error &error) { finish(Kind::Alone, frame.id, tl::unexpected(error)); };
    const auto request = fromJson<StartSession>(frame.params, Check::Rules);
    if (!request)
        return refuse(request.error());
    if (const int version = request->protocol.value_or(kProtocolVersion); version != kProtocolVersion)
        return refuse(otherVersion(version));
    if (m_isStarted)
        return refuse({ErrorCode::Conflict, u"This connection has already started its session."_s, {}, {}, 0});
    const QByteArray token = m_upgradeToken.isEmpty() ? request->token.toUtf8() : m_upgradeToken;
    const auto claims = m_services.tokens.verify(token, m_services.clock.nowMs());
    if (!claims)
        return refuse(claims.error());
    auto who = m_services.sessions.find(claims->sessionId);
    if (!who || who->userId != claims->userId)
        return refuse({ErrorCode::Unauthenticated, u"This sign-in has ended. Sign in again."_s, {}, {}, 0});
    who->address = m_transport->peerAddress();
    m_session = claims->sessionId;
    m_services.sync.start(*who, request->resume, [self = QPointer(this), id = frame.id](const auto &outcome) {
        if (self)
            self->handleStarted(id, outcome);
    });
}

void Connection::handleStarted(const QByteArray &id, const Result<SessionOutcome> &outcome)
{
    if (m_isClosing)
        return;
    if (!outcome)
        return finish(Kind::Alone, id, tl::unexpected(outcome.error()));
    if (!m_services.sessions.find(m_session))
        return close(CloseCode::SessionEnded, u"This sign-in has ended."_s);
    m_startTimer.stop();
    m_isStarted = true;
    m_position = outcome->readAfter;
    m_services.hub.add(this, outcome->reply.user.id, outcome->topics);
    m_services.presence.arrived(this, outcome->reply.user.id);
    finish(Kind::Alone, id, toJson(outcome->reply));
    readLog();
}

// Until this connection has read up to the Hub's head it gets no live events, so that none can overtake a missed one.
void Connection::readLog()
{
    if (m_isClosing || m_isLive || m_isReadingLog || !m_isStarted)
        return;
    if (m_position >= m_services.hub.head()) {
        m_isLive = true;
        m_services.hub.setLive(this);
        return;
    }
    if (m_transport->queuedBytes() > kCatchUpQueueBytes)
        return; // handleDrained() goes on.
    m_isReadingLog = true;
    const Topics topics = m_services.hub.topicsOf(this);
    const qint64 head = m_services.hub.head();
    m_services.sync.read(m_position, topics, [self = QPointer(this), topics, head](const auto &stretch) {
        if (self)
            self->handleStretch(stretch, topics, head);
    });
}

void Connection::handleStretch(const Result<EventLog::Stretch> &stretch, const Topics &asked, qint64 askedHead)
{
    m_isReadingLog = false;
    if (m_isClosing)
        return;
    if (!stretch) {
        QTimer::singleShot(kRetryReadMs, this, &Connection::readLog);
        return;
    }
    if (stretch->first != m_position + 1)
        return close(CloseCode::Resume, u"The log was trimmed meanwhile. Resume."_s);
    // The subscriptions may have changed while the log was read: a room that was left is silent at once. Events that
    // are committed but not published yet stay for their turn, behind the replies of their requests.
    const Topics topics = m_services.hub.topicsOf(this);
    // Beyond the head of that moment the stretch may lack what a subscription made since then would have brought: that
    // part is read again.
    const qint64 head = topics == asked ? m_services.hub.head() : askedHead;
    for (const LoggedEvent &event : stretch->events) {
        if (event.seq <= head && topics.contains(event.topic))
            deliver(websocket::textFrame(event.frame));
    }
    m_position = std::min(stretch->readTo, head);
    readLog();
}

void Connection::handleDrained()
{
    readLog();
}

Result<QByteArray> Connection::ping() const
{
    return toJson(Pong{m_isLive ? m_services.hub.head() : m_position, m_services.clock.nowMs()});
}

Result<QByteArray> Connection::renew(const QJsonObject &params) const
{
    const auto request = fromJson<RenewToken>(params, Check::Rules);
    if (!request)
        return tl::unexpected(request.error());
    const auto claims = m_services.tokens.verify(request->token.toUtf8(), m_services.clock.nowMs());
    if (!claims)
        return tl::unexpected(claims.error());
    if (claims->sessionId != m_session)
        return fail(ErrorCode::Forbidden, u"This token belongs to another sign-in."_s, u"token"_s);
    return toJson(Nothing{});
}

} // namespace rialto
