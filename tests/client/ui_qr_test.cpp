#include <QClipboard>
#include <QFileDialog>
#include <QMimeData>
#include <QtTest>

#include "client/QrPictures.h"
#include "client/ShownSignIn.h"
#include "features/auth/CertificateStrip.h"
#include "features/auth/InviteDialog.h"
#include "features/auth/QrEntry.h"
#include "net/ServerAddress.h"
#include "ui/QrPicture.h"
#include "ui/TextField.h"

using namespace rialto;

namespace {

const QString address = u"https://192.168.1.20:3000"_s;
const QString field = u"Another address"_s;

std::unique_ptr<QMimeData> holding(const QImage &picture)
{
    auto data = std::make_unique<QMimeData>();
    data->setImageData(picture);
    return data;
}

std::unique_ptr<QMimeData> holdingFile(const QString &path)
{
    auto data = std::make_unique<QMimeData>();
    data->setUrls({QUrl::fromLocalFile(path)});
    data->setText(path); // File managers add it.
    return data;
}

void drop(QWidget &target, const QMimeData &data)
{
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&target, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&target, &event);
    QVERIFY(event.isAccepted());
}

void paste(QWidget &target, std::unique_ptr<QMimeData> data)
{
    QGuiApplication::clipboard()->setMimeData(data.release());
    QTest::keySequence(&target, QKeySequence::Paste);
}

void press(QWidget &inside, const QString &text)
{
    const QList<Button *> buttons = inside.findChildren<Button *>();
    const auto found =
        std::find_if(buttons.begin(), buttons.end(), [&](auto *button) { return button->text() == text; });
    QVERIFY2(found != buttons.end(), qPrintable(text));
    QTest::keyClick(*found, Qt::Key_Space);
}

/// Pictures are looked at in the background, while the button that asks for one turns.
void waitForPictures(ShownSignIn &shown)
{
    QTRY_VERIFY(!shown.button(u"From a QR picture…"_s).isBusy());
}

void keep(QWidget &shown, const QString &name)
{
    const QString folder = qEnvironmentVariable("RIALTO_PICTURES");
    QCoreApplication::processEvents();
    if (!folder.isEmpty())
        shown.grab().save(folder + u"/qr-%1.png"_s.arg(name));
}

} // namespace

/// Servers are reached by pictures of QR codes, and one invites others by them.
class UiQrTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString fileOf(const QImage &picture, const QString &name = u"code.png"_s)
    {
        const QString path = m_folder.filePath(name);
        return picture.save(path) ? path : QString();
    }

private Q_SLOTS:
    void aChosenFileLeadsToItsServer()
    {
        ShownSignIn shown;
        const QString path = fileOf(ground({900, 700}, u"#eef4f6"_s, 240));
        QTimer::singleShot(0, qApp, [path] {
            auto *chooser = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
            QVERIFY(chooser);
            chooser->selectFile(path);
            static_cast<QDialog *>(chooser)->accept();
        });
        shown.button(u"From a QR picture…"_s).click();
        QTRY_COMPARE(shown.page->server(), address);
        QCOMPARE(shown.line(field).text(), address);
        QCOMPARE(shown.errorOf(field), QString());
    }

    void droppedAndPastedPicturesLeadToTheirServer()
    {
        const QString path = fileOf(codeOf(qrLink), u"code.jpg"_s);
        const auto leads = [](ShownSignIn &shown) { return shown.page->server() == address; };
        ShownSignIn page;
        drop(*page.page, *holdingFile(path));
        QTRY_VERIFY(leads(page));
        ShownSignIn fields;
        drop(fields.line(u"Account name"_s), *holding(codeOf(qrLink)));
        QTRY_VERIFY(leads(fields));
        QCOMPARE(fields.line(u"Account name"_s).text(), QString());
        ShownSignIn pasted;
        paste(pasted.line(field), holding(codeOf(qrLink)));
        QTRY_VERIFY(leads(pasted));
        ShownSignIn elsewhere;
        paste(elsewhere.button(u"Connect"_s), holdingFile(path));
        QTRY_VERIFY(leads(elsewhere));
    }

    void wordsArePastedAsWords()
    {
        ShownSignIn shown;
        auto cells = holding(codeOf(qrLink));
        cells->setText(u"chat.local"_s);
        paste(shown.line(field), std::move(cells));
        QCOMPARE(shown.line(field).text(), u"chat.local"_s);
        QVERIFY(shown.page->server().isEmpty());
    }

    void theCodeThatLeadsSomewhereIsTaken()
    {
        QImage both(900, 400, QImage::Format_RGB32);
        both.fill(Qt::white);
        QPainter painter(&both);
        painter.drawImage(20, 20, codeOf(u"https://example.org/menu"_s));
        painter.drawImage(450, 20, codeOf(qrLink));
        painter.end();
        ShownSignIn shown;
        drop(*shown.page, *holding(both));
        QTRY_COMPARE(shown.page->server(), address);
    }

    /// Each ends with its own words, in their order, and the window goes on meanwhile.
    void severalPicturesWaitForEachOther()
    {
        ShownSignIn shown;
        QStringList heard;
        QrEntry entry(*shown.page);
        connect(&entry, &QrEntry::busyChanged, this, [&](bool busy) { heard.append(busy ? u"busy"_s : u"done"_s); });
        connect(&entry, &QrEntry::addressFound, this, [&] { heard.append(u"found"_s); });
        connect(&entry, &QrEntry::refused, this, [&] { heard.append(u"refused"_s); });
        entry.read(codeOf(qrLink));
        entry.read({});
        entry.readFile(m_folder.filePath(u"missing.png"_s));
        QCOMPARE(heard, QStringList{u"busy"_s});
        QTRY_COMPARE(heard.size(), 5);
        QCOMPARE(heard, (QStringList{u"busy"_s, u"found"_s, u"refused"_s, u"done"_s, u"refused"_s}));
        entry.read(codeOf(qrLink)); // Goes with the page, whatever is under way.
    }

    void linksToThingsAreHandedOn()
    {
        ShownSignIn shown;
        QSignalSpy found(shown.page.get(), &SignInPage::linkFound);
        drop(*shown.page, *holding(codeOf(qrLink + u"/rooms/7"_s)));
        QTRY_COMPARE(found.size(), 1);
        QCOMPARE(found.first().first().toUrl(), QUrl(qrLink + u"/rooms/7"_s));
        QVERIFY(shown.page->server().isEmpty());
    }

    void refusesInWords()
    {
        ShownSignIn shown;
        const auto refusal = [&](std::unique_ptr<QMimeData> data) {
            drop(*shown.page, *data);
            waitForPictures(shown);
            return shown.page->server().isEmpty() ? shown.errorOf(field) : u"taken"_s;
        };
        QImage blank(300, 300, QImage::Format_RGB32);
        blank.fill(Qt::gray);
        QVERIFY(refusal(holding(blank)).startsWith("No QR code is seen"_L1));
        for (const QString &text : {u"WIFI:S:net;T:WPA;P:secret;;"_s, u"https://example.org/menu"_s, u"two words"_s,
                                    u"rialto://name@host/rooms/1"_s, u"javascript:alert(1)"_s})
            QVERIFY2(refusal(holding(codeOf(text))).startsWith("This QR code leads to no"_L1), qPrintable(text));
        QFile text(m_folder.filePath(u"notes.png"_s));
        QVERIFY(text.open(QIODevice::WriteOnly) && text.write("no picture") > 0);
        text.close();
        QCOMPARE(refusal(holdingFile(text.fileName())),
                 u"notes.png is no picture that can be read: choose a PNG, JPEG, WebP or GIF."_s);
        QVERIFY(shown.line(field).hasFocus() || !shown.page->isActiveWindow());
        keep(*shown.page, u"refused"_s);
    }

    void anInvitationShowsItsLinkAndItsCode()
    {
        ShownSignIn shown;
        for (const ThemeChoice look : {ThemeChoice::Light, ThemeChoice::Dark}) {
            shown.theme.setChoice(look);
            InviteDialog dialog(shown.theme, *ServerAddress::parse(qrLink), {}, shown.page.get());
            dialog.show();
            QCOMPARE(readQrCodes(dialog.grab().toImage()), {qrLink});
            const auto *code = dialog.findChild<QrPicture *>();
            QVERIFY(code->accessibleName().contains(qrLink));
            QCOMPARE(readQrCodes(code->image()), {qrLink});
            QVERIFY(!dialog.findChild<CertificateStrip *>());
            press(dialog, u"Copy picture"_s);
            QCOMPARE(readQrCodes(QGuiApplication::clipboard()->image()), {qrLink});
            press(dialog, u"Copy link"_s);
            QCOMPARE(QGuiApplication::clipboard()->text(), qrLink);
            press(dialog, u"Copied"_s);
        }
    }

    void anInvitationSaysWhatOthersWillSee();
    void looks();
};

