#include "cache/Cache.h"
#include "features/catalog/model/ProductModel.h"
#include "features/chat/model/MessageModel.h"
#include "features/chat/model/RoomListModel.h"
#include "support/Person.h"

#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace rialto;

namespace {

int g_unstored = 0;

} // namespace

/// The file behind a client: full, damaged in every way, or not to be written.
class core_disk_test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<FakeServer>();
        m_jane = m_server->world.addUser(u"jane"_s);
        m_olena = m_server->world.addUser(u"olena"_s);
        m_room = m_server->world.addRoom(u"general"_s, Visibility::Public, {m_jane, m_olena});
    }
    void cleanup() { m_server.reset(); }

    void fullDiskLeavesNoGapBehind();
    void fullDiskRefusesWhatItCannotKeep();
    void damagedFilesAreRebuilt_data();
    void damagedFilesAreRebuilt();
    void schemaOfAnotherVersionIsSetAside_data();
    void schemaOfAnotherVersionIsSetAside();
    void readOnlyFileLendsItsUnsent();

private:
    static qint64 pragma(const QString &what);
    static void limitFile(qint64 pages) { pragma(u"max_page_count=%1"_s.arg(pages)); }
    QStringList onServer() const;
    void damage(const QString &file, quint32 seed);

    std::unique_ptr<FakeServer> m_server;
    UserId m_jane;
    UserId m_olena;
    RoomId m_room;
};

// The one cache that is open in this process.
qint64 core_disk_test::pragma(const QString &what)
{
    for (const QString &name : QSqlDatabase::connectionNames()) {
        QSqlQuery query(QSqlDatabase::database(name, false));
        if (name.startsWith("cache-"_L1) && query.exec(u"PRAGMA "_s + what) && query.next())
            return query.value(0).toLongLong();
    }
    return -1;
}

QStringList core_disk_test::onServer() const
{
    QStringList all;
    for (const Message &message : m_server->world.messages.value(m_room))
        all.append(message.text);
    return all;
}

