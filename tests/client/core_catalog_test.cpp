#include "features/catalog/model/ProductModel.h"
#include "support/Person.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace rialto;

class core_catalog_test : public QObject
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

    void productsCreateChangeDelete();
    void conflictShowsBothSides();
    void laterChangeGetsTheNewBaseVersion();
    void changeOfAProductOnItsWayWaitsForItsId();
    void takenSkuIsMendedAndSent();
    void refusalGoesWithTheProduct();

private:
    std::unique_ptr<FakeServer> m_server;
    UserId m_jane;
    UserId m_olena;
    RoomId m_room;
};

void core_catalog_test::productsCreateChangeDelete()
{
    Person jane(*m_server, u"jane"_s);
    Person olena(*m_server, u"olena"_s);
    VERIFY_ONLINE(jane);
    VERIFY_ONLINE(olena);
    ProductModel &products = jane->products();
    QAbstractItemModelTester tester(&products, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const Result<QString> localId = products.createProduct(widget(u"A1"_s));
    QVERIFY(localId);
    QCOMPARE(products.rowCount(), 1);
    QCOMPARE(products.row(0).state, DeliveryState::Pending);
    QTRY_VERIFY(products.rowCount() == 1 && products.row(0).state == DeliveryState::Sent);
    QTRY_COMPARE(olena->products().rowCount(), 1);
    Product edited = products.row(0).product;
    edited.quantity = Quantity{12'500};
    QVERIFY(products.changeProduct(edited, edited.version));
    QCOMPARE(products.row(0).product.quantity, Quantity{12'500});
    QTRY_COMPARE(olena->products().row(0).product.quantity, Quantity{12'500});
    QTRY_COMPARE(products.row(0).state, DeliveryState::Sent);
    products.deleteProduct(edited.id, products.row(0).product.version);
    QCOMPARE(products.rowCount(), 0);
    QTRY_COMPARE(olena->products().rowCount(), 0);
    const Result<QString> bad = products.createProduct(Product());
    QVERIFY(!bad);
    QCOMPARE(bad.error().field, u"sku"_s);
}

void core_catalog_test::conflictShowsBothSides()
{
    Product product = m_server->world.addProduct(widget(u"A1"_s));
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    m_server->stop();
    QTRY_COMPARE(jane->linkState(), LinkState::Offline);
    ProductModel &products = jane->products();
    QSignalSpy found(&products, &ProductModel::conflictFound);
    Product mine = products.row(0).product;
    mine.name = u"Mine"_s;
    QVERIFY(products.changeProduct(mine, mine.version));
    product.name = u"Theirs"_s;
    m_server->world.changeProduct(product);
    m_server->listen();
    jane->retryNow();
    QTRY_COMPARE(found.size(), 1);
    const std::optional<ProductConflict> conflict = products.conflict(product.id);
    QVERIFY(conflict);
    QCOMPARE(conflict->mine.name, u"Mine"_s);
    QCOMPARE(conflict->current.name, u"Theirs"_s);
    QVERIFY(products.resolveConflict(product.id, conflict->mine));
    QTRY_COMPARE(jane->unsentCount(), 0);
    QCOMPARE(m_server->world.products.value(product.id).name, u"Mine"_s);
    QVERIFY(!products.row(0).inConflict);
}

void core_catalog_test::laterChangeGetsTheNewBaseVersion()
{
    m_server->world.addProduct(widget(u"A1"_s));
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    ProductModel &products = jane->products();
    m_server->hold(u"catalog.changeProduct"_s);
    Product edited = products.row(0).product;
    edited.name = u"First"_s;
    QVERIFY(products.changeProduct(edited, edited.version));
    edited.price = 99;
    QVERIFY(products.changeProduct(edited, edited.version));
    edited.unit = u"kg"_s;
    QVERIFY(products.changeProduct(edited, edited.version));
    m_server->release();
    QTRY_COMPARE(jane->unsentCount(), 0);
    const QList<QJsonObject> sent = m_server->paramsOf(u"catalog.changeProduct"_s);
    QCOMPARE(sent.size(), 2);
    QCOMPARE(sent[0].value("baseVersion"_L1).toInt(), 1);
    QCOMPARE(sent[1].value("baseVersion"_L1).toInt(), 2);
    QCOMPARE(sent[1].value("unit"_L1).toString(), u"kg"_s);
    const Product stored = m_server->world.products.first();
    QCOMPARE(stored.name, u"First"_s);
    QCOMPARE(stored.price, 99);
    QCOMPARE(stored.unit, u"kg"_s);
}

void core_catalog_test::changeOfAProductOnItsWayWaitsForItsId()
{
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    ProductModel &products = jane->products();
    m_server->hold(u"catalog.createProduct"_s);
    const QString localId = *products.createProduct(widget(u"A1"_s));
    Product edited = products.row(0).product;
    edited.name = u"Renamed"_s;
    QVERIFY(products.changeUnsent(localId, edited));
    QCOMPARE(products.row(products.rowOf(localId)).product.name, u"Renamed"_s);
    m_server->release();
    QTRY_COMPARE(jane->unsentCount(), 0);
    QCOMPARE(m_server->world.products.first().name, u"Renamed"_s);
    QCOMPARE(products.rowCount(), 1);
    QCOMPARE(products.row(0).product.name, u"Renamed"_s);
}

void core_catalog_test::takenSkuIsMendedAndSent()
{
    m_server->world.addProduct(widget(u"A1"_s));
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    ProductModel &products = jane->products();
    const QString localId = *products.createProduct(widget(u"A1"_s));
    QTRY_COMPARE(products.row(products.rowOf(localId)).state, DeliveryState::Failed);
    QCOMPARE(products.row(products.rowOf(localId)).error.field, u"sku"_s);
    Product mended = products.row(products.rowOf(localId)).product;
    mended.sku = u"A2"_s;
    QVERIFY(products.changeUnsent(localId, mended));
    QTRY_COMPARE(jane->unsentCount(), 0);
    QCOMPARE(products.rowCount(), 2);
    QCOMPARE(m_server->world.products.size(), 2);
}

void core_catalog_test::refusalGoesWithTheProduct()
{
    const Product product = m_server->world.addProduct(widget(u"A1"_s));
    Person jane(*m_server, u"jane"_s);
    VERIFY_ONLINE(jane);
    ProductModel &products = jane->products();
    m_server->refuseNext(u"catalog.deleteProduct"_s, {ErrorCode::Forbidden, u"Not yours."_s, {}, {}, 0});
    products.deleteProduct(product.id, product.version);
    QTRY_VERIFY(products.rowCount() == 1 && products.row(0).state == DeliveryState::Failed);
    QCOMPARE(jane->unsentCount(), 1);
    m_server->world.deleteProduct(product.id);
    QTRY_COMPARE(products.rowCount(), 0);
    QCOMPARE(jane->unsentCount(), 0);
}

QTEST_GUILESS_MAIN(core_catalog_test)
#include "core_catalog_test.moc"
