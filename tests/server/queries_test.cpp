#include "features/auth/SessionStore.h"
#include "features/catalog/ProductStore.h"
#include "features/chat/AttachmentStore.h"
#include "features/chat/MessageStore.h"
#include "features/chat/RoomStore.h"
#include "features/chat/SearchStore.h"
#include "features/files/FileTable.h"
#include "features/friends/FriendStore.h"
#include "features/notify/NotificationStore.h"
#include "features/people/UserStore.h"
#include "support/TestServer.h"

using namespace Qt::StringLiterals;
using namespace rialto;
using namespace rialto::test;

/// No list query scans a table or sorts in memory, whatever grows.
class QueriesTest : public QObject
{
    Q_OBJECT

    // Runs every list of every Store, so that their statements stand in the connection's cache.
    static void runAllLists(Database &database)
    {
        UserStore users;
        for (const bool descending : {false, true}) {
            users.listById(database, 1, descending, 10);
            users.listByName(database, u"a"_s, descending, 10);
        }
        users.findByName(database, u"a"_s);
        room_store::listVisible(database, UserId{1}, RoomId{1}, 10);
        room_store::listOwned(database, UserId{1});
        room_store::listMembers(database, RoomId{1}, UserId{1}, 10);
        room_store::listMemberships(database, UserId{1}, RoomId{1}, 10);
        room_store::eachMembership(database, UserId{1}, [](RoomId, qint64) {});
        room_store::findDirect(database, UserId{1}, UserId{2});
        message_store::listBefore(database, RoomId{1}, MessageId{1}, 10);
        message_store::listAfter(database, RoomId{1}, MessageId{1}, 10);
        search_store::eachNewest(database, MessageId{1}, MessageId{0}, 10, [](const auto &) { return true; });
        search_store::eachIndexed(database, u"\"a\""_s, MessageId{1}, 10, [](const auto &) { return true; });
        message_store::findByClientId(database, UserId{1}, u"a"_s);
        message_store::findAll(database, {MessageId{1}});
        message_store::listPinned(database, RoomId{1}, MessageId{1}, 10);
        message_store::listRevisions(database, MessageId{1}, 1, 10);
        room_store::findMembership(database, RoomId{1}, UserId{1});
        product_store::listOfOwner(database, UserId{1}, ProductId{1}, 10);
        product_store::listIdsOfOwner(database, UserId{1});
        product_store::findBySku(database, u"a"_s);
        for (const QString &word : {u"id"_s, u"sku"_s, u"name"_s, u"price"_s, u"quantity"_s, u"updatedAt"_s}) {
            for (const QString &sign : {u""_s, u"-"_s}) {
                const auto order = product_store::Order::fromWord(sign + word);
                product_store::list(database, order, u"1"_s, ProductId{1}, 10);
                product_store::list(database, order, {}, {}, 10);
            }
        }
        room_store::attentionOf(database, RoomId{1}, UserId{1});
        room_store::memberIds(database, RoomId{1});
        room_store::watcherIds(database, RoomId{1});
        friend_store::list(database, UserId{1}, UserId{1}, 10);
        friend_store::find(database, UserId{1}, UserId{2});
        notification_store::list(database, UserId{1}, NotificationId{1}, 10);
        notification_store::listUnread(database, UserId{1}, NotificationId{1}, 10);
        notification_store::listCounting(database, MessageId{1});
        notification_store::lastCounted(database, NotificationId{1});
        notification_store::listUnreadUpTo(database, UserId{1}, RoomId{1}, MessageId{1});
        notification_store::findRequest(database, UserId{1}, UserId{2});
        notification_store::listOfRoom(database, UserId{1}, RoomId{1});
        for (const auto kind : {NotificationKind::Reaction, NotificationKind::DirectMessage})
            notification_store::findRepeated(database, {UserId{1}, kind, {}, {}, RoomId{1}, MessageId{1}, {}, false});
        notification_store::findRepeated(database,
                                         {UserId{1}, NotificationKind::FriendRequest, {}, {}, {}, {}, {}, false});
        session_store::list(database, UserId{1}, SessionId{1}, 10);
        session_store::listIds(database, UserId{1});
        session_store::listIdle(database, 1, 10);
        session_store::findByToken(database, "x");
        session_store::findByPreviousToken(database, "x");
        attachment_store::isCarried(database, FileId{1});
        attachment_store::listRooms(database, FileId{1});
        attachment_store::findToRelease(database);
        attachment_store::takeSome(database, RoomId{1}, 10);
        file_table::listExpired(database, 1, 10);
        file_table::isNamed(database, "a");
        EventLog::read(database, 1, {});
    }

private Q_SLOTS:
    void noListScansOrSorts()
    {
        TestServer server;
        // A message, for whose sake its mentions and reactions are read.
        const Person jane = server.aUser(u"jane"_s);
        const qint64 room = server.aRoom(jane, u"general"_s);
        server.api("POST", u"rooms/%1/messages"_s.arg(room), jane, {{u"text"_s, u"hello"_s}});
        const auto database = Database::open(server.databasePath(), dialect::Mode::ReadOnly);
        runAllLists(**database);
        const QStringList statements = (*database)->statements();
        QVERIFY(statements.size() > 35);
        for (const QString &sql : statements) {
            for (const QString &step : (*database)->plan(sql)) {
                // The first page of the catalogue walks an index, or the table's own key, in order and stops at LIMIT.
                const bool inOrder = step.startsWith("SCAN product"_L1) && sql.endsWith("LIMIT ?"_L1);
                const bool isGiven = step.startsWith("SCAN asked VIRTUAL TABLE"_L1) ||
                                     step.startsWith("SCAN json_each VIRTUAL TABLE"_L1); // A list of ids.
                // What the engine calls a scan of a full-text index is a look into it, when there is a MATCH (":M").
                const bool isMatch = step.startsWith("SCAN message_index VIRTUAL TABLE"_L1) && step.contains(":M"_L1);
                const bool isBad = (step.startsWith("SCAN"_L1) && !inOrder && !isMatch && !isGiven &&
                                    !step.startsWith("SCAN CONSTANT ROW"_L1) && !step.contains("(subquery"_L1)) ||
                                   step.contains("TEMP B-TREE"_L1);
                QVERIFY2(!isBad, qPrintable(step + u" in "_s + sql));
            }
        }
    }

