#include "chaos/Measures.h"

#include "chaos/Arena.h"
#include "net/Backoff.h"

#include <QElapsedTimer>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace rialto::chaos {
namespace {

constexpr int kMessages = 1'000'000;
constexpr int kRestarts = 5;
constexpr int kClients = 1'000;
constexpr int kOutageMs = 500;

void print(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}

/// Asks for the server's health again and again, and remembers the longest wait for an answer.
class Prober : public QObject
{
public:
    explicit Prober(quint16 port) : m_url(u"http://127.0.0.1:%1/healthz"_s.arg(port))
    {
        m_http.setProxy(QNetworkProxy::NoProxy);
    }

    void ask()
    {
        QNetworkRequest request(m_url);
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        m_timer.start();
        QNetworkReply *const reply = m_http.get(request);
        connect(reply, &QNetworkReply::finished, this, [this, reply] {
            reply->deleteLater();
            if (reply->error() == QNetworkReply::NoError) {
                ++m_answers;
                m_longestMs = std::max(m_longestMs, m_timer.elapsed());
            }
            QTimer::singleShot(1, this, &Prober::ask);
        });
    }
    int answers() const { return m_answers; }
    qint64 longestMs() const { return m_longestMs; }

private:
    const QUrl m_url;
    QNetworkAccessManager m_http;
    QElapsedTimer m_timer;
    int m_answers = 0;
    qint64 m_longestMs = 0;
};

/// One of a thousand: comes back with the pauses of the real client and signs in.
class Returner : public QObject
{
public:
    Returner(quint16 port, const QString &token) : m_url(u"ws://127.0.0.1:%1/ws"_s.arg(port)), m_token(token)
    {
        m_retry.setSingleShot(true);
        connect(&m_retry, &QTimer::timeout, this, &Returner::attempt);
        attempt();
    }
    ~Returner() override { m_socket->disconnect(this); }

    bool isBack() const { return m_back; }

private:
    void attempt()
    {
        m_socket = std::make_unique<QWebSocket>();
        m_socket->setProxy(QNetworkProxy::NoProxy);
        connect(m_socket.get(), &QWebSocket::connected, this, [this] {
            m_socket->sendTextMessage(
                QString::fromUtf8(requestFrame(1, "session.start", "{\"token\":\"" + m_token.toUtf8() + "\"}")));
        });
        connect(m_socket.get(), &QWebSocket::textMessageReceived, this, [this] {
            m_back = true;
            m_backoff.reset();
        });
        connect(m_socket.get(), &QWebSocket::disconnected, this, [this] {
            m_back = false;
            m_retry.start(static_cast<int>(m_backoff.nextDelayMs()));
        });
        m_socket->open(m_url);
    }

    const QUrl m_url;
    const QString m_token;
    std::unique_ptr<QWebSocket> m_socket;
    QTimer m_retry;
    Backoff m_backoff;
    bool m_back = false;
};

bool seed(const QString &programs, const Arena &arena)
{
    QProcess process;
    process.start(programs + u"/rialto-seed-messages"_s, {arena.databaseFile(), QString::number(kMessages)});
    return process.waitForFinished(300'000) && process.exitCode() == 0;
}

bool measureRestarts(Arena &arena)
{
    QList<qint64> times;
    for (int i = 0; i < kRestarts; ++i) {
        if (!Arena::waitFor([&] { return arena.hasConverged(Arena::Who::Raw); }))
            return false;
        Arena::pause(200); // Under load, so that the log has something to recover.
        arena.killServer();
        QElapsedTimer timer;
        timer.start();
        if (!arena.startServer())
            return false;
        Prober prober(arena.serverPort());
        prober.ask();
        if (!Arena::waitFor([&] { return prober.answers() > 0; }))
            return false;
        times.append(timer.elapsed());
    }
    std::sort(times.begin(), times.end());
    print(u"restart to the first answer with %1 messages: median %2 ms, longest %3 ms"_s.arg(kMessages)
              .arg(times[kRestarts / 2])
              .arg(times.last()));
    return true;
}

bool measureReturn(Arena &arena)
{
    std::vector<std::unique_ptr<Returner>> clients;
    for (int i = 0; i < kClients; ++i)
        clients.push_back(std::make_unique<Returner>(arena.serverPort(), arena.raw(0).accessToken()));
    const auto back = [&] {
        return std::count_if(clients.begin(), clients.end(), [](const auto &client) { return client->isBack(); });
    };
    if (!Arena::waitFor([&] { return back() == kClients; }))
        return false;
    arena.killServer();
    if (!Arena::waitFor([&] { return back() == 0; }))
        return false;
    Arena::pause(kOutageMs);
    QElapsedTimer timer;
    timer.start();
    if (!arena.startServer())
        return false;
    Prober prober(arena.serverPort());
    prober.ask();
    qint64 halfMs = 0;
    const bool all = Arena::waitFor([&] {
        if (halfMs == 0 && back() >= kClients / 2)
            halfMs = timer.elapsed();
        return back() == kClients;
    });
    print(
        u"%1 of %2 clients back after %3 ms (half of them after %4 ms); meanwhile %5 other answers, the slowest after "
        "%6 ms"_s.arg(back())
            .arg(kClients)
            .arg(timer.elapsed())
            .arg(halfMs)
            .arg(prober.answers())
            .arg(prober.longestMs()));
    return all;
}

} // namespace

bool measure(const QString &programs)
{
    Arena arena({programs, 1, 1, 0, 0});
    if (!arena.open())
        return false;
    arena.killServer();
    return seed(programs, arena) && arena.startServer() && measureRestarts(arena) && measureReturn(arena);
}

} // namespace rialto::chaos
