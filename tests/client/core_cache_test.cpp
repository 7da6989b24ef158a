#include "cache/Cache.h"
#include "protocol/People.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace rialto;

namespace {

OutboxItem itemOf(const QString &clientId)
{
    OutboxItem item;
    item.clientId = clientId;
    item.method = u"chat.send"_s;
    item.subject = u"new:"_s + clientId;
    item.params = {{u"roomId"_s, 3}, {u"text"_s, u"hello"_s}};
    item.createdAtMs = 1'700'000'000'000;
    return item;
}

Message messageOf(qint64 id, qint64 version = 1, const QString &text = u"text"_s)
{
    Message message;
    message.id = MessageId{id};
    message.roomId = RoomId{3};
    message.authorId = UserId{7};
    message.text = text;
    message.createdAt = 1'700'000'000'000 + id;
    message.version = version;
    return message;
}

User userOf(qint64 id, qint64 version, const QString &name)
{
    User user;
    user.id = UserId{id};
    user.version = version;
    user.name = name;
    return user;
}

} // namespace

class core_cache_test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void higherVersionWins();
    void staleRowsTakeAnyVersion();
    void messagesMergeByVersionAndPageByKey();
    void stalePagesAreRemovedWhenProvedGone();
    void nestedTransactionsAreOne();
    void outboxSurvivesRestart();
    void unusableFilesAreSetAside_data();
    void unusableFilesAreSetAside();
    void unsentIsSalvagedFromANewerFile();
    void unwritableFolderServesFromMemory();
    void manyMessagesOpenAtOnce();

private:
    QString file() const { return m_folder->filePath(u"cache.sqlite"_s); }
    void makeFile(int messages);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void core_cache_test::makeFile(int messages)
{
    Cache cache(file());
    Transaction transaction(cache.database());
    for (int i = 1; i <= messages; ++i)
        cache.messages().merge(messageOf(i));
    cache.outbox().add(itemOf(u"unsent"_s));
    cache.drafts().set(RoomId{3}, u"draft"_s);
    QVERIFY(transaction.commit());
}

void core_cache_test::higherVersionWins()
{
    Cache cache(file());
    const EntityKey key{u"user"_s, 7};
    QVERIFY(cache.entities().merge(key, userOf(7, 2, u"two"_s)));
    QVERIFY(!cache.entities().merge(key, userOf(7, 1, u"one"_s)));
    QVERIFY(!cache.entities().merge(key, userOf(7, 2, u"again"_s)));
    QCOMPARE(cache.entities().find<User>(key)->name, u"two"_s);
    QVERIFY(cache.entities().merge(key, userOf(7, 3, u"three"_s)));
    QCOMPARE(cache.entities().list<User>(u"user"_s).size(), 1);
}

void core_cache_test::staleRowsTakeAnyVersion()
{
    Cache cache(file());
    cache.entities().merge({u"user"_s, 7}, userOf(7, 9, u"nine"_s));
    cache.entities().merge({u"user"_s, 8}, userOf(8, 1, u"gone"_s));
    cache.entities().markStale(u"user"_s);
    QVERIFY(cache.entities().merge({u"user"_s, 7}, userOf(7, 1, u"one"_s)));
    QCOMPARE(cache.entities().removeStale(u"user"_s), (QList<EntityKey>{{u"user"_s, 8}}));
    QCOMPARE(cache.entities().find<User>({u"user"_s, 7})->name, u"one"_s);
}

