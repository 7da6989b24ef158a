#include "features/catalog/model/ProductModel.h"
#include "features/chat/model/MessageModel.h"
#include "features/chat/model/RoomListModel.h"
#include "support/LiveClient.h"
#include "support/Places.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace rialto;

namespace {

constexpr int kPatience = 60'000;

} // namespace

class two_clients_test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theyTalkAndEditTheSameProducts();
    void nothingIsLostOrDoubledWhenTheServerIsKilled();
    void offlineWorkArrivesAfterARestartOfTheClient();

private:
    void writeALittle(LiveClient &client, const QString &name, int round);

    std::unique_ptr<RealServer> m_server;
    std::unique_ptr<LiveClient> m_jane;
    std::unique_ptr<LiveClient> m_olena;
    RoomId m_room;
    QMap<QString, ProductId> m_ownProduct; ///< By the name of who owns it.
};

void two_clients_test::init()
{
    m_server = std::make_unique<RealServer>(places::program(u"rialto-server"_s));
    QVERIFY2(m_server->start(), qPrintable(m_server->output()));
    m_jane = std::make_unique<LiveClient>(*m_server, u"jane"_s);
    m_olena = std::make_unique<LiveClient>(*m_server, u"olena"_s);
    QVERIFY(*m_jane && *m_olena);
    QTRY_VERIFY_WITH_TIMEOUT(m_jane->isSettled() && m_olena->isSettled(), kPatience);
    m_room = makeRoom(*m_jane, u"general"_s);
    QVERIFY(m_room.isValid());
    QTRY_VERIFY((*m_olena)->rooms().rowOf(m_room) >= 0);
    QVERIFY(joinRoom(*m_olena, m_room));
}

void two_clients_test::cleanup()
{
    m_jane.reset();
    m_olena.reset();
    m_server.reset();
}

void two_clients_test::writeALittle(LiveClient &client, const QString &name, int round)
{
    MessageModel &timeline = *client->openRoom(m_room);
    QVERIFY(timeline.send(u"%1-%2"_s.arg(name).arg(round)));
    if (round % 7 == 3)
        QVERIFY(timeline.edit(timeline.rowCount() - 1, u"%1-%2 edited"_s.arg(name).arg(round)));
    ProductModel &products = client->products();
    if (round % 10 == 0)
        QVERIFY(products.createProduct(productOf(u"%1-%2"_s.arg(name).arg(round))));
    // Each changes only what is one's own here, so that none can meet a conflict.
    const int row = products.rowOf(m_ownProduct.value(name));
    if (row >= 0) {
        Product edited = products.row(row).product;
        edited.quantity = Quantity{edited.quantity.thousandths + 1000};
        QVERIFY(products.changeProduct(edited, edited.version));
    }
}

