#include <QFileDialog>
#include <QProgressBar>

#include "client/Desk.h"
#include "client/Menus.h"
#include "features/chat/ExportDialog.h"
#include "features/chat/RoomHeader.h"
#include "features/chat/model/ChatWriter.h"
#include "support/Places.h"
#include "support/Wire.h"
#include "ui/Toast.h"

using namespace rialto;
using namespace Qt::StringLiterals;

/// Exporting a room from its menu, over a wire that can be held (U87, U89).
class UiExportTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<RealServer> m_server;
    std::unique_ptr<Wire> m_wire;
    std::unique_ptr<Desk> m_desk;
    QTemporaryDir m_folder;
    RoomId m_room;

    ExportDialog *dialog() { return m_desk->app().window().findChild<ExportDialog *>(); }
    /// Through the menu of the room and the chooser, as a person goes.
    void exportTo(const QString &target)
    {
        inMenu({u"Export…"_s});
        QTimer::singleShot(0, qApp, [this, target] {
            QTRY_VERIFY_WITH_TIMEOUT(qobject_cast<QFileDialog *>(QApplication::activeModalWidget()), patienceMs);
            auto *chooser = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
            auto *field = chooser->findChild<QLineEdit *>(u"fileNameEdit"_s);
            field->setText(target);
            QTest::keyClick(field, Qt::Key_Return);
        });
        for (IconButton *button : m_desk->find<RoomHeader>().findChildren<IconButton *>()) {
            if (button->accessibleName() == "Room menu"_L1)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_VERIFY(dialog());
    }
    bool dialogSays(const QString &words)
    {
        const auto labels = dialog()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    bool windowSays(const QString &words)
    {
        const auto toasts = m_desk->app().window().findChildren<Toast *>();
        return std::any_of(toasts.begin(), toasts.end(), [&](const Toast *toast) {
            return toast->isVisible() && toast->accessibleName().contains(words);
        });
    }
    QStringList files() const
    {
        return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<RealServer>(places::program(u"rialto-server"_s));
        QVERIFY2(m_server->start(), qPrintable(m_server->output()));
        m_wire = std::make_unique<Wire>(m_server->port());
        m_desk = std::make_unique<Desk>(m_wire->address());
        m_desk->enter(u"anna"_s, true);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->isOnline(), patienceMs);
        m_room = m_desk->makeRoom(u"Dock"_s);
        QVERIFY(m_room.isValid());
        Session &session = *m_desk->app().session();
        // Several pages of the export, the last of them far longer than what the wire lets through.
        for (int i = 0; i < 450; ++i)
            QVERIFY(session.openRoom(m_room)->send(QString::number(i) + QString(200, u'x')));
        QTRY_COMPARE_WITH_TIMEOUT(session.unsentCount(), 0, 4 * patienceMs);
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    }
    void cleanup()
    {
        m_wire->release();
        QTRY_VERIFY(!dialog() || !dialog()->isVisible());
        for (const QString &name : files())
            QFile::remove(m_folder.filePath(name));
    }

    void oneSeesHowFarItIsAndWhereItWent()
    {
        m_wire->holdDownAfter(60'000);
        exportTo(m_folder.filePath(u"dock.json"_s));
        QTRY_VERIFY_WITH_TIMEOUT(dialogSays(u"1 message written"_s), patienceMs);
        auto *bar = dialog()->findChild<QProgressBar *>();
        QVERIFY(bar && bar->isVisible() && !bar->accessibleName().isEmpty());
        QVERIFY(!files().contains(u"dock.json"_s));
        m_wire->release();
        QTRY_VERIFY_WITH_TIMEOUT(windowSays(u"Saved as dock.json"_s), patienceMs);
        QCOMPARE(files(), QStringList{u"dock.json"_s});
    }

    void whatIsCancelledLeavesNothingBehind()
    {
        m_wire->holdDownAfter(60'000);
        exportTo(m_folder.filePath(u"dock.md"_s));
        QTRY_VERIFY_WITH_TIMEOUT(dialogSays(u"1 message written"_s), patienceMs);
        QVERIFY(!files().contains(u"dock.md"_s));
        Desk::click(*dialog(), u"Cancel"_s);
        QTRY_VERIFY(!dialog());
        QCOMPARE(files(), QStringList());
        m_wire->release();
        m_desk->say(u"after it"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->lastWords(), u"anna: after it"_s, patienceMs);
        QCOMPARE(files(), QStringList());
        QVERIFY(!windowSays(u"Saved as dock.md"_s));
    }

    void anOlderExportStaysWhenTheNewOneIsCancelled()
    {
        QFile older(m_folder.filePath(u"dock.md"_s));
        QVERIFY(older.open(QFile::WriteOnly) && older.write("older") == 5);
        older.close();
        m_wire->holdDownAfter(60'000);
        RoomExport *const work = m_desk->app().session()->exportRoom(m_room, older.fileName());
        ExportDialog dialog(m_desk->app().theme(), work, &m_desk->app().window());
        dialog.open();
        QSignalSpy progressed(work, &RoomExport::progressed);
        QVERIFY(progressed.wait(patienceMs));
        Desk::click(dialog, u"Cancel"_s);
        QTRY_VERIFY(!dialog.isVisible());
        QVERIFY(older.open(QFile::ReadOnly));
        QCOMPARE(older.readAll(), "older");
    }

    void whereNothingCanBeWrittenIsToldInWords()
    {
        // Nobody can write there, whoever runs this.
        RoomExport *const work = m_desk->app().session()->exportRoom(m_room, u"/proc/dock.md"_s);
        ExportDialog dialog(m_desk->app().theme(), work, &m_desk->app().window());
        dialog.open();
        const auto says = [&] {
            const auto labels = dialog.findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
                return label->isVisible() && label->text() == "/proc/dock.md cannot be written."_L1;
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(says(), patienceMs);
        QVERIFY(!dialog.findChild<QProgressBar *>()->isVisible());
        QVERIFY(dialog.isVisible());
        Desk::click(dialog, u"Cancel"_s);
        QVERIFY(!dialog.isVisible());
    }
};

QTEST_MAIN(UiExportTest)
#include "ui_export_test.moc"
