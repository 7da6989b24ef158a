#include "storage/Database.h"
#include "support/Places.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace rialto;

/// The demo shows every kind of thing that one may meet.
class DemoTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;

private Q_SLOTS:
    void initTestCase()
    {
        QProcess demo;
        demo.start(places::program(u"rialto-server"_s), {u"demo"_s, u"--data"_s, m_folder.path(), u"--messages"_s,
                                                         u"40"_s, u"--products"_s, u"5"_s, u"--port"_s, u"4321"_s});
        QVERIFY(demo.waitForFinished(60'000));
        QVERIFY2(demo.exitCode() == 0, demo.readAllStandardError().constData());
        m_database = *Database::open(m_folder.filePath(u"rialto.db"_s), dialect::Mode::ReadOnly);
    }

    void everythingIsThere_data()
    {
        QTest::addColumn<QString>("from");
        const auto message = [](const char *name, const QString &where) {
            QTest::newRow(name) << u"message WHERE deleted_at IS NULL AND "_s + where;
        };
        message("edited", u"edited_at IS NOT NULL"_s);
        message("forwarded, with its file", u"forwarded_from_id IS NOT NULL AND file_names <> ''"_s);
        message("answer", u"reply_to_id IS NOT NULL"_s);
        message("pinned", u"pinned_at IS NOT NULL"_s);
        message(
            "link to a product",
            u"text LIKE '%rialto://127.0.0.1:4321/products/1?server=' || (SELECT server_id FROM log_state) || '%'"_s);
        message(
            "link to a message",
            u"text LIKE '%rialto://127.0.0.1:4321/rooms/1/messages/%?server=' || (SELECT server_id FROM log_state) || '%'"_s);
        message("code", u"text LIKE '%```%```%'"_s);
        message("spoiler", u"text LIKE '%||%||%'"_s);
        message("quote", u"text LIKE '> %'"_s);
        message("list", u"text LIKE '%' || char(10) || '- %'"_s);
        QTest::newRow("deleted") << u"message WHERE deleted_at IS NOT NULL"_s;
        QTest::newRow("archived") << u"room_member WHERE archived"_s;
        QTest::newRow("muted") << u"room_member WHERE muted"_s;
        QTest::newRow("pinned room") << u"room_member WHERE pinned"_s;
        QTest::newRow("quiet hours") << u"user WHERE quiet_hours"_s;
        QTest::newRow("friends") << u"friendship WHERE accepted_at IS NOT NULL"_s;
        QTest::newRow("friend request") << u"friendship WHERE accepted_at IS NULL AND removed_at IS NULL"_s;
    }
    void everythingIsThere()
    {
        QFETCH(QString, from);
        QVERIFY(m_database->valueOnce(u"SELECT count(*) FROM "_s + from) > 0);
    }
};

QTEST_GUILESS_MAIN(DemoTest)
#include "demo_test.moc"