void UiQrTest::anInvitationSaysWhatOthersWillSee()
{
    ShownSignIn shown;
    const auto warnings = [](const InviteDialog &dialog) {
        const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
        return std::count_if(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->property("tone") == u"warning"_s && label->text().startsWith("Only this machine"_L1);
        });
    };
    InviteDialog secure(shown.theme, *ServerAddress::parse(qrLink), u"AA:BB"_s, shown.page.get());
    secure.show();
    auto *strip = secure.findChild<CertificateStrip *>();
    QVERIFY(strip && strip->isVisible() && !strip->isAlarm());
    for (const Button *button : strip->findChildren<Button *>())
        QVERIFY(!button->isVisible());
    QCOMPARE(warnings(secure), 0);
    InviteDialog here(shown.theme, *ServerAddress::parse(u"127.0.0.1"_s), {}, shown.page.get());
    QCOMPARE(warnings(here), 1);
    // Without encryption the other form of address says so.
    InviteDialog plain(shown.theme, *ServerAddress::parse(u"http://10.0.0.5"_s), {}, shown.page.get());
    QCOMPARE(plain.findChild<TextField *>()->text(), u"http://10.0.0.5:3000"_s);
}

/// Only for looking at.
void UiQrTest::looks()
{
    ShownSignIn shown;
    QStringList pairs;
    for (int i = 0; i < 32; ++i)
        pairs.append(QString::number(16 + 7 * i, 16).right(2).toUpper());
    const auto look = [&](const QString &name, const QString &where) {
        InviteDialog dialog(shown.theme, *ServerAddress::parse(where), pairs.join(u':'), shown.page.get());
        dialog.show();
        keep(dialog, u"invite-"_s + name);
        keep(*shown.page, u"sign-in-"_s + name);
    };
    shown.theme.setChoice(ThemeChoice::Light);
    look(u"light"_s, qrLink);
    shown.theme.setChoice(ThemeChoice::Dark);
    look(u"dark"_s, qrLink);
    shown.language.set(u"ru"_s);
    look(u"ru"_s, u"localhost"_s);
    shown.theme.setChoice(ThemeChoice::Light);
    shown.theme.setTextSize(200);
    look(u"200"_s, qrLink);
    shown.theme.setTextSize(80);
    shown.language.set(u"uk"_s);
    qApp->setLayoutDirection(Qt::RightToLeft);
    look(u"80-mirrored"_s, qrLink);
    qApp->setLayoutDirection(Qt::LeftToRight);
}

QTEST_MAIN(UiQrTest)
#include "ui_qr_test.moc"
