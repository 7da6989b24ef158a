#include "features/chat/model/MessageModel.h"
#include "features/chat/model/RoomListModel.h"
#include "support/LiveClient.h"
#include "support/OwnCertificate.h"
#include "support/Places.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace rialto;

namespace {

const QString kProgram = places::program(u"rialto-server"_s);

} // namespace

class client_trust_test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unknownCertificateIsShownOnce();
    void changedCertificateIsRefusedLoudly();
    void lockedOutPersonIsSignedOut();
    void clientThatWasAwayTooLongFetchesEverything();
};

void client_trust_test::unknownCertificateIsShownOnce()
{
    OwnCertificate certificate;
    RealServer server(kProgram, certificate.flags());
    QVERIFY2(server.start(), qPrintable(server.output()));
    QVERIFY(server.address().startsWith("https://"_L1));
    QTemporaryDir folder;
    SystemClock clock;
    Profile profile(folder.path());
    SignIn signIn(profile, clock);
    QSignalSpy unknown(&signIn, &SignIn::fingerprintUnknown);
    QSignalSpy failed(&signIn, &SignIn::failed);
    QSignalSpy succeeded(&signIn, &SignIn::succeeded);
    Register details;
    details.name = u"jane"_s;
    details.password = u"correct horse battery"_s;
    signIn.registerAccount(server.address(), details);
    QVERIFY(unknown.wait());
    QCOMPARE(unknown.first().first().toString(), certificate.fingerprint());
    QVERIFY(failed.isEmpty() && succeeded.isEmpty());
    signIn.trustFingerprint();
    QVERIFY(succeeded.wait());
    Session session(profile, *profile.account(), clock);
    QSignalSpy changed(&session, &Session::certificateChanged);
    session.start();
    QTRY_COMPARE_WITH_TIMEOUT(session.linkState(), LinkState::Online, 10'000);
    signIn.logIn(server.address(), u"jane"_s, u"correct horse battery"_s);
    QVERIFY(succeeded.wait());
    QCOMPARE(unknown.size(), 1);
    QVERIFY(changed.isEmpty());
}

void client_trust_test::changedCertificateIsRefusedLoudly()
{
    OwnCertificate certificate;
    RealServer server(kProgram, certificate.flags());
    QVERIFY2(server.start(), qPrintable(server.output()));
    LiveClient jane(server, u"jane"_s);
    QVERIFY(jane);
    QTRY_VERIFY_WITH_TIMEOUT(jane.isSettled(), 10'000);
    const QString known = certificate.fingerprint();
    QVERIFY(server.stop());
    certificate.renew();
    QVERIFY(known != certificate.fingerprint());
    QVERIFY2(server.start(), qPrintable(server.output()));
    QSignalSpy changed(&*jane, &Session::certificateChanged);
    jane->retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(!changed.isEmpty(), 10'000);
    QCOMPARE(changed.first().at(0).toString(), known);
    QCOMPARE(changed.first().at(1).toString(), certificate.fingerprint());
    QTRY_COMPARE(jane->linkState(), LinkState::Offline);
    QVERIFY(!jane->linkError().isEmpty());

    SystemClock clock;
    SignIn signIn(jane.profile(), clock);
    QSignalSpy shown(&signIn, &SignIn::fingerprintChanged);
    QSignalSpy succeeded(&signIn, &SignIn::succeeded);
    signIn.logIn(server.address(), u"jane"_s, u"correct horse battery"_s);
    QVERIFY(shown.wait());
    QCOMPARE(shown.first().at(0).toString(), known);
    signIn.trustFingerprint();
    QVERIFY(succeeded.wait());
    jane->retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(jane.isSettled(), 10'000);
}

void client_trust_test::lockedOutPersonIsSignedOut()
{
    RealServer server(kProgram);
    QVERIFY2(server.start(), qPrintable(server.output()));
    LiveClient jane(server, u"jane"_s);
    LiveClient olena(server, u"olena"_s);
    QTRY_VERIFY_WITH_TIMEOUT(jane.isSettled() && olena.isSettled(), 10'000);
    QSignalSpy out(&*jane, &Session::signedOut);
    QVERIFY(server.run({u"user"_s, u"disable"_s, u"jane"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(out.size(), 1, 5'000);
    QCOMPARE(jane->linkState(), LinkState::SignedOut);
    QVERIFY(!out.first().first().value<Error>().message.isEmpty());
    QVERIFY(!jane.profile().account());
    QVERIFY(olena.isSettled());
}

void client_trust_test::clientThatWasAwayTooLongFetchesEverything()
{
    RealServer server(kProgram, {u"--log-events"_s, u"1000"_s});
    QVERIFY2(server.start(), qPrintable(server.output()));
    LiveClient jane(server, u"jane"_s);
    LiveClient olena(server, u"olena"_s);
    QTRY_VERIFY_WITH_TIMEOUT(jane.isSettled() && olena.isSettled(), 10'000);
    RoomId room;
    jane->rooms().createRoom(u"general"_s, {}, Visibility::Public,
                             [&](const Result<Room> &made) { room = made.value_or(Room()).id; });
    QTRY_VERIFY(room.isValid());
    QTRY_VERIFY(olena->rooms().rowOf(room) >= 0);
    bool joined = false;
    olena->rooms().joinRoom(room, [&](const Result<> &result) { joined = result.has_value(); });
    QTRY_VERIFY(joined);
    QVERIFY(jane->openRoom(room)->send(u"first"_s));
    QTRY_COMPARE(olena->openRoom(room)->rowCount(), 1);
    olena->openRoom(room)->setDraft(u"kept"_s);
    olena.close();
    for (int i = 0; i < 1100; ++i)
        QVERIFY(jane->openRoom(room)->send(QString::number(i)));
    QTRY_VERIFY_WITH_TIMEOUT(jane.isSettled(), 60'000);
    olena.open();
    MessageModel &timeline = *olena->openRoom(room);
    QCOMPARE(timeline.rowCount(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(olena.isSettled(), 10'000);
    const auto newest = [&] { return timeline.row(timeline.rowCount() - 1).message.text; };
    QTRY_COMPARE(newest(), u"1099"_s);
    QCOMPARE(timeline.draft(), u"kept"_s);
    QTRY_COMPARE(olena->rooms().totalUnread(), 1000);
}

QTEST_GUILESS_MAIN(client_trust_test)
#include "client_trust_test.moc"
