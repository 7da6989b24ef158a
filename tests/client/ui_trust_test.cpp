#include <QLabel>

#include "client/Desk.h"
#include "features/auth/CertificateStrip.h"
#include "support/OwnCertificate.h"
#include "support/Places.h"
#include "ui/Dialog.h"

using namespace rialto;
using namespace Qt::StringLiterals;

namespace {

const QString kTrust = u"It matches: trust this server"_s;
const QString kTrustNew = u"I have asked: trust the new one"_s;

QString withoutSpaces(QString text)
{
    static const QRegularExpression space(u"[\\s:]"_s);
    return text.remove(space);
}

/// Everything that a part of the window says, without spaces and colons, as fingerprints are compared.
QString allWordsOf(const QWidget &part)
{
    QString words;
    for (const QLabel *label : part.findChildren<QLabel *>()) {
        if (label->isVisible())
            words += label->text();
    }
    return withoutSpaces(words);
}

} // namespace

/// A server with a certificate of its own, met with the real window: confirmed once, loud when it changes (U5).
class UiTrustTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<OwnCertificate> m_certificate;
    std::unique_ptr<RealServer> m_server;

    static QWidget &window(Desk &desk) { return desk.app().window(); }
    static CertificateStrip *strip(Desk &desk)
    {
        for (CertificateStrip *strip : window(desk).findChildren<CertificateStrip *>()) {
            if (strip->isVisible())
                return strip;
        }
        return nullptr;
    }
    static QList<Dialog *> warnings(Desk &desk)
    {
        QList<Dialog *> shown = window(desk).findChildren<Dialog *>();
        shown.removeIf([](const Dialog *dialog) {
            return !dialog->isVisible() || !dialog->windowTitle().endsWith(u" is not the server you know"_s);
        });
        return shown;
    }
    /// Signed in as somebody new, who has compared the fingerprint.
    void meet(Desk &desk, const QString &name)
    {
        desk.enter(name, true);
        QTRY_VERIFY_WITH_TIMEOUT(strip(desk), patienceMs);
        Desk::click(window(desk), kTrust);
        QTRY_VERIFY_WITH_TIMEOUT(desk.isOnline(), patienceMs);
    }
    void changeTheCertificate()
    {
        QVERIFY(m_server->stop());
        const QString known = m_certificate->fingerprint();
        m_certificate->renew();
        QVERIFY(known != m_certificate->fingerprint());
        QVERIFY2(m_server->start(), qPrintable(m_server->output()));
    }

