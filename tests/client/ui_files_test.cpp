#include <QClipboard>
#include <QFileDialog>
#include <QListView>
#include <QMimeData>

#include "client/Desk.h"
#include "features/chat/AttachmentPane.h"
#include "features/chat/DetailsPane.h"
#include "features/chat/FilePreviewDialog.h"
#include "features/chat/PictureViewer.h"
#include "features/chat/RoomHeader.h"
#include "features/chat/RoomPane.h"
#include "features/chat/model/ChatWriter.h"
#include "support/Places.h"
#include "ui/Chip.h"
#include "ui/ElidedLabel.h"
#include "ui/RowButton.h"

using namespace rialto;
using namespace Qt::StringLiterals;

/// Files in the windows of two people, by real keys, clicks and drops, against the real server.
class UiFilesTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<RealServer> m_server;
    QTemporaryDir m_folder;

    QString aFile(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
            qFatal("The test cannot write its file");
        return file.fileName();
    }
    static void drop(Desk &desk, const QStringList &paths)
    {
        QMimeData content;
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls.append(QUrl::fromLocalFile(path));
        content.setUrls(urls);
        // What is dropped goes to the widget that took it when it came in.
        QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &content, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&desk.find<RoomPane>(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(20, 20), Qt::CopyAction, &content, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&desk.find<RoomPane>(), &event);
    }
    static FilePreviewDialog *preview(Desk &desk)
    {
        FilePreviewDialog *dialog = nullptr;
        return QTest::qWaitFor([&] { return (dialog = desk.app().window().findChild<FilePreviewDialog *>()); })
                   ? dialog
                   : nullptr;
    }
    static TimelineEntry last(Desk &desk)
    {
        TimelineView &timeline = desk.find<TimelineView>();
        return timeline.rowCount() > 0 ? timeline.rowData(timeline.rowCount() - 1) : TimelineEntry();
    }
    static QPoint lastPicture(Desk &desk)
    {
        TimelineView &timeline = desk.find<TimelineView>();
        return timeline.bubbleRect(timeline.rowCount() - 1).topLeft() + QPoint(80, 80);
    }
    static QColor colourAt(Desk &desk, QPoint point)
    {
        return desk.find<TimelineView>().viewport()->grab().toImage().pixelColor(point);
    }
    static bool shows(Desk &desk, const QString &words)
    {
        const auto labels = desk.app().window().findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    void meet(Desk &desk, const QString &name)
    {
        desk.enter(name, true);
        QTRY_VERIFY_WITH_TIMEOUT(desk.isOnline(), patienceMs);
        desk.app().window().resize(1100, 760);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<RealServer>(places::program(u"rialto-server"_s),
                                                QStringList{u"--name"_s, u"Office <b>1</b>"_s});
        QVERIFY2(m_server->start(), qPrintable(m_server->output()));
    }

    void aPictureIsPastedSeenEnlargedAndSaved()
    {
        Desk anna(m_server->address());
        meet(anna, u"anna"_s);
        QVERIFY(anna.makeRoom(u"Photos"_s).isValid());
        QImage image(800, 600, QImage::Format_RGB32);
        image.fill(QColor(20, 160, 60));
        QGuiApplication::clipboard()->setImage(image);
        QTest::keyClick(&anna.find<Composer>().field(), Qt::Key_V, Qt::ControlModifier);
        FilePreviewDialog *dialog = preview(anna);
        QVERIFY(dialog);
        QTest::keyClicks(dialog->findChild<QPlainTextEdit *>(), u"The shelf"_s);
        anna.picture(u"files-preview"_s);
        QTest::keyClick(dialog->findChild<QPlainTextEdit *>(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(last(anna).state == DeliveryState::Sent && !last(anna).message.attachments.isEmpty(),
                                 patienceMs);
        QCOMPARE(last(anna).message.text, u"The shelf"_s);
        QCOMPARE(last(anna).message.attachments.first().width, 800);

        Desk boris(m_server->address());
        meet(boris, u"boris"_s);
        QTRY_VERIFY_WITH_TIMEOUT(boris.roomCalled(u"Photos"_s).isValid(), patienceMs);
        boris.find<RoomListPane>().setCurrentRoom(boris.roomCalled(u"Photos"_s));
        Desk::click(boris.app().window(), u"Join room"_s);
        QTRY_COMPARE_WITH_TIMEOUT(last(boris).message.text, u"The shelf"_s, patienceMs);
        // The thumbnail is loaded when it is painted for the first time.
        QTRY_VERIFY_WITH_TIMEOUT(colourAt(boris, lastPicture(boris)).green() > 140 &&
                                     colourAt(boris, lastPicture(boris)).red() < 60,
                                 patienceMs);
        boris.picture(u"files-thumbnail"_s);
        QTest::mouseClick(boris.find<TimelineView>().viewport(), Qt::LeftButton, {}, lastPicture(boris));
        PictureViewer *viewer = boris.app().window().findChild<PictureViewer *>();
        QVERIFY(viewer);
        QTRY_VERIFY_WITH_TIMEOUT(viewer->isLoaded(), patienceMs);
        QTest::keyClick(viewer, Qt::Key_Plus);
        QVERIFY(viewer->zoom() > 1);
        const QString target = m_folder.filePath(u"saved.png"_s);
        inDialog([&](QWidget &chooser) {
            auto *dialogue = qobject_cast<QFileDialog *>(&chooser);
            QVERIFY(dialogue);
            dialogue->findChild<QLineEdit *>(u"fileNameEdit"_s)->setText(target);
            QTest::keyClick(dialogue->findChild<QLineEdit *>(u"fileNameEdit"_s), Qt::Key_Return);
        });
        QTest::keyClick(viewer, Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(QImage(target).size(), QSize(800, 600), patienceMs);
        QTest::keyClick(viewer, Qt::Key_Escape);
        QTRY_VERIFY(!boris.app().window().findChild<PictureViewer *>());
        // What is withdrawn is on no disk but those it was saved to.
        const QDir kept(boris.app().session()->fileFolder() + u"/pictures"_s);
        QCOMPARE(kept.entryList(QDir::Files).size(), 2);
        anna.app().session()->openRoom(anna.roomCalled(u"Photos"_s))->remove(0);
        QTRY_VERIFY_WITH_TIMEOUT(last(boris).message.deletedAt, patienceMs);
        QTRY_VERIFY(kept.entryList(QDir::Files).isEmpty());
    }

    void whatCannotBeSentIsSaidBeforeAndTheWordsStay()
    {
        Desk olena(m_server->address());
        meet(olena, u"olena"_s);
        QVERIFY(olena.makeRoom(u"Papers"_s).isValid());
        QTest::keyClicks(&olena.find<Composer>().field(), u"see this"_s);
        drop(olena, {aFile(u"nothing.txt"_s, {})});
        QVERIFY(shows(olena, u"nothing.txt is empty."_s));
        QCOMPARE(olena.find<Composer>().text(), u"see this"_s);
        // What can be sent goes on; what cannot is named beside it.
        drop(olena, {m_folder.filePath(u"missing.txt"_s), aFile(u"Накладна.txt"_s, "12 lamps")});
        FilePreviewDialog *dialog = preview(olena);
        QVERIFY(dialog);
        QVERIFY(shows(olena, u"missing.txt cannot be read."_s));
        QCOMPARE(dialog->caption(), u"see this"_s);
        Desk::click(*dialog, u"Send"_s);
        QTRY_VERIFY_WITH_TIMEOUT(last(olena).state == DeliveryState::Sent && !last(olena).message.attachments.isEmpty(),
                                 patienceMs);
        QCOMPARE(last(olena).message.attachments.first().name, u"Накладна.txt"_s);
        QVERIFY(olena.find<Composer>().text().isEmpty());
        olena.picture(u"files-document"_s);
    }

    /// Beside the room: what is sent while one looks is there, what is deleted goes.
    void allThatWasSentLiesBesideTheRoom()
    {
        Desk mira(m_server->address());
        meet(mira, u"mira"_s);
        QCOMPARE(mira.find<RoomListPane>().findChild<ElidedLabel *>()->fullText(), u"Office <b>1</b>"_s);
        QVERIFY(mira.makeRoom(u"Papers"_s).isValid());
        Q_EMIT mira.find<RoomHeader>().detailsRequested();
        for (RowButton *row : mira.find<DetailsPane>().findChildren<RowButton *>()) {
            if (row->text() == "Files and photos"_L1)
                QTest::mouseClick(row, Qt::LeftButton);
        }
        auto &files = mira.find<AttachmentPane>();
        QVERIFY(files.isVisible());
        QTest::mouseClick(files.findChildren<Chip *>().last(), Qt::LeftButton);
        const auto names = [&files] {
            QStringList shown;
            for (const QListView *list : files.findChildren<QListView *>()) {
                for (int row = 0; list->isVisible() && row < list->model()->rowCount(); ++row)
                    shown.append(list->model()->index(row, 0).data().toString());
            }
            return shown;
        };
        const auto send = [&](const QString &name) {
            drop(mira, {aFile(name, "Ten lamps")});
            Desk::click(*preview(mira), u"Send"_s);
        };
        send(u"first.txt"_s);
        QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList{u"first.txt"_s}, patienceMs);
        send(u"second.txt"_s);
        QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList({u"second.txt"_s, u"first.txt"_s}), patienceMs);
        mira.picture(u"files-beside"_s);
        QTRY_VERIFY_WITH_TIMEOUT(last(mira).state == DeliveryState::Sent, patienceMs);
        QVERIFY(mira.app().session()->chatWriter().remove(last(mira).message));
        QTRY_COMPARE_WITH_TIMEOUT(names(), QStringList{u"first.txt"_s}, patienceMs);
    }

    void aFileWaitsForTheServerAndIsTakenBackByAClick()
    {
        Desk ivan(m_server->address());
        meet(ivan, u"ivan"_s);
        QVERIFY(ivan.makeRoom(u"Far"_s).isValid());
        m_server->kill();
        QTRY_VERIFY_WITH_TIMEOUT(!ivan.isOnline(), patienceMs);
        drop(ivan, {aFile(u"plan.txt"_s, "plan")});
        QVERIFY(preview(ivan));
        Desk::click(*preview(ivan), u"Send"_s);
        TimelineView &timeline = ivan.find<TimelineView>();
        QTRY_COMPARE(timeline.rowCount(), 1);
        QCOMPARE(last(ivan).state, DeliveryState::Pending);
        ivan.picture(u"files-waiting"_s);
        QTest::mouseClick(timeline.viewport(), Qt::LeftButton, {}, timeline.bubbleRect(0).topLeft() + QPoint(40, 24));
        QTRY_COMPARE(timeline.rowCount(), 0);
        QVERIFY2(m_server->start(), qPrintable(m_server->output()));
        QTRY_VERIFY_WITH_TIMEOUT(ivan.isOnline(), patienceMs);
        ivan.say(u"after all"_s);
        QTRY_COMPARE_WITH_TIMEOUT(ivan.lastWords(), u"ivan: after all"_s, patienceMs);
        QCOMPARE(timeline.rowCount(), 1);
    }
};

QTEST_MAIN(UiFilesTest)
#include "ui_files_test.moc"
