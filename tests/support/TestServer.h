#pragma once

#include "app/ServerApp.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTemporaryDir>
#include <QTest>
#include <QWebSocket>

namespace rialto::test {

/// Runs the event loop until the condition holds. Unlike the waits of QtTest it never sleeps between two events, which
/// matters when the server under test lives in the same loop.
template <typename Condition> bool waitFor(Condition condition, int timeoutMs = 30'000)
{
    QTimer wake; // So that the deadline is looked at even when nothing happens.
    wake.start(20);
    const QDeadlineTimer deadline(timeoutMs);
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

/// A clock that tests turn by hand.
class ManualClock final : public Clock
{
public:
    qint64 nowMs() const override { return m_system.nowMs() + m_shiftMs; }
    qint64 monotonicMs() const override { return m_system.monotonicMs() + m_shiftMs; }
    void advance(qint64 ms) { m_shiftMs += ms; }

private:
    SystemClock m_system;
    std::atomic<qint64> m_shiftMs = 0;
};

/// What came back from an HTTP request.
struct Answer
{
    int status = 0;
    QJsonObject body;
    QHash<QByteArray, QByteArray> headers; ///< By lower-case name.

    QString code() const { return body.value(QLatin1StringView("code")).toString(); }
    QString field() const { return body.value(QLatin1StringView("field")).toString(); }
    qint64 id() const { return body.value(QLatin1StringView("id")).toInteger(); }
};

/// Somebody who is signed in.
struct Person
{
    QString name;
    qint64 id = 0;
    QByteArray token;
    QString refreshToken;
};

/// A real server in this process, with a real database in a temporary folder, on a port of its own.
class TestServer
{
public:
    explicit TestServer(const std::function<void(Config &)> &adjust = {})
    {
        m_config.data = m_folder.path() + QLatin1String("/data");
        m_config.port = 0;
        m_config.noRateLimits = true;
        if (qgetenv("RIALTO_WEBSOCKET_ENGINE") == "stock")
            m_config.webSocketEngine = WebSocketEngine::Stock;
        if (adjust)
            adjust(m_config);
        m_http.setProxy(QNetworkProxy::NoProxy);
        start();
    }

    void start()
    {
        auto app = ServerApp::create(m_config, clock);
        if (!app)
            qFatal("%ls", qUtf16Printable(app.error().message));
        m_app = std::move(*app);
        if (auto listening = m_app->listen(); !listening)
            qFatal("%ls", qUtf16Printable(listening.error().message));
        m_config.port = m_app->port();
    }
    void stop() { m_app.reset(); }

    ServerApp &app() { return *m_app; }
    quint16 port() const { return static_cast<quint16>(m_config.port); }
    QString databasePath() const { return m_config.data + QLatin1String("/rialto.db"); }

    Answer request(const QByteArray &verb, const QString &path, const QJsonObject &body = {},
                   const QByteArray &token = {}, const QList<QPair<QByteArray, QByteArray>> &headers = {})
    {
        QNetworkRequest request(QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(port()).arg(path)));
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        if (!token.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + token);
        for (const auto &[name, value] : headers)
            request.setRawHeader(name, value);
        QByteArray bytes;
        if (verb == "POST" || verb == "PUT" || verb == "PATCH") {
            request.setRawHeader("Content-Type", "application/json");
            bytes = QJsonDocument(body).toJson(QJsonDocument::Compact);
        }
        std::unique_ptr<QNetworkReply> reply(verb == "HEAD" ? m_http.head(request)
                                                            : m_http.sendCustomRequest(request, verb, bytes));
        if (!waitFor([&] { return reply->isFinished(); }, 30'000))
            qFatal("No answer to %s %ls", verb.constData(), qUtf16Printable(path));
        Answer answer;
        answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        answer.body = QJsonDocument::fromJson(reply->readAll()).object();
        for (const auto &[name, value] : reply->rawHeaderPairs())
            answer.headers.insert(name.toLower(), value);
        return answer;
    }
    /// The same below /api/v1, as a person.
    Answer api(const QByteArray &verb, const QString &path, const Person &who, const QJsonObject &body = {},
               const QList<QPair<QByteArray, QByteArray>> &headers = {})
    {
        return request(verb, QLatin1String("/api/v1/") + path, body, who.token, headers);
    }

    Person aUser(const QString &name, Role role = Role::Member)
    {
        const Answer answer = request("POST", QStringLiteral("/api/v1/auth/register"),
                                      {{QStringLiteral("name"), name}, {QStringLiteral("password"), kPassword}});
        if (answer.status != 201)
            qFatal("%ls cannot register: %s", qUtf16Printable(name), QJsonDocument(answer.body).toJson().constData());
        if (role != Role::Member)
            operate(QStringLiteral("people.setRole"),
                    {{QStringLiteral("name"), name}, {QStringLiteral("role"), QString(wordOf(role))}});
        return personFrom(answer, name);
    }
    Person login(const QString &name, const QString &password = kPassword)
    {
        return personFrom(request("POST", QStringLiteral("/api/v1/auth/login"),
                                  {{QStringLiteral("name"), name}, {QStringLiteral("password"), password}}),
                          name);
    }
    static Person personFrom(const Answer &answer, const QString &name)
    {
        const QJsonObject user = answer.body.value(QLatin1String("user")).toObject();
        return {name, user.value(QLatin1String("id")).toInteger(),
                answer.body.value(QLatin1String("accessToken")).toString().toLatin1(),
                answer.body.value(QLatin1String("refreshToken")).toString()};
    }

    qint64 aRoom(const Person &owner, const QString &name, const QString &visibility = QStringLiteral("public"))
    {
        return api("POST", QStringLiteral("rooms"), owner,
                   {{QStringLiteral("name"), name}, {QStringLiteral("visibility"), visibility}})
            .id();
    }

    /// Runs an operator's request as the command line would.
    QJsonObject operate(const QString &method, const QJsonObject &params)
    {
        QByteArray reply;
        QByteArray line;
        appendJson(line,
                   QJsonValue(QJsonObject{{QStringLiteral("method"), method}, {QStringLiteral("params"), params}}));
        m_app->localDoor().run(line, [&](const QByteArray &answer) { reply = answer; });
        if (!waitFor([&] { return !reply.isEmpty(); }, 30'000))
            qFatal("No answer to %ls", qUtf16Printable(method));
        return QJsonDocument::fromJson(reply).object();
    }

    static inline const QString kPassword = QStringLiteral("correct horse");
    ManualClock clock;

private:
    QTemporaryDir m_folder;
    Config m_config;
    QNetworkAccessManager m_http;
    std::unique_ptr<ServerApp> m_app;
};

inline QJsonObject resultOf(const QJsonObject &reply)
{
    return reply.value(QLatin1String("result")).toObject();
}

inline QString codeOf(const QJsonObject &reply)
{
    return reply.value(QLatin1String("error")).toObject().value(QLatin1String("code")).toString();
}

/// The parameters of chat.send.
inline QJsonObject message(qint64 room, const QString &clientId, const QString &text)
{
    return {{QStringLiteral("roomId"), room}, {QStringLiteral("clientId"), clientId}, {QStringLiteral("text"), text}};
}

inline QStringList textsOf(const QList<QJsonObject> &events)
{
    QStringList texts;
    for (const QJsonObject &event : events)
        texts.append(event.value(QLatin1String("data")).toObject().value(QLatin1String("text")).toString());
    return texts;
}

/// A WebSocket client that keeps everything it receives.
class TestSocket
{
public:
    explicit TestSocket(quint16 port, const QByteArray &upgradeToken = {})
    {
        m_socket.setProxy(QNetworkProxy::NoProxy);
        QObject::connect(&m_socket, &QWebSocket::textMessageReceived, &m_socket, [this](const QString &text) {
            frames.append(QJsonDocument::fromJson(text.toUtf8()).object());
        });
        QNetworkRequest request(QUrl(QStringLiteral("ws://127.0.0.1:%1/ws").arg(port)));
        if (!upgradeToken.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + upgradeToken);
        m_socket.open(request);
        if (!waitFor([this] { return isOpen(); }, 10'000))
            qWarning("The WebSocket did not open");
    }

    bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    int closeCode() const { return m_socket.closeCode(); }
    void sendText(const QString &text) { m_socket.sendTextMessage(text); }
    void send(int id, const QString &method, const QJsonObject &params = {})
    {
        sendText(QString::fromUtf8(QJsonDocument(QJsonObject{{QStringLiteral("id"), id},
                                                             {QStringLiteral("method"), method},
                                                             {QStringLiteral("params"), params}})
                                       .toJson(QJsonDocument::Compact)));
    }
    /// Sends and waits for the reply: the whole frame.
    QJsonObject call(const QString &method, const QJsonObject &params = {})
    {
        const int id = ++m_lastId;
        send(id, method, params);
        return reply(id);
    }
    QJsonObject reply(int id)
    {
        QJsonObject found;
        if (!waitFor([&] { return findReply(id, found); }, 30'000))
            qWarning("No reply to request %d", id);
        return found;
    }
    QJsonObject start(const Person &who, const QJsonObject &resume = {})
    {
        QJsonObject params{{QStringLiteral("token"), QString::fromLatin1(who.token)}};
        if (!resume.isEmpty())
            params.insert(QStringLiteral("resume"), resume);
        return call(QStringLiteral("session.start"), params);
    }
    /// Waits until everything up to the head has come.
    void settle() { call(QStringLiteral("session.ping")); }
    QList<QJsonObject> events(const QString &type = {}) const
    {
        QList<QJsonObject> found;
        for (const QJsonObject &frame : frames) {
            const QString frameType = frame.value(QLatin1String("type")).toString();
            if (!frameType.isEmpty() && (type.isEmpty() || type == frameType))
                found.append(frame);
        }
        return found;
    }
    void abort() { m_socket.abort(); }

    QList<QJsonObject> frames;

private:
    bool findReply(int id, QJsonObject &found) const
    {
        for (const QJsonObject &frame : frames) {
            if (frame.value(QLatin1String("id")).toInt(-1) == id) {
                found = frame;
                return true;
            }
        }
        return false;
    }

    QWebSocket m_socket;
    int m_lastId = 1000;
};

} // namespace rialto::test
