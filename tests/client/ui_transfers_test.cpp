#include <QFileDialog>
#include <QMenu>
#include <QMimeData>

#include "client/Desk.h"
#include "features/chat/FilePreviewDialog.h"
#include "features/chat/RoomPane.h"
#include "support/Places.h"
#include "support/Wire.h"
#include "ui/Toast.h"

using namespace rialto;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMegabyte = 1024 * 1024;

QByteArray contentOf(qsizetype size)
{
    QByteArray content(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        content[i] = static_cast<char>(i * 13 + i / 509);
    return content;
}

} // namespace

/// Files on their way in a window, by real clicks, over a wire that is held and cut.
class UiTransfersTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<RealServer> m_server;
    std::unique_ptr<Wire> m_wire;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<QTemporaryDir> m_folder;

    void meet(const QString &name, const QStringList &flags = {})
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<RealServer>(places::program(u"rialto-server"_s), flags);
        QVERIFY2(m_server->start(), qPrintable(m_server->output()));
        m_wire = std::make_unique<Wire>(m_server->port());
        m_desk = std::make_unique<Desk>(m_wire->address());
        m_desk->enter(name, true);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->isOnline(), patienceMs);
        m_desk->app().window().resize(1100, 760);
        QVERIFY(m_desk->makeRoom(u"Films"_s).isValid());
    }
    QString aFile(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder->filePath(name));
        if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
            qFatal("The test cannot write its file");
        return file.fileName();
    }
    void drop(const QStringList &paths)
    {
        QMimeData content;
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls.append(QUrl::fromLocalFile(path));
        content.setUrls(urls);
        QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &content, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&m_desk->find<RoomPane>(), &enter);
        QDropEvent event(QPointF(20, 20), Qt::CopyAction, &content, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&m_desk->find<RoomPane>(), &event);
    }
    FilePreviewDialog *preview()
    {
        for (FilePreviewDialog *dialog : m_desk->app().window().findChildren<FilePreviewDialog *>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
    void send(const QString &path)
    {
        drop({path});
        QTRY_VERIFY(preview());
        Desk::click(*preview(), u"Send"_s);
        QTRY_VERIFY(!preview());
    }
    TimelineView &timeline() { return m_desk->find<TimelineView>(); }
    int lastRow() { return timeline().rowCount() - 1; }
    TimelineEntry last() { return lastRow() >= 0 ? timeline().rowData(lastRow()) : TimelineEntry(); }
    FileTransfer transfer() { return last().message.attachments.isEmpty() ? FileTransfer() : transferOf(last(), 0); }
    QPoint glyph() { return timeline().bubbleRect(lastRow()).topLeft() + QPoint(30, 24); }
    void clickAtFile() { QTest::mouseClick(timeline().viewport(), Qt::LeftButton, {}, glyph()); }
    static void chooseName(const QString &target)
    {
        inDialog([target](QWidget &chooser) {
            auto *field = chooser.findChild<QLineEdit *>(u"fileNameEdit"_s);
            QVERIFY(field);
            field->setText(target);
            QTest::keyClick(field, Qt::Key_Return);
        });
    }
    /// A message with a large file that the server has.
    void haveFilm(const QByteArray &content)
    {
        send(aFile(u"film.bin"_s, content));
        QTRY_VERIFY_WITH_TIMEOUT(last().state == DeliveryState::Sent && transfer().total == 0, patienceMs);
    }
    static QByteArray contentIn(const QString &path)
    {
        QFile file(path);
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }
    bool shows(const QString &words)
    {
        const auto labels = m_desk->app().window().findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    bool says(const QString &words)
    {
        const auto toasts = m_desk->app().window().findChildren<Toast *>();
        return std::any_of(toasts.begin(), toasts.end(), [&](const Toast *toast) {
            return toast->isVisible() && toast->accessibleName().contains(words);
        });
    }
    /// The colours of the bar below a file: how many of its pixels are in the colour of what has come.
    int barPixels()
    {
        const QImage shown = timeline().viewport()->grab().toImage();
        const QColor accent = m_desk->app().theme().colors().accent;
        const QRect bubble = timeline().bubbleRect(lastRow());
        int most = 0;
        for (int y = bubble.top() + 48; y < bubble.bottom(); ++y) {
            int inLine = 0;
            for (int x = bubble.left() + 66; x < bubble.right(); ++x)
                inLine += shown.pixelColor(x, y) == accent ? 1 : 0;
            most = qMax(most, inLine);
        }
        return most;
    }

private Q_SLOTS:
    void cleanup()
    {
        m_desk.reset();
        m_wire.reset();
        m_server.reset();
    }

    void aFileBeingSavedShowsHowFarItIsAndIsGivenUpByAClick()
    {
        meet(u"anna"_s);
        const QByteArray content = contentOf(12 * kMegabyte);
        haveFilm(content);
        QCOMPARE(barPixels(), 0);
        m_wire->holdDownAfter(4 * kMegabyte);
        QTemporaryDir place;
        const QString target = place.filePath(u"saved.bin"_s);
        chooseName(target);
        clickAtFile();
        QTRY_VERIFY_WITH_TIMEOUT(transfer().done > 3 * kMegabyte, patienceMs);
        QCOMPARE(transfer().total, content.size());
        QVERIFY2(attachmentWords(last(), 0).endsWith(u" of 12.0 MB"_s), qPrintable(attachmentWords(last(), 0)));
        QTRY_VERIFY2(barPixels() > 20 && barPixels() < 120, qPrintable(QString::number(barPixels())));
        m_desk->picture(u"saving"_s);
        QVERIFY(!QFile::exists(target));
        QCOMPARE(QDir(place.path()).entryList(QDir::Files).size(), 1); // What has come, under a name of its own.
        clickAtFile();
        QCOMPARE(transfer().total, 0);
        QTRY_VERIFY(QDir(place.path()).entryList(QDir::Files).isEmpty());
        // Once more, and all of it: what stands there is replaced by the whole.
        m_wire->holdDownAfter(4 * kMegabyte);
        chooseName(target);
        clickAtFile();
        QTRY_VERIFY_WITH_TIMEOUT(transfer().done > 3 * kMegabyte, patienceMs);
        QFile before(target);
        QVERIFY(before.open(QFile::WriteOnly) && before.write("before") == 6);
        before.close();
        m_wire->release();
        QTRY_VERIFY_WITH_TIMEOUT(transfer().total == 0 && contentIn(target) == content, patienceMs);
        QCOMPARE(QDir(place.path()).entryList(QDir::Files), QStringList{u"saved.bin"_s});
        QTRY_VERIFY(says(u"Saved as saved.bin"_s));
    }

    void aCutDownloadSaysSoAndGoesOnWhereItWas()
    {
        meet(u"boris"_s);
        const QByteArray content = contentOf(9 * kMegabyte);
        haveFilm(content);
        m_wire->holdDownAfter(4 * kMegabyte);
        QTemporaryDir place;
        const QString target = place.filePath(u"saved.bin"_s);
        chooseName(target);
        clickAtFile();
        QTRY_VERIFY_WITH_TIMEOUT(transfer().done > 3 * kMegabyte, patienceMs);
        m_wire->breakOff();
        QTRY_VERIFY_WITH_TIMEOUT(!transfer().problem.isEmpty(), patienceMs);
        QVERIFY(attachmentWords(last(), 0).startsWith(u"Not saved. The server cannot be reached."_s));
        QVERIFY(!QFile::exists(target));
        m_wire->release();
        m_wire->asked.clear();
        m_wire->mend();
        // By itself, with the connection.
        QTRY_VERIFY_WITH_TIMEOUT(contentIn(target) == content, patienceMs);
        QCOMPARE(m_wire->asked.size(), 1);
        QVERIFY2(m_wire->asked.first().section(u'-', 0, 0).toLongLong() > 3 * kMegabyte,
                 qPrintable(m_wire->asked.first()));
        QCOMPARE(QDir(place.path()).entryList(QDir::Files), QStringList{u"saved.bin"_s});
    }

    void whatCannotBeSavedIsSaidAndTriedAgainByAClick()
    {
        meet(u"clara"_s);
        const QByteArray content = contentOf(6 * kMegabyte);
        haveFilm(content);
        m_wire->holdDownAfter(2 * kMegabyte);
        QTemporaryDir place;
        const QString target = place.filePath(u"saved.bin"_s);
        chooseName(target);
        clickAtFile();
        QTRY_VERIFY_WITH_TIMEOUT(transfer().done > kMegabyte, patienceMs);
        QVERIFY(QDir().mkdir(target)); // Its name is taken by what no file replaces.
        m_wire->release();
        QTRY_VERIFY_WITH_TIMEOUT(transfer().problem.contains(u"cannot be written"_s), patienceMs);
        QVERIFY(says(u"“film.bin” is not saved."_s));
        QVERIFY(QDir(place.path()).entryList(QDir::Files).isEmpty());
        QVERIFY(QDir().rmdir(target));
        clickAtFile();
        QTRY_VERIFY_WITH_TIMEOUT(contentIn(target) == content, patienceMs);
        QCOMPARE(transfer().total, 0);
    }

    void whatIsNotSavedIsGivenUpInTheMenu()
    {
        meet(u"dora"_s);
        haveFilm(contentOf(6 * kMegabyte));
        m_wire->holdDownAfter(2 * kMegabyte);
        QTemporaryDir place;
        chooseName(place.filePath(u"saved.bin"_s));
        clickAtFile();
        QTRY_VERIFY_WITH_TIMEOUT(transfer().done > kMegabyte, patienceMs);
        m_wire->breakOff();
        QTRY_VERIFY_WITH_TIMEOUT(!transfer().problem.isEmpty(), patienceMs);
        QTimer::singleShot(0, qApp, [] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY(menu);
            QCOMPARE(menu->actions().at(0)->text(), u"Go on saving “film.bin”"_s);
            QCOMPARE(menu->actions().at(1)->text(), u"Give up saving “film.bin”"_s);
            QTest::keyClick(menu, Qt::Key_Down);
            QTest::keyClick(menu, Qt::Key_Down);
            QTest::keyClick(menu, Qt::Key_Return);
        });
        timeline().setFocus();
        QTest::keyClick(&timeline(), Qt::Key_F10, Qt::ShiftModifier);
        QCOMPARE(transfer().total, 0);
        QTRY_VERIFY(QDir(place.path()).entryList(QDir::Files).isEmpty());
    }

    void aCutUploadGoesOnWhereItWas()
    {
        meet(u"emil"_s);
        const QByteArray content = contentOf(8 * kMegabyte);
        m_wire->holdUpAfter(4 * kMegabyte);
        send(aFile(u"film.bin"_s, content));
        QTRY_VERIFY_WITH_TIMEOUT(transfer().done > 3 * kMegabyte, patienceMs);
        QTRY_VERIFY2(barPixels() > 20 && barPixels() < 120, qPrintable(QString::number(barPixels())));
        m_wire->breakOff();
        QTRY_VERIFY_WITH_TIMEOUT(!m_desk->isOnline(), patienceMs);
        m_wire->sent.clear();
        m_wire->release();
        m_wire->mend();
        QTRY_VERIFY_WITH_TIMEOUT(last().state == DeliveryState::Sent && transfer().total == 0, patienceMs);
        QVERIFY(!m_wire->sent.isEmpty());
        QVERIFY2(m_wire->sent.first().section(u'-', 0, 0).toLongLong() >= 2 * kMegabyte,
                 qPrintable(m_wire->sent.first()));
        QCOMPARE(last().message.attachments.first().size, content.size());
    }

    void anUploadIsTakenBackWhileItsBytesRun()
    {
        meet(u"fedir"_s);
        m_wire->holdUpAfter(3 * kMegabyte);
        send(aFile(u"film.bin"_s, contentOf(8 * kMegabyte)));
        QTRY_VERIFY_WITH_TIMEOUT(transfer().done > 2 * kMegabyte, patienceMs);
        clickAtFile();
        QTRY_COMPARE(timeline().rowCount(), 0);
        const qsizetype sent = m_wire->sent.size();
        m_wire->release();
        m_desk->say(u"after all"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->lastWords(), u"fedir: after all"_s, patienceMs);
        QCOMPARE(timeline().rowCount(), 1);
        QCOMPARE(m_wire->sent.size(), sent);
        // And the next one goes.
        haveFilm(contentOf(1000));
        QCOMPARE(last().message.attachments.first().size, 1000);
    }

    void whatTheServerWouldRefuseIsRefusedBefore()
    {
        meet(u"gala"_s, {u"--file-size"_s, u"1"_s});
        const QString large = aFile(u"large.bin"_s, contentOf(2 * kMegabyte));
        const QString photo = aFile(u"photo.jpg"_s, QByteArray("\0\0\0\x18"
                                                               "ftypheic\0\0\0\0heic",
                                                               20));
        drop({large, photo});
        QVERIFY(!preview());
        QVERIFY(shows(u"large.bin has 2.0 MB; this server takes files of 1.0 MB at most."_s));
        QVERIFY(shows(u"photo.jpg is a picture of a kind (image/heic)"_s));
        // Beside what can be sent, in the dialog. Without a connection the limit is known too.
        m_wire->breakOff();
        m_desk->reopen();
        QTRY_VERIFY(m_desk->app().session());
        QTRY_VERIFY(m_desk->roomCalled(u"Films"_s).isValid());
        m_desk->find<RoomListPane>().setCurrentRoom(m_desk->roomCalled(u"Films"_s));
        drop({aFile(u"scan.dat"_s, QByteArray("II*\0\x08\0\0\0", 8)), aFile(u"small.txt"_s, "small"), large});
        QTRY_VERIFY(preview());
        QVERIFY(shows(u"large.bin has 2.0 MB; this server takes files of 1.0 MB at most."_s));
        QVERIFY(shows(u"scan.dat is a picture of a kind (image/tiff)"_s));
        Desk::click(*preview(), u"Send"_s);
        m_wire->mend();
        QTRY_VERIFY_WITH_TIMEOUT(last().state == DeliveryState::Sent && !last().message.attachments.isEmpty(),
                                 patienceMs);
        QCOMPARE(timeline().rowCount(), 1);
        QCOMPARE(last().message.attachments.size(), 1);
        QCOMPARE(last().message.attachments.first().name, u"small.txt"_s);
    }
};

QTEST_MAIN(UiTransfersTest)
#include "ui_transfers_test.moc"