void two_clients_test::theyTalkAndEditTheSameProducts()
{
    MessageModel &hers = *(*m_jane)->openRoom(m_room);
    MessageModel &others = *(*m_olena)->openRoom(m_room);
    QVERIFY(hers.send(u"hello"_s));
    QTRY_COMPARE(others.rowCount(), 1);
    QCOMPARE(others.authorName(0), u"jane"_s);
    QTRY_COMPARE((*m_olena)->rooms().totalUnread(), 1);
    others.markRead();
    QCOMPARE((*m_olena)->rooms().totalUnread(), 0);
    QTRY_COMPARE(hers.row(0).state, DeliveryState::Sent);
    QVERIFY(hers.edit(0, u"hello, world"_s));
    QTRY_COMPARE(others.row(0).message.text, u"hello, world"_s);
    hers.remove(0);
    QTRY_VERIFY(others.row(0).message.deletedAt.has_value());

    QVERIFY((*m_jane)->products().createProduct(productOf(u"A1"_s)));
    ProductModel &products = (*m_olena)->products();
    QTRY_COMPARE(products.rowCount(), 1);
    QTRY_VERIFY(m_jane->isSettled());
    Product mine = (*m_jane)->products().row(0).product;
    mine.quantity = Quantity{12'500};
    QVERIFY((*m_jane)->products().changeProduct(mine, mine.version));
    QTRY_COMPARE(products.row(0).product.quantity, Quantity{12'500});
    (*m_jane)->products().deleteProduct(mine.id, products.row(0).product.version);
    QTRY_COMPARE(products.rowCount(), 0);
    QTRY_VERIFY(m_jane->isSettled() && m_olena->isSettled());
}

void two_clients_test::nothingIsLostOrDoubledWhenTheServerIsKilled()
{
    constexpr int kRounds = 90;
    for (LiveClient *const client : {m_jane.get(), m_olena.get()})
        QVERIFY((*client)->products().createProduct(productOf(u"own-"_s + (*client)->me().name)));
    QTRY_VERIFY(m_jane->isSettled() && m_olena->isSettled());
    QTRY_COMPARE((*m_jane)->products().rowCount(), 2);
    for (int row = 0; row < 2; ++row) {
        const Product product = (*m_jane)->products().row(row).product;
        m_ownProduct.insert(product.sku.mid(4), product.id);
    }
    for (int round = 0; round < kRounds; ++round) {
        writeALittle(*m_jane, u"jane"_s, round);
        writeALittle(*m_olena, u"olena"_s, round);
        if (round == kRounds / 3)
            m_server->kill();
        if (round == kRounds / 3 + 10)
            QVERIFY2(m_server->start(), qPrintable(m_server->output()));
        if (round == kRounds / 3 + 12) {
            (*m_jane)->retryNow();
            (*m_olena)->retryNow();
        }
        if (round == 2 * kRounds / 3)
            (*m_olena)->unplug();
        // Lets the traffic flow between the rounds, as much as comes by itself.
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
    QTRY_VERIFY_WITH_TIMEOUT(m_jane->isSettled() && m_olena->isSettled(), kPatience);

    MessageModel &hers = *(*m_jane)->openRoom(m_room);
    MessageModel &others = *(*m_olena)->openRoom(m_room);
    QTRY_COMPARE_WITH_TIMEOUT(history(hers), history(others), kPatience);
    QStringList expected;
    for (const QString &name : {u"jane"_s, u"olena"_s})
        for (int round = 0; round < kRounds; ++round)
            expected.append(u"%1-%2%3"_s.arg(name).arg(round).arg(round % 7 == 3 ? u" edited"_s : QString()));
    QStringList said;
    for (const QString &line : history(hers))
        said.append(line.section(u' ', 2));
    // Each person's own messages stand in the order in which they were written.
    const QStringList order = said.filter(u"jane-"_s);
    QCOMPARE(order, expected.filter(u"jane-"_s));
    QCOMPARE(said.filter(u"olena-"_s), expected.filter(u"olena-"_s));
    QCOMPARE(said.size(), expected.size());

    QTRY_COMPARE(catalogue((*m_jane)->products()), catalogue((*m_olena)->products()));
    QCOMPARE((*m_jane)->products().rowCount(), 2 + 2 * kRounds / 10);
    for (const ProductId id : std::as_const(m_ownProduct))
        QCOMPARE((*m_jane)->products().find(id)->quantity, Quantity{kRounds * 1000});
}

void two_clients_test::offlineWorkArrivesAfterARestartOfTheClient()
{
    MessageModel &hers = *(*m_jane)->openRoom(m_room);
    QVERIFY(hers.send(u"before"_s));
    QTRY_VERIFY(m_jane->isSettled());
    QTRY_COMPARE((*m_olena)->openRoom(m_room)->rowCount(), 1);
    QVERIFY(m_server->stop());
    QTRY_COMPARE((*m_jane)->linkState(), LinkState::Offline);
    QVERIFY(hers.send(u"while away"_s));
    QVERIFY((*m_jane)->products().createProduct(productOf(u"away"_s)));
    m_jane->close();
    m_jane->open();
    QCOMPARE((*m_jane)->openRoom(m_room)->rowCount(), 2);
    QCOMPARE((*m_jane)->unsentCount(), 2);
    QVERIFY2(m_server->start(), qPrintable(m_server->output()));
    (*m_jane)->retryNow();
    (*m_olena)->retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(m_jane->isSettled() && m_olena->isSettled(), kPatience);
    QTRY_COMPARE((*m_olena)->openRoom(m_room)->rowCount(), 2);
    QTRY_COMPARE((*m_olena)->products().rowCount(), 1);
    QCOMPARE(history(*(*m_jane)->openRoom(m_room)), history(*(*m_olena)->openRoom(m_room)));
}

QTEST_GUILESS_MAIN(two_clients_test)
#include "two_clients_test.moc"
