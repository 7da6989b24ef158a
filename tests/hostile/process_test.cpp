#include "net/Certificate.h"
#include "support/Places.h"
#include "support/RawWebSocket.h"
#include "support/RealServer.h"

#include <QDir>
#include <QFile>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace rialto;
using namespace rialto::test;

namespace {

const QString kProgram = places::program(u"rialto-server"_s);
constexpr qsizetype kOwnSockets = 2; // The port and the door of the command line.
const QStringList kUnseen = {QStringLiteral("--discovery-port"), QStringLiteral("0")}; // Whose port may be taken.
constexpr int kLongestMs = 60'000; // All deadlines of the server are shorter; a machine may be slow.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kKeepsFreedMemory = true; // Sanitizers do, so that they can tell who uses it.
#else
constexpr bool kKeepsFreedMemory = false;
#endif
const QByteArray kHead = "POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

QFileInfoList descriptorsOf(const RealServer &server)
{
    return QDir(u"/proc/%1/fd"_s.arg(server.processId())).entryInfoList(QDir::AllEntries | QDir::System);
}

qsizetype socketsOf(const RealServer &server)
{
    const QFileInfoList all = descriptorsOf(server);
    return std::count_if(all.begin(), all.end(),
                         [](const QFileInfo &file) { return file.symLinkTarget().contains("socket:["_L1); });
}

qint64 residentBytesOf(const RealServer &server)
{
    QFile file(u"/proc/%1/statm"_s.arg(server.processId()));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE) : 0;
}

bool isHealthy(const RealServer &server)
{
    RawSocket socket(server.port());
    socket.send("GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    return socket.answer().status == 200;
}

QByteArray registerJane(const RealServer &server)
{
    RawSocket socket(server.port());
    const QByteArray body = "{\"name\":\"jane\",\"password\":\"correct horse\"}";
    socket.send("POST /api/v1/auth/register HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: " +
                QByteArray::number(body.size()) + "\r\n\r\n" + body);
    return QJsonDocument::fromJson(socket.answer().body).object().value("accessToken"_L1).toString().toLatin1();
}

/// A peer that sends one byte now and then, as slowly as keeps a naive deadline from ending.
class Trickle
{
public:
    Trickle(quint16 port, const QByteArray &first, const QByteArray &rest) : m_socket(port), m_rest(rest)
    {
        m_socket.send(first);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            if (!m_rest.isEmpty() && !m_socket.isClosed())
                m_socket.socket().write(m_rest.left(1));
            m_rest.remove(0, 1);
        });
        m_timer.start(500);
    }
    RawSocket &socket() { return m_socket; }

private:
    RawSocket m_socket;
    QByteArray m_rest;
    QTimer m_timer;
};

} // namespace

/// The real program under peers that are slow, silent or rude: it drops them in time and keeps nothing of them.
class HostileProcessTest : public QObject
{
    Q_OBJECT

