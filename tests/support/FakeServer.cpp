#include "support/FakeServer.h"

#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace rialto {

FakeServer::FakeServer() : m_webSockets(u"fake"_s, QWebSocketServer::NonSecureMode)
{
    connect(&m_listener, &QTcpServer::newConnection, this, &FakeServer::accept);
    connect(&m_webSockets, &QWebSocketServer::newConnection, this, &FakeServer::adopt);
    world.published = [this](const FakeWorld::LoggedEvent &event) { publish(event); };
    listen();
}

FakeServer::~FakeServer()
{
    stop();
}

bool FakeServer::listen()
{
    const bool listening = m_listener.listen(QHostAddress::LocalHost, m_port);
    m_port = m_listener.serverPort();
    return listening;
}

void FakeServer::stop()
{
    m_listener.close();
    cutAll();
}

void FakeServer::cutAll()
{
    const QList<QWebSocket *> sockets = m_connections.keys();
    m_connections.clear();
    for (QWebSocket *const socket : sockets) {
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();
    }
}

void FakeServer::closeAll(quint16 code, const QString &reason)
{
    const QList<QWebSocket *> sockets = m_connections.keys();
    for (QWebSocket *const socket : sockets)
        socket->close(static_cast<QWebSocketProtocol::CloseCode>(code), reason);
}

QString FakeServer::address() const
{
    return u"http://127.0.0.1:%1"_s.arg(m_port);
}

int FakeServer::countOf(const QString &method) const
{
    return static_cast<int>(paramsOf(method).size());
}

QList<QJsonObject> FakeServer::paramsOf(const QString &method) const
{
    QList<QJsonObject> found;
    for (const Received &one : received) {
        if (one.method == method)
            found.append(one.params);
    }
    return found;
}

void FakeServer::release()
{
    m_held.clear();
    const auto held = std::exchange(m_heldRequests, {});
    for (const auto &[socket, text] : held) {
        if (socket)
            receive(socket, text);
    }
}

