#include "storage/Database.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace rialto;

namespace {

QStringList told;

void keep(QtMsgType, const QMessageLogContext &context, const QString &line)
{
    if (QLatin1StringView(context.category) == "rialto.storage"_L1)
        told.append(line);
}

} // namespace

/// A query that takes long is told with what one needs to find out why, and with nothing of anybody's.
class SlowQueriesTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;

private Q_SLOTS:
    void initTestCase()
    {
        m_database = *Database::open(m_folder.filePath(u"slow.db"_s), dialect::Mode::Create);
        m_database->runOnce(u"CREATE TABLE secret (id INTEGER PRIMARY KEY, word TEXT NOT NULL) STRICT"_s);
        qInstallMessageHandler(keep);
    }
    void cleanupTestCase() { qInstallMessageHandler(nullptr); }
    void init() { told.clear(); }

    void whatIsQuickIsNotTold()
    {
        m_database->setSlowMs(3'600'000);
        m_database->run("INSERT INTO secret (word) VALUES (?)", u"xyzzy"_s);
        QCOMPARE(m_database->value("SELECT id FROM secret WHERE word = ?", u"xyzzy"_s).value_or(0), 1);
        QCOMPARE(told, QStringList());
    }

    void whatIsSlowIsToldWithItsPlanAndWithoutValues()
    {
        m_database->setSlowMs(0);
        m_database->value("SELECT id FROM secret WHERE word = ?", u"xyzzy"_s);
        m_database->setSlowMs(3'600'000);
        QCOMPARE(told.size(), 1);
        const QString &line = told.first();
        QVERIFY2(line.contains(u" ms: SELECT id FROM secret WHERE word = ?"_s), qPrintable(line));
        QVERIFY2(line.contains(u"plan: SCAN secret"_s), qPrintable(line));
        QVERIFY(!line.contains(u"xyzzy"_s));
    }

    void theWholeTimeIsMeasured()
    {
        // Work that cannot be done within a millisecond on any machine.
        m_database->setSlowMs(2);
        m_database->value("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000) "
                          "SELECT max(i) FROM n");
        m_database->setSlowMs(3'600'000);
        QCOMPARE(told.size(), 1);
        QVERIFY(told.first().section(u' ', 3, 3).toInt() >= 2);
    }

    void aTransactionIsToldWithoutAPlan()
    {
        m_database->setSlowMs(0);
        m_database->run(dialect::kBegin);
        m_database->setSlowMs(3'600'000);
        m_database->run(dialect::kRollback);
        QCOMPARE(told.size(), 1);
        QVERIFY(told.first().endsWith(u"BEGIN IMMEDIATE"_s));
    }

    void soManyAMinuteAreTold()
    {
        LineLimit limit;
        int admitted = 0;
        for (int i = 0; i < 25; ++i)
            admitted += limit.admits(1'000 + i);
        QCOMPARE(admitted, LineLimit::kLinesAMinute);
        QVERIFY(limit.admits(61'000));
        QCOMPARE(limit.takeLeftOut(), 25 - LineLimit::kLinesAMinute);
        QCOMPARE(limit.takeLeftOut(), 0);
    }

    // The last one: it uses up what the program may tell within this minute.
    void aFloodIsCutShort()
    {
        m_database->setSlowMs(0);
        for (int i = 0; i < 50; ++i)
            m_database->value("SELECT count(*) FROM secret");
        m_database->setSlowMs(3'600'000);
        QVERIFY(!told.isEmpty() && told.size() <= LineLimit::kLinesAMinute);
    }
};

QTEST_GUILESS_MAIN(SlowQueriesTest)
#include "slow_queries_test.moc"