    void aNewerDatabaseIsRefusedInWords()
    {
        QTemporaryDir folder;
        Config config;
        config.data = folder.path();
        SystemClock clock;
        {
            auto app = ServerApp::create(config, clock);
            QVERIFY(app.has_value());
        }
        {
            auto database = Database::open(folder.filePath(u"rialto.db"_s), dialect::Mode::ReadWrite);
            (*database)->runOnce(u"PRAGMA user_version=999"_s);
        }
        const auto refused = ServerApp::create(config, clock);
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains("newer Rialto"_L1));
    }

    void aFailedRequestGivesItsPlaceInTheLogBack()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        const QJsonObject lamp{{u"sku"_s, u"a"_s}, {u"name"_s, u"a"_s}, {u"price"_s, 1}, {u"currency"_s, u"EUR"_s}};
        server.api("POST", u"products"_s, jane, lamp);
        TestSocket socket(server.port());
        socket.start(jane);
        for (int i = 0; i < 20; ++i) {
            QJsonObject product = lamp;
            if (i % 2)
                product.insert(u"sku"_s, QString::number(i));
            socket.send(i, u"catalog.createProduct"_s, product);
        }
        socket.reply(19);
        const auto database = Database::open(server.databasePath(), dialect::Mode::ReadOnly);
        QCOMPARE((*database)->value("SELECT max(seq) - min(seq) + 1 - count(*) FROM event_log").value(), 0);
        QVERIFY(waitFor([&] { return socket.events(u"catalog.productCreated"_s).size() == 10; }));
    }

    void theLogIsTrimmedInSteps()
    {
        QTemporaryDir folder;
        Config config;
        config.data = folder.path();
        SystemClock clock;
        QVERIFY(ServerApp::create(config, clock).has_value());
        auto database = Database::open(folder.filePath(u"rialto.db"_s), dialect::Mode::ReadWrite);
        EventLog log(**database);
        for (int i = 1; i <= 100; ++i)
            log.append("catalog", "x", i, "{}", i);
        QCOMPARE(log.trim(1000, 0, 10), 0);
        QCOMPARE(log.trim(60, 0, 10), 10);
        QCOMPARE(log.trim(60, 0, 100), 30);
        QCOMPARE(log.first(), 41);
        QCOMPARE(log.trim(1000, 51, 100), 10);
        QCOMPARE(log.trim(0, 1000, 1000), 49); // The head stays, so that seq never starts again.
        QCOMPARE(log.first(), 100);
        QCOMPARE(EventLog(**database).head(), 100);
    }
};

QTEST_GUILESS_MAIN(QueriesTest)
#include "queries_test.moc"
