#include "protocol/Frame.h"
#include "protocol/Protocol.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace rialto;

class CodecTest : public QObject
{
    Q_OBJECT

    static QByteArray send(const QByteArray &text) { return "{\"roomId\":1,\"text\":" + text + "}"; }

private Q_SLOTS:
    void requestsAreCheckedByTheirTable_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("field"); // Empty: accepted.
        QTest::newRow("good") << send("\"hello\"") << u""_s;
        QTest::newRow("unknown members are ignored")
            << QByteArray("{\"roomId\":1,\"text\":\"a\",\"colour\":3}") << u""_s;
        QTest::newRow("no room") << QByteArray("{\"text\":\"a\"}") << u"roomId"_s;
        QTest::newRow("null room") << QByteArray("{\"roomId\":null,\"text\":\"a\"}") << u"roomId"_s;
        QTest::newRow("room as text") << QByteArray("{\"roomId\":\"1\",\"text\":\"a\"}") << u"roomId"_s;
        QTest::newRow("room as fraction") << QByteArray("{\"roomId\":1.5,\"text\":\"a\"}") << u"roomId"_s;
        QTest::newRow("room 0") << QByteArray("{\"roomId\":0,\"text\":\"a\"}") << u"roomId"_s;
        QTest::newRow("room beyond 2^53") << QByteArray("{\"roomId\":9007199254740992,\"text\":\"a\"}") << u"roomId"_s;
        QTest::newRow("room 1e300") << QByteArray("{\"roomId\":1e300,\"text\":\"a\"}") << u"roomId"_s;
        QTest::newRow("no text, which a file may stand for") << send("\"\"") << u""_s;
        QTest::newRow("longest text") << send('"' + QByteArray(16'000, 'a') + '"') << u""_s;
        QTest::newRow("too long") << send('"' + QByteArray(16'001, 'a') + '"') << u"text"_s;
        QTest::newRow("emoji count as one") << send('"' + QByteArray("😀").repeated(16'000) + '"') << u""_s;
        QTest::newRow("lone surrogate") << send("\"\\ud83d\"") << u"text"_s;
        QTest::newRow("NUL") << send("\"a\\u0000b\"") << u"text"_s;
        QTest::newRow("bidi stays in messages") << send("\"a\u202eb\"") << u""_s;
        QTest::newRow("long client id") << QByteArray("{\"roomId\":1,\"text\":\"a\",\"clientId\":\"" +
                                                      QByteArray(65, 'c') + "\"}")
                                        << u"clientId"_s;
    }
    void requestsAreCheckedByTheirTable()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, field);
        const auto request = fromJson<SendMessage>(json, Check::Rules);
        QCOMPARE(request ? QString() : request.error().field, field);
        if (!request)
            QVERIFY(request.error().message.startsWith(field + u' '));
    }

    void messagesKeepTheirBytes()
    {
        const QString text = u"  e\u0301 \u202e tab\t line\n \U0001F468\u200d\U0001F469\u200d\U0001F467  "_s;
        Message message;
        message.text = text;
        QCOMPARE(fromJson<Message>(QByteArrayView(toJson(message)))->text, text);
        QByteArray json = "{\"roomId\":1,\"text\":";
        appendJson(json, text);
        QCOMPARE(fromJson<SendMessage>(QByteArrayView(json + '}'), Check::Rules)->text, text);
    }

    void namesAreNormalised()
    {
        const auto room = fromJson<CreateRoom>(QByteArrayView("{\"name\":\"  Cafe\u0301  \"}"), Check::Rules);
        QCOMPARE(room->name, u"Café"_s);
    }

    void defaultsComeFromTheStruct()
    {
        const auto product = fromJson<CreateProduct>(
            QByteArrayView("{\"sku\":\"a\",\"name\":\"b\",\"price\":1,\"currency\":\"EUR\"}"), Check::Rules);
        QCOMPARE(product->unit, u"pcs"_s);
        QCOMPARE(product->quantity.thousandths, 0);
    }

    void quantitiesAreExact_data()
    {
        QTest::addColumn<double>("number");
        QTest::addColumn<QByteArray>("text"); // Empty: refused.
        QTest::newRow("whole") << 12.0 << QByteArray("12");
        QTest::newRow("tenth") << 0.1 << QByteArray("0.1");
        QTest::newRow("thousandth") << 0.001 << QByteArray("0.001");
        QTest::newRow("negative") << -0.5 << QByteArray("-0.5");
        QTest::newRow("rounding trap") << 1.005 << QByteArray("1.005");
        QTest::newRow("large") << 999'999'999'999.999 << QByteArray("999999999999.999");
        QTest::newRow("four places") << 0.0001 << QByteArray();
        QTest::newRow("too large") << 1e13 << QByteArray();
        QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << QByteArray();
    }
    void quantitiesAreExact()
    {
        QFETCH(double, number);
        QFETCH(QByteArray, text);
        const auto quantity = Quantity::fromDouble(number);
        QCOMPARE(quantity ? quantity->toDecimal() : QByteArray(), text);
    }

    void depthIsBounded()
    {
        const auto nested = [](int depth) {
            return QByteArray("{\"a\":") + QByteArray(depth, '[') + QByteArray(depth, ']') + '}';
        };
        QVERIFY(parseObject(nested(31)).has_value());
        QVERIFY(!parseObject(nested(32)).has_value());
        QVERIFY(!parseObject(nested(100'000)).has_value());
        QVERIFY(parseObject("{\"a\":\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\"}").has_value());
    }

    void requestFramesKeepTheirIds()
    {
        QByteArray id;
        QVERIFY(parseRequest("{\"id\":7,\"method\":\"a.b\"}", id).has_value());
        QCOMPARE(id, QByteArray("7"));
        QVERIFY(parseRequest("{\"id\":\"x\\\"y\",\"method\":\"a.b\",\"params\":{}}", id).has_value());
        QCOMPARE(id, QByteArray("\"x\\\"y\""));
        QVERIFY(!parseRequest("{\"id\":9,\"method\":3}", id).has_value());
        QCOMPARE(id, QByteArray("9"));
        QVERIFY(!parseRequest("{\"id\":{},\"method\":\"a.b\"}", id).has_value());
        QCOMPARE(id, QByteArray("null"));
    }

    void serverFramesComeBack()
    {
        const auto event = parseServerFrame(eventFrame(42, "room:3", "chat.messagePosted", "{\"id\":1}"));
        QCOMPARE(event->seq, 42);
        QCOMPARE(event->topic, u"room:3"_s);
        const Error refused{ErrorCode::RateLimited, u"Too fast."_s, u"text"_s, {}, 3};
        const auto reply = parseServerFrame(errorFrame("5", refused));
        QCOMPARE(*reply->id, 5);
        QCOMPARE(reply->error->code, ErrorCode::RateLimited);
        QCOMPARE(reply->error->retryAfterSeconds, 3);
    }

    void namesAreUsedOnce()
    {
        QStringList names;
        Methods::forEach([&]<typename M>() { names.append(QLatin1StringView(M::method.name)); });
        Events::forEach([&]<typename E>() { names.append(QLatin1StringView(E::event.type)); });
        QStringList unique = names;
        unique.removeDuplicates();
        QCOMPARE(unique, names);
        for (const QString &name : names)
            QCOMPARE(name.count(u'.'), 1);
    }
};

QTEST_APPLESS_MAIN(CodecTest)
#include "codec_test.moc"
