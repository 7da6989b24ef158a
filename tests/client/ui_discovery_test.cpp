#include <QListWidget>
#include <QNetworkDatagram>
#include <QUdpSocket>

#include "base/Clock.h"
#include "client/Desk.h"
#include "features/auth/ServerDelegate.h"
#include "features/auth/SignInPage.h"
#include "features/auth/model/SignIn.h"
#include "net/Discovery.h"
#include "protocol/Codec.h"
#include "support/Places.h"
#include "ui/Language.h"
#include "ui/UiSettings.h"

using namespace rialto;
using namespace Qt::StringLiterals;

namespace {

quint16 freePort()
{
    QUdpSocket socket;
    return socket.bind(QHostAddress(QHostAddress::LocalHost), 0) ? socket.localPort() : quint16(0);
}

QByteArray question(const QString &nonce, qsizetype size = kDiscoveryBytes)
{
    return toJson(ServerQuestion{nonce}).leftJustified(size, ' ');
}

} // namespace

/// Servers of this machine are found without an address, by the real server and the real page, on loopback only.
class UiDiscoveryTest : public QObject
{
    Q_OBJECT

    const SystemClock m_clock;

    std::unique_ptr<RealServer> serverAt(quint16 discoveryPort)
    {
        auto server = std::make_unique<RealServer>(places::program(u"rialto-server"_s),
                                                   QStringList{u"--discovery-port"_s, QString::number(discoveryPort)});
        return server->start() ? std::move(server) : nullptr;
    }
    /// What the server answers to these bytes within a moment; empty when nothing.
    static QByteArray answerTo(const QByteArray &bytes, quint16 port, int waitMs)
    {
        QUdpSocket socket;
        if (!socket.bind(QHostAddress(QHostAddress::LocalHost), 0))
            return {};
        socket.writeDatagram(bytes, QHostAddress(QHostAddress::LocalHost), port);
        return QTest::qWaitFor([&] { return socket.hasPendingDatagrams(); }, waitMs) ? socket.receiveDatagram().data()
                                                                                     : QByteArray();
    }

private Q_SLOTS:
    void aServerIsFoundWithWhoIsThere()
    {
        const quint16 port = freePort();
        auto server = serverAt(port);
        QVERIFY(server);
        Discovery discovery(port, Discovery::Reach::Machine, m_clock);
        discovery.start();
        QTRY_COMPARE_WITH_TIMEOUT(discovery.servers().size(), 1, patienceMs);
        QCOMPARE(discovery.servers().first().address.toString(), server->address());
        QCOMPARE(discovery.servers().first().people, 0);
        QVERIFY(!discovery.servers().first().name.isEmpty());
        Desk anna(server->address());
        anna.enter(u"anna"_s, true);
        QTRY_VERIFY_WITH_TIMEOUT(anna.isOnline(), patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(discovery.servers().first().people, 1, patienceMs);
        server.reset();
        QTRY_VERIFY_WITH_TIMEOUT(discovery.servers().isEmpty(), patienceMs);
    }

    void thePageListsItAndOneSignsIn()
    {
        const quint16 port = freePort();
        auto server = serverAt(port);
        QVERIFY(server);
        QTemporaryDir folder;
        Profile profile(folder.path());
        UiSettings settings(folder.path());
        Theme theme(*qApp);
        Language language(*qApp);
        language.set(u"en"_s);
        SignIn signIn(profile, m_clock);
        Discovery discovery(port, Discovery::Reach::Machine, m_clock);
        SignInPage page(theme, language, settings, signIn, discovery);
        page.resize(1280, 800);
        page.show();
        auto *list = page.findChild<QListWidget *>();
        QTRY_COMPARE_WITH_TIMEOUT(list->count(), 1, patienceMs);
        QCOMPARE(list->item(0)->text(), server->address());
        QCOMPARE(list->item(0)->data(ServerDelegate::OnlineRole).toString(), u"0 online"_s);
        QVERIFY(!list->item(0)->data(ServerDelegate::NameRole).toString().isEmpty());
        language.set(u"uk"_s);
        QTRY_COMPARE(list->item(0)->data(ServerDelegate::OnlineRole).toString(), u"0 у мережі"_s);
        language.set(u"en"_s);
        if (const QString pictures = qEnvironmentVariable("RIALTO_PICTURES"); !pictures.isEmpty())
            page.grab().save(pictures + u"/discovery.png"_s);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
        QCOMPARE(page.server(), server->address());
        QSignalSpy done(&signIn, &SignIn::succeeded);
        Register details;
        details.name = u"olena"_s;
        details.password = u"correct horse"_s;
        signIn.registerAccount(page.server(), details);
        QVERIFY(done.wait(patienceMs));
    }

    void onlyQuestionsAreAnswered()
    {
        const quint16 port = freePort();
        auto server = serverAt(port);
        QVERIFY(server);
        constexpr int kMomentMs = 300;
        const QString nonce = u"0123456789abcdef"_s;
        const QByteArray answer = answerTo(question(nonce), port, patienceMs);
        QVERIFY2(!answer.isEmpty() && answer.size() <= kDiscoveryBytes, answer.constData());
        const auto notice = fromJson<ServerNotice>(QByteArrayView(answer));
        QVERIFY(notice);
        QCOMPARE(notice->rialto, nonce);
        QCOMPARE(notice->port, int(server->port()));
        // Less was sent than would come back, no nonce, no JSON.
        QCOMPARE(answerTo(question(nonce, kDiscoveryBytes - 1), port, kMomentMs), QByteArray());
        QCOMPARE(answerTo(question({}), port, kMomentMs), QByteArray());
        QCOMPARE(answerTo(QByteArray(kDiscoveryBytes, 'x'), port, kMomentMs), QByteArray());
    }

    void answersOfStrangersAreNotTaken()
    {
        QUdpSocket stranger;
        QVERIFY(stranger.bind(QHostAddress(QHostAddress::LocalHost), 0));
        connect(&stranger, &QUdpSocket::readyRead, &stranger, [&stranger] {
            const QNetworkDatagram asked = stranger.receiveDatagram();
            const auto nonce = fromJson<ServerQuestion>(QByteArrayView(asked.data()));
            stranger.writeDatagram(asked.makeReply("{}"));
            stranger.writeDatagram(asked.makeReply(toJson(ServerNotice{u"another nonce"_s, u"evil"_s, 1, false, 0})));
            stranger.writeDatagram(asked.makeReply(toJson(ServerNotice{nonce->rialto, u"evil"_s, 70'000, false, 0})));
            stranger.writeDatagram(asked.makeReply(toJson(ServerNotice{nonce->rialto, u"<b>good</b>"_s, 1, true, 3})));
        });
        Discovery discovery(stranger.localPort(), Discovery::Reach::Machine, m_clock);
        discovery.start();
        QTRY_COMPARE_WITH_TIMEOUT(discovery.servers().size(), 1, patienceMs);
        QCOMPARE(discovery.servers().first().name, u"<b>good</b>"_s); // Shown as it is, never as markup.
        QCOMPARE(discovery.servers().first().people, 3);
    }

    void withoutAPortNothingIsAsked()
    {
        Discovery discovery(0, Discovery::Reach::Machine, m_clock);
        discovery.start();
        QVERIFY(discovery.servers().isEmpty());
    }
};

QTEST_MAIN(UiDiscoveryTest)
#include "ui_discovery_test.moc"
