#include "support/LiveClient.h"
#include "support/Places.h"

#include <QSqlDatabase>
#include <QSqlQuery>

using namespace Qt::StringLiterals;
using namespace rialto;

/// One was away for longer than the server's log reaches back, while everything changed. The lists come anew, and both
/// end the same.
class long_absence_test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoWasAwayForAMonthEndsEqual();

private:
    static QStringList rooms(LiveClient &client);
    static bool trimLog(const RealServer &server);
    void work(LiveClient &client);

    RoomId m_room;
    RoomId m_side;
};

QStringList long_absence_test::rooms(LiveClient &client)
{
    QStringList lines;
    for (int row = 0; row < client->rooms().rowCount(); ++row) {
        const RoomId id = client->rooms().idAt(row);
        QStringList people;
        for (const Member &member : client->rooms().members(id))
            people.append(QString::number(member.userId.value));
        people.sort();
        lines.append(u"%1 %2 %3"_s.arg(id.value).arg(client->rooms().title(id), people.join(u',')));
    }
    lines.sort();
    return lines;
}

// What the server's housekeeping does once the events are old enough.
bool long_absence_test::trimLog(const RealServer &server)
{
    bool done = false;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"trim"_s);
        database.setDatabaseName(server.dataFolder() + u"/rialto.db"_s);
        done = database.open() &&
               QSqlQuery(database).exec(u"DELETE FROM event_log WHERE seq < (SELECT max(seq) FROM event_log)"_s);
    }
    QSqlDatabase::removeDatabase(u"trim"_s);
    return done;
}

// New and changed messages, products that come, change and go, rooms that come and go.
void long_absence_test::work(LiveClient &client)
{
    MessageModel &timeline = *client->openRoom(m_room);
    QVERIFY(timeline.edit(3, u"edited meanwhile"_s));
    timeline.remove(5);
    for (int i = 0; i < 300; ++i)
        QVERIFY(timeline.send(u"meanwhile %1"_s.arg(i)));
    ProductModel &products = client->products();
    Product changed = products.row(0).product;
    changed.description = u"changed meanwhile"_s;
    QVERIFY(products.changeProduct(changed, changed.version));
    products.deleteProduct(products.row(1).product.id, products.row(1).product.version);
    QVERIFY(products.createProduct(productOf(u"LATE"_s)));
    bool gone = false;
    client->rooms().deleteRoom(m_side, [&](const Result<> &result) { gone = result.has_value(); });
    QTRY_VERIFY(gone);
    QVERIFY(makeRoom(client, u"new"_s).isValid());
    QTRY_VERIFY_WITH_TIMEOUT(client.isSettled(), 30'000);
}

void long_absence_test::whoWasAwayForAMonthEndsEqual()
{
    RealServer server(places::program(u"rialto-server"_s));
    QVERIFY2(server.start(), qPrintable(server.output()));
    LiveClient stays(server, u"jane"_s);
    LiveClient leaves(server, u"olena"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stays.isSettled() && leaves.isSettled(), 30'000);
    m_room = makeRoom(stays, u"general"_s);
    m_side = makeRoom(stays, u"side"_s);
    QTRY_VERIFY(leaves->rooms().rowOf(m_side) >= 0);
    QVERIFY(joinRoom(leaves, m_room) && joinRoom(leaves, m_side));
    for (int i = 0; i < 20; ++i)
        QVERIFY(stays->openRoom(m_room)->send(u"before %1"_s.arg(i)));
    for (int i = 0; i < 5; ++i)
        QVERIFY(stays->products().createProduct(productOf(u"P%1"_s.arg(i))));
    QTRY_VERIFY_WITH_TIMEOUT(stays.isSettled(), 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(history(*leaves->openRoom(m_room)), history(*stays->openRoom(m_room)), 30'000);
    leaves->unplug();
    QVERIFY(leaves->openRoom(m_room)->send(u"written on the way out"_s));
    leaves.close();
    work(stays);
    server.kill();
    QVERIFY(trimLog(server));
    QVERIFY2(server.start(), qPrintable(server.output()));
    leaves.open();
    QTRY_VERIFY_WITH_TIMEOUT(stays.isSettled() && leaves.isSettled(), 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(rooms(leaves), rooms(stays), 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(catalogue(leaves->products()), catalogue(stays->products()), 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(history(*leaves->openRoom(m_room)), history(*stays->openRoom(m_room)), 30'000);
    QCOMPARE(history(*leaves->openRoom(m_room)).filter(u"on the way out"_s).size(), 1);
    QCOMPARE(history(*leaves->openRoom(m_room)).filter(u"edited meanwhile"_s).size(), 1);
}

QTEST_GUILESS_MAIN(long_absence_test)
#include "long_absence_test.moc"
