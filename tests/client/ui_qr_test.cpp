#include <QClipboard>
#include <QFileDialog>
#include <QMimeData>
#include <QtTest>

#include "client/QrPictures.h"
#include "client/ShownSignIn.h"

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

void keep(QWidget &shown, const QString &name)
{
    const QString folder = qEnvironmentVariable("RIALTO_PICTURES");
    QCoreApplication::processEvents();
    if (!folder.isEmpty())
        shown.grab().save(folder + u"/qr-%1.png"_s.arg(name));
}

} // namespace

/// Servers are reached by pictures of QR codes.
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
        QCOMPARE(shown.page->server(), address);
        QCOMPARE(shown.line(field).text(), address);
        QCOMPARE(shown.errorOf(field), QString());
    }

    void droppedAndPastedPicturesLeadToTheirServer()
    {
        const QString path = fileOf(codeOf(qrLink), u"code.jpg"_s);
        const auto leads = [](ShownSignIn &shown) { return shown.page->server() == address; };
        ShownSignIn page;
        drop(*page.page, *holdingFile(path));
        QVERIFY(leads(page));
        ShownSignIn fields;
        drop(fields.line(u"Account name"_s), *holding(codeOf(qrLink)));
        QVERIFY(leads(fields));
        QCOMPARE(fields.line(u"Account name"_s).text(), QString());
        ShownSignIn pasted;
        paste(pasted.line(field), holding(codeOf(qrLink)));
        QVERIFY(leads(pasted));
        ShownSignIn elsewhere;
        paste(elsewhere.button(u"Connect"_s), holdingFile(path));
        QVERIFY(leads(elsewhere));
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
        QCOMPARE(shown.page->server(), address);
    }

    void linksToThingsAreHandedOn()
    {
        ShownSignIn shown;
        QSignalSpy found(shown.page.get(), &SignInPage::linkFound);
        drop(*shown.page, *holding(codeOf(qrLink + u"/rooms/7"_s)));
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().first().toUrl(), QUrl(qrLink + u"/rooms/7"_s));
        QVERIFY(shown.page->server().isEmpty());
    }

    void refusesInWords()
    {
        ShownSignIn shown;
        const auto refusal = [&](std::unique_ptr<QMimeData> data) {
            drop(*shown.page, *data);
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
};

QTEST_MAIN(UiQrTest)
#include "ui_qr_test.moc"
