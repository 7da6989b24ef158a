#include "support/LiveClient.h"
#include "support/Places.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace rialto;

namespace {

constexpr int kPatience = 60'000;
constexpr int kSteps = 400;

/// What one person did, and what must have become of it: the text of each message by its clientId, empty when deleted.
using Deeds = QMap<QString, QString>;

} // namespace

/// Two people write, edit and delete at random while the server is killed, connections are cut and clients are
/// restarted at random. In the end both, and a device that was never there before, show the same, and it is what was
/// done.
class client_chaos_test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everybodyEndsInTheSameState_data();
    void everybodyEndsInTheSameState();

private:
    struct Party
    {
        std::unique_ptr<LiveClient> client;
        QString name;
        Deeds deeds;
    };

    int chance(int below) { return static_cast<int>(m_random.bounded(below)); }
    void write(Party &party, int step);
    void changeMessage(Party &party, int step);
    void changeProduct(Party &party, int step);
    void disturb(Party &party);
    bool settle(Party &party);
    static QStringList deedsIn(const QStringList &lines, const QString &name);

    QRandomGenerator m_random;
    std::unique_ptr<RealServer> m_server;
    RoomId m_room;
    int m_stepsUntilStart = 0;
};

void client_chaos_test::everybodyEndsInTheSameState_data()
{
    QTest::addColumn<quint32>("seed");
    const QByteArray chosen = qgetenv("RIALTO_CHAOS_SEED");
    const QList<quint32> seeds = chosen.isEmpty() ? QList<quint32>{1, 2, 3} : QList<quint32>{chosen.toUInt()};
    for (const quint32 seed : seeds)
        QTest::newRow(qPrintable(u"seed %1"_s.arg(seed))) << seed;
}

void client_chaos_test::write(Party &party, int step)
{
    const QString text = u"%1 %2"_s.arg(party.name).arg(step);
    const Result<QString> sent = (*party.client)->openRoom(m_room)->send(text);
    QVERIFY(sent);
    party.deeds.insert(*sent, text);
}

// Edits or deletes one of the newest messages of one's own, sent or not.
void client_chaos_test::changeMessage(Party &party, int step)
{
    MessageModel &timeline = *(*party.client)->openRoom(m_room);
    for (int row = timeline.rowCount() - 1 - chance(5); row >= 0; --row) {
        const TimelineRow &found = timeline.row(row);
        if (!found.own || found.message.deletedAt || found.state == DeliveryState::Failed)
            continue;
        const QString clientId = found.message.clientId;
        if (chance(4) == 0) {
            timeline.remove(row);
            party.deeds.insert(clientId, QString());
        } else {
            const QString text = u"%1 %2 again"_s.arg(party.name).arg(step);
            QVERIFY(timeline.edit(row, text));
            party.deeds.insert(clientId, text);
        }
        return;
    }
}

void client_chaos_test::changeProduct(Party &party, int step)
{
    ProductModel &products = (*party.client)->products();
    if (products.rowCount() < 3 || chance(6) == 0) {
        QVERIFY(products.createProduct(productOf(u"%1-%2"_s.arg(party.name).arg(step))));
        return;
    }
    const ProductRow row = products.row(chance(products.rowCount()));
    Product edited = row.product;
    edited.description = u"%1 %2"_s.arg(party.name).arg(step);
    if (!row.localId.isEmpty())
        (void)products.changeUnsent(row.localId, edited);
    else if (chance(8) == 0)
        products.deleteProduct(edited.id, edited.version);
    else
        (void)products.changeProduct(edited, edited.version);
}

void client_chaos_test::disturb(Party &party)
{
    switch (chance(3)) {
    case 0:
        if (m_stepsUntilStart == 0) {
            m_server->kill();
            m_stepsUntilStart = 1 + chance(15);
        }
        return;
    case 1:
        (*party.client)->unplug();
        return;
    default:
        party.client->close();
        party.client->open();
    }
}

// Waits until nothing is on its way. Of products both have changed one side is refused, which is as it should be.
bool client_chaos_test::settle(Party &party)
{
    return QTest::qWaitFor(
        [&] {
            (*party.client)->retryNow();
            ProductModel &products = (*party.client)->products();
            for (int row = products.rowCount() - 1; row >= 0; --row) {
                if (products.row(row).state == DeliveryState::Failed)
                    products.discard(row);
            }
            return party.client->isSettled();
        },
        kPatience);
}

QStringList client_chaos_test::deedsIn(const QStringList &lines, const QString &name)
{
    QStringList found;
    for (const QString &line : lines) {
        if (const QString text = line.section(u' ', 2); text.startsWith(name))
            found.append(text);
    }
    found.sort();
    return found;
}

void client_chaos_test::everybodyEndsInTheSameState()
{
    QFETCH(quint32, seed);
    m_random.seed(seed);
    m_server = std::make_unique<RealServer>(places::program(u"rialto-server"_s));
    QVERIFY2(m_server->start(), qPrintable(m_server->output()));
    Party parties[2];
    for (Party &party : parties) {
        party.name = &party == parties ? u"jane"_s : u"olena"_s;
        party.client = std::make_unique<LiveClient>(*m_server, party.name);
        QTRY_VERIFY_WITH_TIMEOUT(party.client->isSettled(), kPatience);
        // Managers, so that each may change what the other has made.
        QVERIFY(m_server->run({u"user"_s, u"role"_s, party.name, u"manager"_s}));
    }
    m_room = makeRoom(*parties[0].client, u"general"_s);
    QTRY_VERIFY((*parties[1].client)->rooms().rowOf(m_room) >= 0);
    QVERIFY(joinRoom(*parties[1].client, m_room));

    for (int step = 0; step < kSteps; ++step) {
        Party &party = parties[chance(2)];
        const int what = chance(20);
        if (what < 9)
            write(party, step);
        else if (what < 14)
            changeMessage(party, step);
        else if (what < 19)
            changeProduct(party, step);
        else
            disturb(party);
        if (m_stepsUntilStart > 0 && --m_stepsUntilStart == 0)
            QVERIFY2(m_server->start(), qPrintable(m_server->output()));
        if (chance(5) == 0)
            (*party.client)->retryNow();
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    }
    if (m_stepsUntilStart > 0)
        QVERIFY2(m_server->start(), qPrintable(m_server->output()));
    m_stepsUntilStart = 0;
    QVERIFY(settle(parties[0]));
    QVERIFY(settle(parties[1]));

    const std::unique_ptr<LiveClient> fresh = LiveClient::secondDevice(*m_server, u"jane"_s);
    QTRY_VERIFY_WITH_TIMEOUT(fresh->isSettled(), kPatience);
    const QStringList told = history(*(*fresh)->openRoom(m_room));
    QTRY_COMPARE_WITH_TIMEOUT(catalogue((*parties[0].client)->products()), catalogue((*fresh)->products()), 5000);
    QTRY_COMPARE_WITH_TIMEOUT(catalogue((*parties[1].client)->products()), catalogue((*fresh)->products()), 5000);
    for (Party &party : parties) {
        QTRY_COMPARE_WITH_TIMEOUT(history(*(*party.client)->openRoom(m_room)), told, 5000);
        QStringList expected = party.deeds.values();
        expected.removeAll(QString());
        expected.sort();
        QCOMPARE(deedsIn(told, party.name), expected);
    }
}

QTEST_GUILESS_MAIN(client_chaos_test)
#include "client_chaos_test.moc"