    // One of everything that leaves a mess; all are gone when it returns.
    static void makeAMess(const RealServer &server, const QByteArray &token)
    {
        const quint16 port = server.port();
        for (int i = 0; i < 40; ++i) {
            RawSocket silent(port);
            RawSocket halfHead(port);
            halfHead.send("GET /healthz HT");
            RawSocket halfBody(port);
            halfBody.send(kHead + "Content-Length: 1000000\r\n\r\n" + QByteArray(100'000, 'x'));
            RawSocket garbage(port);
            garbage.send(QByteArray(5000, '\xfe'));
            RawSocket noReader(port);
            noReader.socket().setReadBufferSize(1024);
            noReader.send(QByteArray("GET /openapi.json HTTP/1.1\r\nHost: x\r\n\r\n").repeated(50));
            RawWebSocket halfFrame(port, "Authorization: Bearer " + token + "\r\n");
            halfFrame.send(RawWebSocket::frame(0x01, QByteArray(200'000, 'x')) + "\x80");
            RawWebSocket flood(port, "Authorization: Bearer " + token + "\r\n");
            flood.send(RawWebSocket::text("{\"id\":1,\"method\":\"session.start\",\"params\":{}}"));
            flood.send(RawWebSocket::text("{\"id\":2,\"method\":\"people.listUsers\",\"params\":{}}").repeated(200));
            flood.send(RawWebSocket::frame(0x89, QByteArray(125, 'p')).repeated(2000));
            RawWebSocket bad(port);
            bad.send(RawWebSocket::frame(0xff, "x"));
            QVERIFY(isHealthy(server));
        } // They leave without a word.
    }

private Q_SLOTS:
    void slowAndSilentPeersAreDroppedInTime()
    {
        RealServer server(kProgram, kUnseen);
        QVERIFY2(server.start(), qPrintable(server.output()));
        const quint16 port = server.port();
        const QByteArray token = registerJane(server);
        // All at the same time: the server's deadlines are real ones.
        RawSocket silent(port);
        RawSocket halfHead(port);
        halfHead.send("GET /healthz HTTP/1.1\r\nHo");
        RawSocket halfBody(port);
        halfBody.send(kHead + "Content-Length: 100\r\n\r\n{");
        RawSocket halfClosed(port);
        halfClosed.send("GET /healthz HTTP/1.1\r\nHo");
        ::shutdown(static_cast<int>(halfClosed.socket().socketDescriptor()), SHUT_WR);
        Trickle head(port, "GET /healthz HTTP/1.1\r\nHost: x\r\nX: ", QByteArray(1000, 'x'));
        Trickle body(port, kHead + "Content-Length: 1000\r\n\r\n", QByteArray(1000, ' '));
        Trickle upgrade(port, "GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\n", QByteArray(1000, 'x'));
        RawWebSocket noSession(port);
        RawWebSocket halfFrame(port, "Authorization: Bearer " + token + "\r\n");
        halfFrame.send(RawWebSocket::text("{\"id\":1}").left(9));
        RawWebSocket pinging(port);
        QTimer pings;
        connect(&pings, &QTimer::timeout, &pings, [&] { pinging.socket().write(RawWebSocket::frame(0x89, "p")); });
        pings.start(500);

        QVERIFY(halfClosed.waitUntilClosed(kLongestMs));
        QVERIFY(silent.waitUntilClosed(kLongestMs));
        QCOMPARE(silent.received(), QByteArray());
        QCOMPARE(halfHead.answer().status, 408);
        QCOMPARE(halfBody.answer().status, 408);
        QCOMPARE(head.socket().answer().status, 408);
        QCOMPARE(body.socket().answer().status, 408);
        QCOMPARE(upgrade.socket().answer().status, 408);
        QCOMPARE(noSession.closeCode(), static_cast<int>(CloseCode::SessionTimeout));
        QCOMPARE(halfFrame.closeCode(), static_cast<int>(CloseCode::SessionTimeout));
        QCOMPARE(pinging.closeCode(), static_cast<int>(CloseCode::SessionTimeout));
        QVERIFY(isHealthy(server));
    }

    // Nobody learns anything from a peer that never reads; that its place is free again is seen at the process.
    void whoNeverReadsIsDroppedInTime()
    {
        RealServer server(kProgram, kUnseen);
        QVERIFY2(server.start(), qPrintable(server.output()));
        QVERIFY(isHealthy(server));
        QVERIFY(waitFor([&] { return socketsOf(server) == kOwnSockets; }));
        RawSocket socket(server.port());
        socket.socket().setReadBufferSize(1024);
        socket.socket().write(QByteArray("GET /openapi.json HTTP/1.1\r\nHost: x\r\n\r\n").repeated(5000));
        QVERIFY(waitFor([&] { return socketsOf(server) > kOwnSockets; }));
        QVERIFY(waitFor([&] { return socketsOf(server) == kOwnSockets; }, kLongestMs));
        QVERIFY(isHealthy(server));
    }

    void whoNeverFinishesTlsIsDroppedInTime()
    {
        QTemporaryDir folder;
        QVERIFY(tlsFromFolder(folder.path()).has_value());
        RealServer server(kProgram, {u"--tls-cert"_s, folder.filePath(u"certificate.pem"_s), u"--tls-key"_s,
                                     folder.filePath(u"certificate-key.pem"_s)});
        QVERIFY2(server.start(), qPrintable(server.output()));
        RawSocket silent(server.port());
        RawSocket plain(server.port());
        plain.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
        RawSocket halfHello(server.port());
        halfHello.send(QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11));
        Trickle hello(server.port(), QByteArray("\x16\x03\x01\x02\x00", 5), QByteArray(1000, '\x01'));
        for (RawSocket *socket : {&silent, &plain, &halfHello, &hello.socket()})
            QVERIFY(socket->waitUntilClosed(kLongestMs));
    }

    // The first rounds fill what the server keeps for ever: caches, the log, what the allocator holds. After them
    // descriptors are exactly as before, and memory has at most the slack more, a few percent of what went through.
    void nothingIsKeptOfThem()
    {
        constexpr qint64 kSlack = 6 * 1024 * 1024;
        RealServer server(kProgram, kUnseen);
        QVERIFY2(server.start(), qPrintable(server.output()));
        const QByteArray token = registerJane(server);
        QVERIFY(waitFor([&] { return isHealthy(server); }));
        const auto isClean = [&] { return socketsOf(server) == kOwnSockets; };
        for (int round = 0; round < 3; ++round)
            makeAMess(server, token);
        QVERIFY(waitFor(isClean, kLongestMs));
        const qint64 memory = residentBytesOf(server);
        const qsizetype descriptors = descriptorsOf(server).size();
        for (int round = 0; round < 5; ++round)
            makeAMess(server, token);
        QVERIFY(waitFor(isClean, kLongestMs));
        QCOMPARE(descriptorsOf(server).size(), descriptors);
        const qint64 grown = residentBytesOf(server) - memory;
        qInfo("grown by %lld KiB", grown / 1024);
        QVERIFY2(grown <= kSlack || kKeepsFreedMemory, qPrintable(QString::number(grown)));
        QVERIFY(isHealthy(server));
        QVERIFY(server.stop());
    }
};

QTEST_GUILESS_MAIN(HostileProcessTest)
#include "process_test.moc"