private Q_SLOTS:
    void init()
    {
        m_certificate = std::make_unique<OwnCertificate>();
        m_server = std::make_unique<RealServer>(places::program(u"rialto-server"_s), m_certificate->flags());
        QVERIFY2(m_server->start(), qPrintable(m_server->output()));
        QVERIFY(m_server->address().startsWith(u"https://"_s));
    }

    void theFingerprintIsConfirmedOnce()
    {
        Desk desk(m_server->address());
        QVERIFY(!strip(desk));
        desk.enter(u"jane"_s, true);
        QTRY_VERIFY_WITH_TIMEOUT(strip(desk), patienceMs);
        QVERIFY(allWordsOf(*strip(desk)).contains(withoutSpaces(m_certificate->fingerprint())));
        QVERIFY(!desk.app().session());
        desk.picture(u"trust-first"_s);
        // Asking again is no answer.
        Desk::click(window(desk), u"Create account"_s);
        QTRY_VERIFY_WITH_TIMEOUT(strip(desk), patienceMs);
        QVERIFY(!desk.app().session());
        // The answer goes on with what was typed.
        Desk::click(window(desk), kTrust);
        QTRY_VERIFY_WITH_TIMEOUT(desk.isOnline(), patienceMs);

        // The pin is kept: over a restart, and for whoever signs in anew.
        desk.reopen();
        QTRY_VERIFY_WITH_TIMEOUT(desk.isOnline(), patienceMs);
        QVERIFY(!strip(desk) && warnings(desk).isEmpty());
        desk.app().session()->signOut();
        QTRY_VERIFY_WITH_TIMEOUT(!desk.app().session(), patienceMs);
        desk.enter(u"jane"_s, false);
        QTRY_VERIFY_WITH_TIMEOUT(desk.isOnline(), patienceMs);
    }

    void aChangedCertificateIsLoud()
    {
        Desk desk(m_server->address());
        meet(desk, u"jane"_s);
        QVERIFY(desk.makeRoom(u"Talk"_s).isValid());
        const QString known = m_certificate->fingerprint();
        changeTheCertificate();
        QSignalSpy refused(desk.app().session(), &Session::certificateChanged);
        QTRY_VERIFY_WITH_TIMEOUT(!warnings(desk).isEmpty(), patienceMs);
        const QString words = allWordsOf(*warnings(desk).first());
        QVERIFY(words.contains(withoutSpaces(known)));
        QVERIFY(words.contains(withoutSpaces(m_certificate->fingerprint())));
        desk.picture(u"trust-changed"_s);
        // However often it is tried, one is told once; and nothing goes out.
        desk.say(u"Secret"_s);
        QTRY_VERIFY_WITH_TIMEOUT(refused.size() >= 3, 4 * patienceMs);
        QCOMPARE(warnings(desk).size(), 1);
        Desk::click(*warnings(desk).first(), u"Close"_s);
        QTRY_VERIFY(warnings(desk).isEmpty());
        desk.app().session()->retryNow();
        const qsizetype before = refused.size();
        QTRY_VERIFY_WITH_TIMEOUT(refused.size() > before, patienceMs);
        QVERIFY(warnings(desk).isEmpty());
        QVERIFY(!desk.isOnline());
        QCOMPARE(desk.lastWords(), u"jane: Secret (…)"_s);
        QTRY_VERIFY(desk.banner());
        QVERIFY2(desk.banner()->accessibleName().contains(u"certificate is not the trusted one"_s),
                 qPrintable(desk.banner()->accessibleName()));
        // A new start tells it anew.
        desk.reopen();
        QTRY_COMPARE_WITH_TIMEOUT(warnings(desk).size(), 1, patienceMs);
        QVERIFY(!desk.isOnline());
    }

    void aChangedCertificateBlocksUntilItIsConfirmed()
    {
        Desk desk(m_server->address());
        meet(desk, u"jane"_s);
        const QString known = m_certificate->fingerprint();
        desk.app().session()->signOut();
        QTRY_VERIFY_WITH_TIMEOUT(!desk.app().session(), patienceMs);
        changeTheCertificate();
        desk.enter(u"jane"_s, false);
        QTRY_VERIFY_WITH_TIMEOUT(strip(desk), patienceMs);
        QVERIFY(Desk::findButton(window(desk), kTrustNew) && !Desk::findButton(window(desk), kTrust));
        const QString words = allWordsOf(*strip(desk));
        QVERIFY(words.contains(withoutSpaces(m_certificate->fingerprint())));
        QVERIFY(words.contains(withoutSpaces(u"Until now:"_s) + withoutSpaces(known)));
        desk.picture(u"trust-blocked"_s);
        for (int attempt = 0; attempt < 2; ++attempt) {
            Desk::click(window(desk), u"Sign in"_s);
            QTRY_VERIFY_WITH_TIMEOUT(strip(desk), patienceMs);
            QVERIFY(!desk.app().session());
        }
        Desk::click(window(desk), kTrustNew);
        QTRY_VERIFY_WITH_TIMEOUT(desk.isOnline(), patienceMs);
        desk.reopen();
        QTRY_VERIFY_WITH_TIMEOUT(desk.isOnline(), patienceMs);
        QVERIFY(warnings(desk).isEmpty());
    }
};

QTEST_MAIN(UiTrustTest)
#include "ui_trust_test.moc"
