#include "support/Places.h"
#include "support/RawSocket.h"
#include "support/RealServer.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace rialto;
using namespace rialto::test;

namespace {

constexpr qint64 kPiece = 1024 * 1024;
constexpr qint64 kPieces = 256;
constexpr qint64 kMegabyte = 1024 * 1024;

} // namespace

/// Large files and bad manners with them, against the program as it runs.
class HostileFilesTest : public QObject
{
    Q_OBJECT

    RealServer m_server{places::program(u"rialto-server"_s)};
    QByteArray m_token;
    QByteArray m_id;

    QByteArray request(const QByteArray &verb, const QByteArray &target, const QByteArray &headers, qint64 size) const
    {
        return verb + " /api/v1/" + target + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + m_token + "\r\n" +
               headers + "Content-Length: " + QByteArray::number(size) + "\r\n\r\n";
    }
    QJsonObject post(const QByteArray &target, const QByteArray &body)
    {
        RawSocket socket(m_server.port());
        socket.send(request("POST", target, "Content-Type: application/json\r\n", body.size()) + body);
        return QJsonDocument::fromJson(socket.answer().body).object();
    }
    // What the process holds in memory at most so far, in bytes.
    qint64 peak() const
    {
        QFile status(u"/proc/%1/status"_s.arg(m_server.processId()));
        if (!status.open(QFile::ReadOnly))
            return 0;
        static const QRegularExpression line(u"VmHWM:\\s+(\\d+) kB"_s);
        return line.match(QString::fromLatin1(status.readAll())).captured(1).toLongLong() * 1024;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_server.start(), qPrintable(m_server.output()));
        const QJsonObject person = post("auth/register", R"({"name":"jane","password":"correct horse"})");
        m_token = person.value("accessToken"_L1).toString().toLatin1();
        QVERIFY(!m_token.isEmpty());
    }

    void aLargeFileCostsNoMemory()
    {
        const qint64 size = kPiece * kPieces;
        const QJsonObject file = post("files", "{\"name\":\"film\",\"size\":" + QByteArray::number(size) + '}');
        m_id = QByteArray::number(file.value("id"_L1).toInteger());
        const qint64 before = peak();
        const QByteArray piece(kPiece, 'x');
        RawSocket up(m_server.port());
        up.send(request("PUT", "files/" + m_id + "/content", {}, size));
        for (qint64 i = 0; i < kPieces; ++i)
            up.send(piece);
        QCOMPARE(up.answer().status, 200);
        RawSocket down(m_server.port());
        down.send(request("GET", "files/" + m_id + "/content", {}, 0));
        qint64 received = 0;
        QVERIFY(
            waitFor([&] { return received += std::exchange(down.received(), {}).size(), received >= size; }, 120'000));
        qInfo("%lld MiB through the server cost %lld MiB", size / kMegabyte, (peak() - before) / kMegabyte);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // They keep what is freed, or shadow it.
        QVERIFY(peak() - before < 32 * kMegabyte);
#endif
    }

    void manyReadersWhoTakeNothingCostLittle()
    {
        const qint64 before = peak();
        std::vector<std::unique_ptr<RawSocket>> readers;
        for (int i = 0; i < 30; ++i) {
            readers.push_back(std::make_unique<RawSocket>(m_server.port()));
            readers.back()->socket().setReadBufferSize(1024);
            readers.back()->send(request("GET", "files/" + m_id + "/content", {}, 0));
        }
        RawSocket other(m_server.port());
        other.send(request("GET", "files/" + m_id + "/content", "Range: bytes=0-9\r\n", 0));
        QCOMPARE(other.answer().status, 206);
        QVERIFY(peak() - before < 48 * kMegabyte);
    }

    void uploadsBeyondTheirSizeAreCut()
    {
        const QJsonObject file = post("files", R"({"name":"a","size":10})");
        const QByteArray id = QByteArray::number(file.value("id"_L1).toInteger());
        RawSocket liar(m_server.port());
        liar.send(request("PUT", "files/" + id + "/content", {}, 1'000'000'000) + QByteArray(100'000, 'x'));
        QCOMPARE(liar.answer().status, 400);
        QVERIFY(liar.waitUntilClosed());
    }

    void whoIsNobodySendsNoBody()
    {
        RawSocket nobody(m_server.port());
        nobody.send("PUT /api/v1/files/1/content HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n"
                    "Content-Length: 1000000000\r\n\r\n");
        QCOMPARE(nobody.answer().status, 401);
        QVERIFY(nobody.waitUntilClosed());
    }

    void anEvilOriginReadsNothing()
    {
        RawSocket page(m_server.port());
        page.send(request("GET", "files/" + m_id + "/content", "Origin: http://evil.example\r\n", 0));
        const RawAnswer answer = page.answer();
        QCOMPARE(answer.status, 403);
        QVERIFY(!answer.headers.contains("access-control-allow-origin"));
    }
};

QTEST_GUILESS_MAIN(HostileFilesTest)
#include "files_test.moc"