void core_cache_test::messagesMergeByVersionAndPageByKey()
{
    Cache cache(file());
    MessageTable &messages = cache.messages();
    for (int i = 1; i <= 10; ++i)
        QVERIFY(messages.merge(messageOf(i)));
    QVERIFY(messages.merge(messageOf(5, 2, u"edited"_s)));
    QVERIFY(!messages.merge(messageOf(5, 1, u"old"_s)));
    QVERIFY(!messages.mergeKnown(messageOf(50, 2)));
    QCOMPARE(messages.find(RoomId{3}, MessageId{5})->text, u"edited"_s);
    const QList<Message> page = messages.older(RoomId{3}, MessageId{8}, MessageId{6}, 50);
    QCOMPARE(page.size(), 2);
    QCOMPARE(page.first().id, MessageId{6});
    QCOMPARE(messages.older(RoomId{3}, {}, {}, 3).first().id, MessageId{8});
    QCOMPARE(messages.newer(RoomId{3}, MessageId{8}, 50).size(), 2);
    QCOMPARE(messages.countOfOthers(RoomId{3}, MessageId{4}, UserId{1}), 6);
    QCOMPARE(messages.countOfOthers(RoomId{3}, MessageId{4}, UserId{7}), 0);
}

void core_cache_test::stalePagesAreRemovedWhenProvedGone()
{
    Cache cache(file());
    MessageTable &messages = cache.messages();
    for (int i = 1; i <= 10; ++i)
        messages.merge(messageOf(i, 5));
    messages.setWindow(RoomId{3}, {MessageId{1}, {}, true});
    messages.markAllStale();
    QVERIFY(!messages.window(RoomId{3}).isKnown());
    messages.merge(messageOf(11));
    QVERIFY(messages.merge(messageOf(9, 1, u"fresh"_s)));
    messages.removeStale(RoomId{3}, MessageId{6}, {});
    QList<qint64> ids;
    for (const Message &message : messages.older(RoomId{3}, {}, {}, 50))
        ids.append(message.id.value);
    QCOMPARE(ids, (QList<qint64>{1, 2, 3, 4, 5, 9, 11}));
}

void core_cache_test::nestedTransactionsAreOne()
{
    Cache cache(file());
    {
        Transaction outer(cache.database());
        {
            Transaction inner(cache.database());
            cache.drafts().set(RoomId{1}, u"inner"_s);
            QVERIFY(inner.commit());
        }
        cache.drafts().set(RoomId{2}, u"outer"_s);
    }
    QVERIFY(cache.drafts().all().isEmpty());
    Transaction outer(cache.database());
    {
        Transaction abandoned(cache.database());
        cache.drafts().set(RoomId{1}, u"inner"_s);
    }
    QVERIFY(!outer.commit());
    QVERIFY(cache.drafts().all().isEmpty());
}

void core_cache_test::outboxSurvivesRestart()
{
    {
        Cache cache(file());
        OutboxItem second = itemOf(u"b"_s);
        cache.outbox().add(itemOf(u"a"_s));
        cache.outbox().add(second);
        second.failed = true;
        second.error = {ErrorCode::Conflict, u"Too late."_s, u"sku"_s, {{u"id"_s, 4}}, 0};
        cache.outbox().update(second);
        cache.state().setPosition({u"epoch"_s, 42, true});
    }
    Cache cache(file());
    QVERIFY(cache.problem().isEmpty());
    const QList<OutboxItem> items = cache.outbox().all();
    QCOMPARE(items.size(), 2);
    QCOMPARE(items[0].clientId, u"a"_s);
    QCOMPARE(items[0].params, itemOf(u"a"_s).params);
    QCOMPARE(items[1].error.code, ErrorCode::Conflict);
    QCOMPARE(items[1].error.current.value("id"_L1).toInt(), 4);
    QCOMPARE(cache.state().position().seq, 42);
    QCOMPARE(cache.state().position().epoch, u"epoch"_s);
}

void core_cache_test::unusableFilesAreSetAside_data()
{
    QTest::addColumn<QString>("damage");
    for (const char *damage :
         {"truncated", "cut in the header", "zeroed", "random", "holes", "newer", "empty", "a folder"})
        QTest::newRow(damage) << QString::fromLatin1(damage);
}

