#include "net/ServerAddress.h"
#include "net/ServerLinks.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace rialto;

class core_address_test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatPeopleType_data();
    void readsWhatPeopleType();
    void refusesInWords_data();
    void refusesInWords();
    void makesUrls();
    void makesLinks();
    void linksKnowTheirServerAtAnyAddress();
};

void core_address_test::readsWhatPeopleType_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("meant");
    QTest::newRow("name") << u"chat.local"_s << u"https://chat.local:3000"_s;
    QTest::newRow("name and port") << u" Chat.Local:8080 "_s << u"https://chat.local:8080"_s;
    QTest::newRow("localhost") << u"localhost"_s << u"http://localhost:3000"_s;
    QTest::newRow("loopback") << u"127.0.0.1:3001"_s << u"http://127.0.0.1:3001"_s;
    QTest::newRow("all of 127") << u"127.0.0.5"_s << u"http://127.0.0.5:3000"_s;
    QTest::newRow("address") << u"192.168.1.5"_s << u"https://192.168.1.5:3000"_s;
    QTest::newRow("plain, by wish") << u"http://192.168.1.5"_s << u"http://192.168.1.5:3000"_s;
    QTest::newRow("secure") << u"https://127.0.0.1/"_s << u"https://127.0.0.1:3000"_s;
    QTest::newRow("link") << u"rialto://10.0.0.1:4000"_s << u"https://10.0.0.1:4000"_s;
    QTest::newRow("IPv6 loopback") << u"[::1]"_s << u"http://[::1]:3000"_s;
    QTest::newRow("IPv6 and port") << u"https://[fe80::1]:3001"_s << u"https://[fe80::1]:3001"_s;
    QTest::newRow("bare IPv6") << u"fd00::5"_s << u"https://[fd00::5]:3000"_s;
}

void core_address_test::readsWhatPeopleType()
{
    QFETCH(QString, typed);
    QFETCH(QString, meant);
    const Result<ServerAddress> address = ServerAddress::parse(typed);
    QVERIFY2(address, address ? "" : qPrintable(address.error().message));
    QCOMPARE(address->toString(), meant);
    QCOMPARE(*ServerAddress::parse(address->toString()), *address);
    QCOMPARE(*ServerAddress::parse(address->link()), *address);
}

void core_address_test::refusesInWords_data()
{
    QTest::addColumn<QString>("typed");
    const char *const wrong[] = {"",          "   ",       "http://",   "ftp://host", "host:",   "host:0", "host:65536",
                                 "host:http", "two words", "host/path", "a@b",        "[::1",    "[::1]x", "[host]:1",
                                 "a:b:c",     "host?x=1",  "[::1]:",    "host:-1",    "[::\v1]", "ho\tst"};
    for (const char *typed : wrong)
        QTest::newRow(typed) << QString::fromLatin1(typed);
}

void core_address_test::refusesInWords()
{
    QFETCH(QString, typed);
    const Result<ServerAddress> address = ServerAddress::parse(typed);
    QVERIFY2(!address, address ? qPrintable(address->toString()) : "");
    QCOMPARE(address.error().field, u"server"_s);
    QVERIFY(address.error().message.endsWith(u'.'));
}

void core_address_test::makesUrls()
{
    const ServerAddress address = *ServerAddress::parse(u"https://[::1]:3001"_s);
    QCOMPARE(address.webSocketUrl(), QUrl(u"wss://[::1]:3001/ws"_s));
    QCOMPARE(address.restUrl(u"auth/login"_s), QUrl(u"https://[::1]:3001/api/v1/auth/login"_s));
    QCOMPARE(ServerAddress::parse(u"localhost"_s)->webSocketUrl(), QUrl(u"ws://localhost:3000/ws"_s));
}

void core_address_test::makesLinks()
{
    const auto linkTo = [](const QString &typed) { return ServerAddress::parse(typed)->link(); };
    QCOMPARE(linkTo(u"chat.local"_s), u"rialto://chat.local:3000"_s);
    QCOMPARE(linkTo(u"http://[::1]:4000"_s), u"rialto://[::1]:4000"_s);
    // What rialto:// cannot say.
    QCOMPARE(linkTo(u"http://192.168.1.5"_s), u"http://192.168.1.5:3000"_s);
    QCOMPARE(linkTo(u"https://localhost"_s), u"https://localhost:3000"_s);
    for (const QString &alone : {u"rialto://chat.local:3000"_s, u"rialto://[::1]/"_s})
        QVERIFY2(leadsToServerAlone(QUrl(alone)), qPrintable(alone));
    for (const QString &other : {u"rialto://chat.local/rooms/7"_s, u"rialto:"_s, u"rialto://a@b"_s})
        QVERIFY2(!leadsToServerAlone(QUrl(other)), qPrintable(other));
}

void core_address_test::linksKnowTheirServerAtAnyAddress()
{
    ServerLinks mine(u"box:3000"_s);
    QCOMPARE(mine.to(u"rooms/7"_s), QUrl(u"rialto://box:3000/rooms/7"_s));
    mine.setServerId(u"0f3c22a91be04d57"_s);
    QCOMPARE(mine.to(u"rooms/7"_s), QUrl(u"rialto://box:3000/rooms/7?server=0f3c22a91be04d57"_s));
    const QList<std::pair<QString, bool>> links = {
        {u"rialto://box:3000/rooms/7"_s, true}, // Of a program that knew no ids.
        {u"rialto://BOX/rooms/7"_s, true},
        {u"rialto://192.168.1.5:3000/rooms/7"_s, false},
        {u"rialto://192.168.1.5:3000/rooms/7?server=0f3c22a91be04d57"_s, true},
        {u"rialto://192.168.1.5:3000/products/7?server=0f3c22a91be04d57&more=1"_s, true},
        {u"rialto://box:3000/rooms/7?server=ffff22a91be04d57"_s, false}, // One that stood there before.
        {u"rialto://box:3000/rooms/7?other=0f3c22a91be04d57"_s, true},
    };
    for (const auto &[link, isMine] : links)
        QVERIFY2(mine.owns(QUrl(link)) == isMine, qPrintable(link));
    const ServerLinks untold(u"box:3000"_s);
    QVERIFY(untold.owns(QUrl(u"rialto://box:3000/rooms/7?server=0f3c22a91be04d57"_s)));
    QVERIFY(!untold.owns(QUrl(u"rialto://other:3000/rooms/7?server=0f3c22a91be04d57"_s)));
}

QTEST_GUILESS_MAIN(core_address_test)
#include "core_address_test.moc"
