#include "load/Broadcasts.h"
#include "load/Histogram.h"
#include "load/Options.h"
#include "load/Report.h"
#include "load/WebSocketFrame.h"

#include <QJsonDocument>
#include <QTest>

using namespace rialto;
using namespace rialto::load;
using namespace Qt::StringLiterals;

namespace {

/// What a server would send: the same frame without its mask.
std::string serverFrame(const std::string &payload)
{
    std::string masked;
    appendFrame(masked, Opcode::Text, payload);
    const std::size_t head = masked.size() - payload.size() - 4;
    std::string frame = masked.substr(0, head) + payload;
    frame[1] = static_cast<char>(frame[1] & 0x7f);
    return frame;
}

} // namespace

class LoadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void percentilesAreRightToTwoPercent();
    void anEmptyHistogramSaysZero();
    void framesOfEveryLengthAreRead_data();
    void framesOfEveryLengthAreRead();
    void aSentFrameIsMasked();
    void aMessageIsFoundAgainByItsMark();
    void wrongOptionsAreRefusedInWords_data();
    void wrongOptionsAreRefusedInWords();
    void aReportIsATableAndJson();
};

void LoadTest::percentilesAreRightToTwoPercent()
{
    Histogram histogram;
    for (int i = 1; i <= 100'000; ++i)
        histogram.add(i * 1'000);
    QCOMPARE(histogram.count(), 100'000U);
    for (const double share : {0.01, 0.5, 0.99, 0.999}) {
        const double exact = share * 100'000'000;
        const double difference = static_cast<double>(histogram.percentile(share)) / exact - 1;
        QVERIFY2(qAbs(difference) < 0.02, qPrintable(u"%1: off by %2"_s.arg(share).arg(difference)));
    }
}

void LoadTest::anEmptyHistogramSaysZero()
{
    QCOMPARE(Histogram().percentile(0.5), 0);
}

void LoadTest::framesOfEveryLengthAreRead_data()
{
    QTest::addColumn<int>("length");
    for (const int length : {0, 1, 125, 126, 127, 65'535, 65'536, 200'000})
        QTest::addRow("%d bytes", length) << length;
}

void LoadTest::framesOfEveryLengthAreRead()
{
    QFETCH(int, length);
    const std::string payload(static_cast<std::size_t>(length), 'x');
    const std::string bytes = serverFrame(payload);
    const std::string received = bytes + "next";
    const FrameView frame = parseFrame(received);
    QCOMPARE(frame.size, bytes.size());
    QVERIFY(frame.opcode == Opcode::Text);
    QVERIFY(frame.payload == payload);
    QCOMPARE(parseFrame(std::string_view(bytes).substr(0, bytes.size() - 1)).size, 0U);
}

void LoadTest::aSentFrameIsMasked()
{
    std::string bytes;
    appendFrame(bytes, Opcode::Text, "hello");
    QCOMPARE(bytes.size(), 2U + 4U + 5U);
    QCOMPARE(static_cast<unsigned char>(bytes[0]), 0x81);
    QCOMPARE(static_cast<unsigned char>(bytes[1]), 0x85);
    std::string payload = bytes.substr(6);
    for (std::size_t i = 0; i < payload.size(); ++i)
        payload[i] = static_cast<char>(payload[i] ^ bytes[2 + i % 4]);
    QVERIFY(payload == "hello");
}

void LoadTest::aMessageIsFoundAgainByItsMark()
{
    Broadcasts broadcasts;
    const std::uint64_t first = broadcasts.start(10, 0, 1).number;
    const std::uint64_t second = broadcasts.start(20, 1, 2).number;
    const std::string text = Broadcasts::text(second, 64);
    QCOMPARE(text.size(), 64U);
    QCOMPARE(broadcasts.numberIn(R"({"text":")" + text + R"("})"), second);
    QCOMPARE(broadcasts.numberIn(R"({"a longer head":1,"text":")" + Broadcasts::text(first, 1) + R"("})"), first);
    QCOMPARE(broadcasts.numberIn("nothing of ours"), 0U);
    QCOMPARE(broadcasts.find(second)->plannedAt, 20);
    QCOMPARE(broadcasts.find(0), nullptr);
    QCOMPARE(broadcasts.find(99), nullptr);
}

void LoadTest::wrongOptionsAreRefusedInWords_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addRow("no connections") << QStringList{u"--connections"_s, u"0"_s};
    QTest::addRow("not a number") << QStringList{u"--seconds"_s, u"soon"_s};
    QTest::addRow("more senders than connections") << QStringList{u"--connections"_s, u"2"_s, u"--senders"_s, u"3"_s};
    QTest::addRow("unknown scenario") << QStringList{u"dance"_s};
    QTest::addRow("TLS") << QStringList{u"--server"_s, u"https://127.0.0.1:3000"_s};
    QTest::addRow("a person without a password") << QStringList{u"--user"_s, u"jane"_s};
}

void LoadTest::wrongOptionsAreRefusedInWords()
{
    QFETCH(QStringList, arguments);
    const auto options = parseOptions(QStringList{u"rialto-load"_s} + arguments);
    QVERIFY(!options);
    QVERIFY(!options.error().message.isEmpty());
}

void LoadTest::aReportIsATableAndJson()
{
    Report report;
    report.add("acksPerSecond", "acknowledgements", 12'345, "/s");
    Histogram latency;
    latency.add(2'000'000);
    report.addLatency("ack", "acknowledgement", latency);
    QVERIFY(report.toTable().contains("12,345 /s"));
    const QJsonObject json = QJsonDocument::fromJson(report.toJson()).object();
    QCOMPARE(json[u"acksPerSecond"].toDouble(), 12'345);
    QVERIFY(qAbs(json[u"ackP50"].toDouble() - 2) < 0.05);
}

QTEST_GUILESS_MAIN(LoadTest)
#include "load_test.moc"