void core_disk_test::fullDiskLeavesNoGapBehind()
{
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    m_server->world.post(m_room, m_olena, u"before"_s);
    QTRY_COMPARE(texts(*jane->openRoom(m_room)), onServer());
    limitFile(pragma(u"page_count"_s));
    const QtMessageHandler forward =
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &text) {
            g_unstored += text.startsWith("Events could not be stored"_L1) ? 1 : 0;
        });
    for (int i = 0; i < 20; ++i)
        m_server->world.post(m_room, m_olena, u"full %1 "_s.arg(i) + QString(3000, u'x'));
    const Product product = m_server->world.addProduct(widget(u"A1"_s));
    QTRY_VERIFY(g_unstored > 0);
    qInstallMessageHandler(forward);
    limitFile(1'000'000);
    m_server->world.post(m_room, m_olena, u"after"_s);
    QTRY_COMPARE_WITH_TIMEOUT(texts(*jane->openRoom(m_room)), onServer(), 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(jane->products().rowCount(), 1, 30'000);
    VERIFY_ONLINE(jane);
    // What the file holds is what counts after the next start.
    jane.close();
    m_server->stop();
    jane.open();
    QCOMPARE(texts(*jane->openRoom(m_room)), onServer());
    QCOMPARE(jane->products().row(0).product.id, product.id);
}

void core_disk_test::fullDiskRefusesWhatItCannotKeep()
{
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    MessageModel &timeline = *jane->openRoom(m_room);
    limitFile(pragma(u"page_count"_s));
    Result<QString> sent = timeline.send(QString(15'000, u'x'));
    QVERIFY(!sent);
    QCOMPARE(sent.error().code, ErrorCode::StorageFull);
    QCOMPARE(jane->unsentCount(), 0);
    limitFile(1'000'000);
    QVERIFY(timeline.send(u"there is room again"_s));
    QTRY_COMPARE_WITH_TIMEOUT(onServer(), QStringList{u"there is room again"_s}, 30'000);
}

void core_disk_test::damagedFilesAreRebuilt_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 60; ++seed)
        QTest::newRow(qPrintable(u"seed %1"_s.arg(seed))) << seed;
}

// Flips bits, zeroes pages or cuts the file or its log, as the seed wants.
void core_disk_test::damage(const QString &file, quint32 seed)
{
    QRandomGenerator random(seed);
    QFile bytes(seed % 5 == 4 && QFileInfo(file + u"-wal"_s).size() > 0 ? file + u"-wal"_s : file);
    QVERIFY(bytes.open(QIODevice::ReadWrite));
    const auto size = static_cast<quint32>(bytes.size());
    if (seed % 5 == 0) {
        bytes.resize(random.bounded(size));
        return;
    }
    for (int i = 0; i < (seed % 5 == 1 ? 1 : 200); ++i) {
        const quint32 at = seed % 5 == 2 ? random.bounded(size / 4096) * 4096 : random.bounded(size);
        bytes.seek(at);
        char byte = 0;
        bytes.peek(&byte, 1);
        const QByteArray written =
            seed % 5 == 2 ? QByteArray(4096, '\0') : QByteArray(1, static_cast<char>(byte ^ (1 << random.bounded(8))));
        bytes.write(written);
        if (seed % 5 == 2 && i > 3)
            return;
    }
}

void core_disk_test::damagedFilesAreRebuilt()
{
    QFETCH(quint32, seed);
    for (int i = 0; i < 120; ++i)
        m_server->world.post(m_room, m_olena, u"message %1 "_s.arg(i) + QString(200, u'x'));
    for (int i = 0; i < 20; ++i)
        m_server->world.addProduct(widget(u"A%1"_s.arg(i)));
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    QTRY_VERIFY(jane->openRoom(m_room)->rowCount() > 0);
    m_server->stop();
    for (int i = 0; i < 10; ++i)
        QVERIFY(jane->openRoom(m_room)->send(u"mine %1"_s.arg(i)));
    const QString file = jane.cacheFile();
    jane.close();
    damage(file, seed);
    QVERIFY(m_server->listen());
    // Whatever is wrong comes to light while it is used; the start after that sets the file aside.
    for (int start = 0; start < 2; ++start) {
        jane.open();
        VERIFY_ONLINE(jane);
        QTRY_COMPARE_WITH_TIMEOUT(jane->rooms().rowCount(), 1, 10'000);
        (void)jane->openRoom(m_room);
        jane.close();
    }
    jane.open();
    VERIFY_ONLINE(jane);
    QVERIFY(jane->openRoom(m_room)->send(u"fresh"_s));
    QTRY_VERIFY_WITH_TIMEOUT(onServer().contains(u"fresh"_s), 10'000);
    QTRY_COMPARE(jane->products().rowCount(), 20);
    // Nothing twice, and in order, whatever could be saved.
    QStringList mine;
    for (const Message &message : m_server->world.messages.value(m_room)) {
        if (message.authorId == m_jane && message.text.startsWith(u"mine "_s))
            mine.append(message.text);
    }
    QStringList sorted = mine;
    sorted.sort();
    QCOMPARE(mine, sorted);
    QCOMPARE(QSet<QString>(mine.begin(), mine.end()).size(), mine.size());
}

void core_disk_test::schemaOfAnotherVersionIsSetAside_data()
{
    QTest::addColumn<QString>("change");
    QTest::newRow("newer") << u"PRAGMA user_version=99"_s;
    QTest::newRow("older than the first") << u"PRAGMA user_version=0"_s;
    QTest::newRow("a table is missing") << u"DROP TABLE draft"_s;
    QTest::newRow("a column has another name") << u"ALTER TABLE message RENAME COLUMN text TO txet"_s;
}

void core_disk_test::schemaOfAnotherVersionIsSetAside()
{
    QFETCH(QString, change);
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    m_server->stop();
    QVERIFY(jane->openRoom(m_room)->send(u"mine"_s));
    const QString file = jane.cacheFile();
    jane.close();
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"change"_s);
        database.setDatabaseName(file);
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec(change));
    }
    QSqlDatabase::removeDatabase(u"change"_s);
    QVERIFY(m_server->listen());
    jane.open();
    QVERIFY(!jane->cacheProblem().isEmpty());
    QVERIFY(QFile::exists(Cache::setAsideName(file)));
    VERIFY_ONLINE(jane);
    QTRY_COMPARE_WITH_TIMEOUT(onServer(), QStringList{u"mine"_s}, 10'000);
    QTRY_COMPARE(texts(*jane->openRoom(m_room)), onServer());
    jane.close();
    jane.open();
    QVERIFY(jane->cacheProblem().isEmpty());
}

// The file cannot be used where it lies, as in a folder that was made read-only; what is unsent in it still goes.
void core_disk_test::readOnlyFileLendsItsUnsent()
{
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    m_server->stop();
    QVERIFY(jane->openRoom(m_room)->send(u"mine"_s));
    const QString file = jane.cacheFile();
    jane.close();
    // No user at all may make a file of a folder's name: it stands for all that SQLite cannot write to.
    QVERIFY(QDir().mkdir(file + u"-journal"_s));
    QFile::remove(file + u"-shm"_s);
    QVERIFY(QDir().mkdir(file + u"-shm"_s));
    QVERIFY(m_server->listen());
    jane.open();
    QVERIFY(!jane->cacheProblem().isEmpty());
    VERIFY_ONLINE(jane);
    QTRY_COMPARE_WITH_TIMEOUT(onServer(), QStringList{u"mine"_s}, 10'000);
    // Twice from the same file is once: the key is the same.
    jane.close();
    jane.open();
    VERIFY_ONLINE(jane);
    QTRY_COMPARE_WITH_TIMEOUT(jane->unsentCount(), 0, 10'000);
    QCOMPARE(onServer(), QStringList{u"mine"_s});
}

QTEST_GUILESS_MAIN(core_disk_test)
#include "core_disk_test.moc"