void core_cache_test::unusableFilesAreSetAside()
{
    QFETCH(QString, damage);
    makeFile(2000);
    QFile bytes(file());
    QVERIFY(bytes.open(QIODevice::ReadWrite));
    const qint64 size = bytes.size();
    if (damage == "truncated"_L1)
        bytes.resize(size / 2);
    else if (damage == "cut in the header"_L1)
        bytes.resize(60);
    else if (damage == "empty"_L1)
        bytes.resize(0);
    else if (damage == "zeroed"_L1)
        bytes.write(QByteArray(static_cast<int>(size), '\0'));
    else if (damage == "holes"_L1)
        for (qint64 at = 8192; at + 4096 < size; at += 8192) {
            bytes.seek(at);
            bytes.write(QByteArray(4096, '\x5a'));
        }
    else if (damage == "random"_L1) {
        QByteArray noise(static_cast<int>(size), '\0');
        QRandomGenerator random(4711);
        std::generate(noise.begin(), noise.end(), [&] { return static_cast<char>(random.bounded(256)); });
        bytes.write(noise);
    }
    bytes.close();
    if (damage == "newer"_L1) {
        Result<std::unique_ptr<Database>> database = Database::open(file());
        (*database)->run(u"PRAGMA user_version=999"_s).finish();
    } else if (damage == "a folder"_L1) {
        QFile::remove(file());
        QVERIFY(QDir().mkdir(file()));
    }

    Cache cache(file());
    QVERIFY(damage == "empty"_L1 || !cache.problem().isEmpty());
    QVERIFY(cache.messages().merge(messageOf(1)));
    cache.outbox().add(itemOf(u"fresh"_s));
    QVERIFY(cache.database().lastResult());
    const QList<OutboxItem> items = cache.outbox().all();
    QCOMPARE(items.last().clientId, u"fresh"_s);
    if (damage == "newer"_L1)
        QCOMPARE(items.first().clientId, u"unsent"_s);
}

void core_cache_test::unsentIsSalvagedFromANewerFile()
{
    makeFile(10);
    {
        Result<std::unique_ptr<Database>> database = Database::open(file());
        (*database)->run(u"ALTER TABLE outbox ADD COLUMN later TEXT"_s).finish();
        (*database)->run(u"PRAGMA user_version=99"_s).finish();
    }
    {
        Cache cache(file());
        QVERIFY(QFile::exists(Cache::setAsideName(file())));
        QCOMPARE(cache.outbox().all().size(), 1);
        QVERIFY(cache.outbox().all().first().attempted);
        QCOMPARE(cache.drafts().all().value(RoomId{3}), u"draft"_s);
        QVERIFY(!cache.messages().find(RoomId{3}, MessageId{1}));
    }
    Cache again(file());
    QVERIFY(again.problem().isEmpty());
    QCOMPARE(again.outbox().all().size(), 1);
}

void core_cache_test::unwritableFolderServesFromMemory()
{
    Cache cache(m_folder->filePath(u"no/such/folder/cache.sqlite"_s));
    QVERIFY(!cache.problem().isEmpty());
    QVERIFY(cache.messages().merge(messageOf(1)));
}

void core_cache_test::manyMessagesOpenAtOnce()
{
    makeFile(50'000);
    Cache cache(file());
    QCOMPARE(cache.messages().older(RoomId{3}, {}, {}, 50).size(), 50);
    QSqlQuery &plan = cache.database().run(
        u"EXPLAIN QUERY PLAN SELECT id FROM message WHERE room_id = ? AND id < ? AND id >= ? ORDER BY id DESC LIMIT ?"_s,
        {3, 100, 0, 50});
    QStringList steps;
    while (plan.next())
        steps.append(plan.value(3).toString());
    QCOMPARE(steps, QStringList{u"SEARCH message USING PRIMARY KEY (room_id=? AND id>? AND id<?)"_s});
}

QTEST_GUILESS_MAIN(core_cache_test)
#include "core_cache_test.moc"