void FakeServer::accept()
{
    while (QTcpSocket *const socket = m_listener.nextPendingConnection()) {
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { readHead(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
}

void FakeServer::readHead(QTcpSocket *socket)
{
    const QByteArray bytes = socket->peek(1 << 20);
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const QByteArray head = bytes.left(end).toLower();
    if (head.contains("upgrade: websocket")) {
        socket->disconnect(this);
        m_webSockets.handleConnection(socket);
        return;
    }
    const qsizetype field = head.indexOf("content-length:");
    const qsizetype length =
        field < 0 ? 0 : head.mid(field + 15, head.indexOf('\r', field) - field - 15).trimmed().toInt();
    if (bytes.size() < end + 4 + length)
        return;
    socket->read(bytes.size());
    answerHttp(socket, bytes.split(' ').value(1), bytes.mid(end + 4));
}

void FakeServer::answerHttp(QTcpSocket *socket, const QByteArray &path, const QByteArray &body)
{
    if (path.endsWith("auth/refresh") && std::exchange(loseNextRefresh, false)) {
        (void)authenticate(path, *parseObject(body));
        socket->abort();
        return;
    }
    const Result<QByteArray> result = authenticate(path, parseObject(body).value_or(QJsonObject()));
    QByteArray answer = result ? *result : QByteArray();
    if (!result)
        appendJson(answer, QJsonValue(errorToJson(result.error())));
    const int status = result ? 200 : httpStatus(result.error().code);
    socket->write("HTTP/1.1 " + QByteArray::number(status) +
                  " X\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(answer.size()) +
                  "\r\n\r\n" + answer);
}

Result<QByteArray> FakeServer::authenticate(const QByteArray &path, const QJsonObject &params)
{
    received.append({QString::fromLatin1(path.mid(8)), params});
    const QString name = params.value("name"_L1).toString();
    if (path.endsWith("auth/register"))
        return signIn(world.addUser(name), u"refresh-%1"_s.arg(++m_tokenCount));
    if (path.endsWith("auth/login")) {
        for (const User &user : std::as_const(world.users)) {
            if (user.name == name && params.value("password"_L1).toString() == "correct horse"_L1)
                return signIn(user.id, u"refresh-%1"_s.arg(++m_tokenCount));
        }
        return fail(ErrorCode::Unauthenticated, u"The name or the password is wrong."_s);
    }
    const QString token = params.value("refreshToken"_L1).toString();
    if (path.endsWith("auth/logout"))
        return QByteArray("{}");
    if (refuseRefresh || !m_refreshTokens.contains(token))
        return fail(ErrorCode::Unauthenticated, u"This session has ended."_s);
    if (!m_successors.contains(token))
        m_successors.insert(token, u"refresh-%1"_s.arg(++m_tokenCount));
    return signIn(m_refreshTokens.value(token), m_successors.value(token));
}

QByteArray FakeServer::signIn(UserId user, const QString &refreshToken)
{
    const QString access = u"access-%1"_s.arg(++m_tokenCount);
    m_accessTokens.insert(access, user);
    m_refreshTokens.insert(refreshToken, user);
    return toJson(SignedIn{world.users.value(user), access, refreshToken, accessSeconds});
}

void FakeServer::adopt()
{
    while (QWebSocket *const socket = m_webSockets.nextPendingConnection()) {
        m_connections.insert(socket, {});
        connect(socket, &QWebSocket::textMessageReceived, this,
                [this, socket](const QString &text) { receive(socket, text); });
        connect(socket, &QWebSocket::disconnected, this, [this, socket] {
            m_connections.remove(socket);
            socket->deleteLater();
        });
    }
}

void FakeServer::receive(QWebSocket *socket, const QString &text)
{
    QByteArray id;
    const Result<RequestFrame> request = parseRequest(text.toUtf8(), id);
    if (!request) {
        reply(socket, id, tl::unexpected(request.error()));
        return;
    }
    if (request->method == m_held) {
        m_heldRequests.append({socket, text});
        return;
    }
    received.append({request->method, request->params});
    if (request->method == "session.start"_L1) {
        startSession(socket, *request);
        return;
    }
    if (request->method == "session.ping"_L1) {
        reply(socket, id, toJson(Pong{world.head, 0}));
        return;
    }
    if (request->method == "session.renew"_L1) {
        reply(socket, id, QByteArray("{}"));
        return;
    }
    if (QList<Error> &refusals = m_refusals[request->method]; !refusals.isEmpty()) {
        reply(socket, id, tl::unexpected(refusals.takeFirst()));
        return;
    }
    m_inRequest = true;
    const Result<QByteArray> result = world.handle(m_connections.value(socket).user, request->method, request->params);
    m_inRequest = false;
    if (m_lostReplies.removeOne(request->method)) {
        m_pendingEvents.clear();
        cutAll();
        return;
    }
    reply(socket, id, result);
    flushEvents();
}

void FakeServer::startSession(QWebSocket *socket, const RequestFrame &request)
{
    const StartSession start = *fromJson<StartSession>(request.params, Check::Shape);
    if (!m_accessTokens.contains(start.token)) {
        reply(socket, request.id, fail(ErrorCode::Unauthenticated, u"This token is no good."_s));
        return;
    }
    if (checksProtocol && start.protocol.value_or(protocol) != protocol) {
        reply(socket, request.id, fail(ErrorCode::Invalid, u"Bring both to the same version."_s, u"protocol"_s));
        return;
    }
    const UserId user = m_accessTokens.value(start.token);
    m_connections[socket].user = user;
    const bool isKnown = start.resume && start.resume->epoch == world.epoch && start.resume->seq >= world.logStart &&
                         start.resume->seq <= world.head;
    reply(socket, request.id,
          toJson(SessionStarted{world.users.value(user),
                                world.epoch,
                                world.head,
                                start.resume && !isKnown,
                                protocol,
                                u"7.8.9"_s,
                                world.largestFile,
                                {},
                                u"fake-server"_s}));
    for (const FakeWorld::LoggedEvent &event : std::as_const(world.log)) {
        if (isKnown && event.seq > start.resume->seq && world.maySee(user, event.topic))
            socket->sendTextMessage(
                QString::fromUtf8(eventFrame(event.seq, event.topic.toLatin1(), event.type, event.data)));
    }
}

void FakeServer::reply(QWebSocket *socket, const QByteArray &id, const Result<QByteArray> &result)
{
    socket->sendTextMessage(QString::fromUtf8(result ? replyFrame(id, *result) : errorFrame(id, result.error())));
}

void FakeServer::publish(const FakeWorld::LoggedEvent &event)
{
    m_pendingEvents.append(event);
    if (!m_inRequest)
        flushEvents();
}

void FakeServer::flushEvents()
{
    const QList<FakeWorld::LoggedEvent> events = std::exchange(m_pendingEvents, {});
    for (const FakeWorld::LoggedEvent &event : events) {
        for (auto it = m_connections.cbegin(); it != m_connections.cend(); ++it) {
            if (it->user.isValid() && world.maySee(it->user, event.topic))
                it.key()->sendTextMessage(
                    QString::fromUtf8(eventFrame(event.seq, event.topic.toLatin1(), event.type, event.data)));
        }
    }
}

} // namespace rialto
