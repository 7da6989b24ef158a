#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QtTest>

#include "client/ChatWindow.h"
#include "features/chat/FilePreviewDialog.h"
#include "features/chat/RoomPane.h"
#include "features/chat/RoomSwitcher.h"
#include "features/chat/model/MessageModel.h"
#include "ui/Button.h"
#include "ui/Toast.h"

using namespace rialto;
using namespace Qt::StringLiterals;

namespace {

/// A room of 200 messages, of which every tenth is one's own, and all are read.
void fillLongRoom(SampleAccount &sample)
{
    Cache cache(sample.profile().cacheFile(sample.account()));
    for (int i = 0; i < 200; ++i) {
        Message message = sampleMessage(1000 + i, SampleAccount::purchases, u"line %1"_s.arg(i), (200 - i) * 1000);
        if (i % 10 == 0)
            message.authorId = SampleAccount::me;
        cache.messages().merge(message);
    }
    Membership membership;
    membership.roomId = SampleAccount::purchases;
    membership.userId = SampleAccount::me;
    membership.lastReadMessageId = MessageId{2000};
    membership.version = 2;
    cache.entities().merge({u"membership"_s, SampleAccount::purchases.value}, membership);
}

} // namespace

/// What one does while the rows and the rooms move under one's hands: nothing goes to another message or room, nothing
/// is lost.
class UiMovingTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    static int rowOf(Shown &shown, const QString &text)
    {
        for (int row = 0; row < shown.timeline().rowCount(); ++row) {
            if (shown.timeline().rowData(row).message.text == text)
                return row;
        }
        return -1;
    }
    /// Opens the menu of a row, does something, and chooses what is called so.
    static void choose(
        Shown &shown, int row, const QString &words, const std::function<void()> &meanwhile = [] {})
    {
        QTimer::singleShot(0, qApp, [words, meanwhile] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY(menu);
            meanwhile();
            for (QAction *action : menu->actions()) {
                if (action->text() == words)
                    return QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
            }
            menu->close();
            QFAIL(qPrintable(words));
        });
        Q_EMIT shown.timeline().menuRequested(row, shown.app->window().mapToGlobal(QPoint(50, 50)));
    }
    static MessageModel &model(Shown &shown) { return *shown.app->session()->openRoom(SampleAccount::purchases); }
    QString aFile(const QString &name)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QFile::WriteOnly) || file.write("shelf") != 5)
            qFatal("The test cannot write its file");
        return file.fileName();
    }
    static void drop(QWidget &target, const QString &path)
    {
        QMimeData content;
        content.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(20, 10), Qt::CopyAction, &content, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&target, &enter);
        QDragMoveEvent move(QPoint(20, 10), Qt::CopyAction, &content, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&target, &move);
        QDropEvent event(QPointF(20, 10), Qt::CopyAction, &content, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&target, &event);
    }
    static FilePreviewDialog *preview(Shown &shown)
    {
        for (FilePreviewDialog *dialog : shown.app->window().findChildren<FilePreviewDialog *>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }

private Q_SLOTS:
    void whatOneDeletesGoesAlsoWhenOneLooksElsewhere()
    {
        Shown shown(Role::Member, fillLongRoom);
        shown.open(SampleAccount::purchases);
        choose(shown, rowOf(shown, u"line 190"_s), u"Delete for everyone"_s);
        QVERIFY(shown.timeline().rowData(model(shown).rowOf(MessageId{1190})).message.deletedAt);
        model(shown).openAround(MessageId{1005});
        QVERIFY(rowOf(shown, u"line 5"_s) >= 0);
        QCOMPARE(model(shown).rowOf(MessageId{1190}), -1);
        shown.open(SampleAccount::stock);
        QCOMPARE(shown.app->session()->unsentCount(), 1);
        shown.open(SampleAccount::purchases);
        model(shown).jumpToNewest();
        QVERIFY(model(shown).row(model(shown).rowOf(MessageId{1190})).message.deletedAt);
    }

    void undoingWorksAlsoWhenOneLooksElsewhere()
    {
        Shown shown(Role::Member, fillLongRoom);
        shown.open(SampleAccount::purchases);
        choose(shown, rowOf(shown, u"line 190"_s), u"Delete for everyone"_s);
        model(shown).openAround(MessageId{1005});
        for (Button *button : shown.find<RoomPane>().findChildren<Button *>()) {
            if (button->isVisible() && button->text() == u"Undo"_s)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        model(shown).jumpToNewest();
        QVERIFY(rowOf(shown, u"line 190"_s) >= 0);
        shown.open(SampleAccount::stock);
        QCOMPARE(shown.app->session()->unsentCount(), 0);
    }

    void anEditIsTakenWhereverOneLooks()
    {
        Shown shown(Role::Member, fillLongRoom);
        shown.open(SampleAccount::purchases);
        choose(shown, rowOf(shown, u"line 190"_s), u"Edit"_s);
        model(shown).openAround(MessageId{1005});
        shown.field().setPlainText(u"mended"_s);
        QTest::keyClick(&shown.field(), Qt::Key_Return);
        QVERIFY(!shown.find<Composer>().isEditing());
        model(shown).jumpToNewest();
        QCOMPARE(model(shown).row(model(shown).rowOf(MessageId{1190})).message.text, u"mended"_s);
    }

    void aMenuMeansItsMessageThoughPagesArrive()
    {
        Shown shown(Role::Member, fillLongRoom);
        shown.open(SampleAccount::purchases);
        const int before = shown.timeline().rowCount();
        choose(shown, rowOf(shown, u"line 190"_s), u"Delete for everyone"_s, [&] { model(shown).loadOlder(); });
        QVERIFY(shown.timeline().rowCount() > before);
        QVERIFY(model(shown).row(model(shown).rowOf(MessageId{1190})).message.deletedAt);
        QVERIFY(!model(shown).row(model(shown).rowOf(MessageId{1140})).message.deletedAt);
    }

    void aMenuOfAMessageThatIsGoneSaysSo()
    {
        Shown shown(Role::Member, fillLongRoom);
        shown.open(SampleAccount::purchases);
        choose(shown, rowOf(shown, u"line 190"_s), u"Edit"_s, [&] { shown.open(SampleAccount::stock); });
        QVERIFY(!shown.find<Composer>().isEditing());
        auto *toast = shown.app->window().findChild<Toast *>();
        QCOMPARE(toast->text(), u"The message is gone."_s);
    }

    void filesGoToTheRoomTheyWereChosenFor()
    {
        Shown shown(Role::Member, fillLongRoom);
        shown.open(SampleAccount::purchases);
        drop(shown.find<RoomPane>(), aFile(u"shelf.txt"_s));
        FilePreviewDialog *const dialog = preview(shown);
        QVERIFY(dialog);
        shown.open(SampleAccount::stock);
        const int others = shown.timeline().rowCount();
        dialog->accept();
        QCOMPARE(shown.timeline().rowCount(), others);
        shown.open(SampleAccount::purchases);
        QCOMPARE(shown.last().message.attachments.value(0).name, u"shelf.txt"_s);
    }

    void filesDroppedOnTheFieldAreFiles()
    {
        Shown shown(Role::Member, fillLongRoom);
        shown.open(SampleAccount::purchases);
        drop(*shown.field().viewport(), aFile(u"shelf.txt"_s));
        QVERIFY(preview(shown));
        QVERIFY2(!shown.field().toPlainText().contains("file:"_L1), qPrintable(shown.field().toPlainText()));
    }

    void attachingWhileEditingKeepsDraftAndEdit()
    {
        Shown shown(Role::Member, fillLongRoom);
        shown.open(SampleAccount::purchases);
        shown.field().setPlainText(u"a draft"_s);
        choose(shown, rowOf(shown, u"line 190"_s), u"Edit"_s);
        drop(shown.find<RoomPane>(), aFile(u"shelf.txt"_s));
        QVERIFY(preview(shown));
        QCOMPARE(preview(shown)->caption(), QString());
        preview(shown)->accept();
        QCOMPARE(shown.last().message.attachments.size(), 1);
        QCOMPARE(shown.last().message.text, QString());
        QCOMPARE(shown.field().toPlainText(), u"line 190"_s);
        QTest::keyClick(&shown.field(), Qt::Key_Escape);
        QCOMPARE(shown.field().toPlainText(), u"a draft"_s);
    }

    void aCaptionThatIsRefusedStaysWithItsFiles()
    {
        Shown shown(Role::Member, fillLongRoom);
        shown.open(SampleAccount::purchases);
        const int before = shown.timeline().rowCount();
        drop(shown.find<RoomPane>(), aFile(u"shelf.txt"_s));
        auto *const caption = preview(shown)->findChild<QPlainTextEdit *>();
        caption->setPlainText(QString(20'000, u'x'));
        preview(shown)->accept();
        QVERIFY(preview(shown));
        QCOMPARE(shown.timeline().rowCount(), before);
        caption->setPlainText(u":rocket:"_s);
        preview(shown)->accept();
        QVERIFY(!preview(shown));
        QCOMPARE(shown.last().message.text, u"🚀"_s);
    }

    void everyFileIsReachedByTheMenu()
    {
        Shown shown(Role::Member, [](SampleAccount &sample) {
            Cache cache(sample.profile().cacheFile(sample.account()));
            Message message = sampleMessage(1000, SampleAccount::purchases, {});
            message.attachments = {{FileId{1}, u"a & b.png"_s, 10, u"image/png"_s, 20, 20, true},
                                   {FileId{2}, u"list.txt"_s, 10, u"text/plain"_s, 0, 0, false}};
            cache.messages().merge(message);
        });
        shown.open(SampleAccount::purchases);
        QStringList words;
        QTimer::singleShot(0, qApp, [&words] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY(menu);
            for (const QAction *action : menu->actions())
                words.append(action->text());
            menu->close();
        });
        Q_EMIT shown.timeline().menuRequested(shown.timeline().rowCount() - 1, QPoint(50, 50));
        QCOMPARE(words.mid(0, 3),
                 (QStringList{u"Open “a && b.png”"_s, u"Save “a && b.png”…"_s, u"Save “list.txt”…"_s}));
    }

    void severalMessagesAreForwardedAtOnce()
    {
        Shown shown;
        shown.open(SampleAccount::stock);
        shown.timeline().selectAll();
        int living = 0;
        for (int row = 0; row < shown.timeline().rowCount(); ++row)
            living += shown.timeline().rowData(row).message.deletedAt ? 0 : 1;
        QVERIFY(living > 1);
        QTimer::singleShot(0, qApp, [] {
            QTimer::singleShot(0, qApp, [] {
                auto *switcher = qobject_cast<RoomSwitcher *>(QApplication::activeModalWidget());
                QVERIFY(switcher);
                QTest::keyClicks(switcher->findChild<QLineEdit *>(), u"2026"_s);
                QTest::keyClick(switcher->findChild<QLineEdit *>(), Qt::Key_Return);
            });
        });
        choose(shown, 1, u"Forward %1 messages…"_s.arg(living));
        // There is no connection: they wait, all of them.
        QCOMPARE(shown.app->session()->unsentCount(), living);
    }

    void returnTakesNothingBackThatIsOnItsWay()
    {
        Shown shown(Role::Member, fillLongRoom);
        shown.open(SampleAccount::purchases);
        drop(shown.find<RoomPane>(), aFile(u"shelf.txt"_s));
        preview(shown)->accept();
        const int rows = shown.timeline().rowCount();
        shown.timeline().setFocus();
        QTest::keyClick(&shown.timeline(), Qt::Key_Down);
        QTest::keyClick(&shown.timeline(), Qt::Key_End);
        QTest::keyClick(&shown.timeline(), Qt::Key_Return);
        QCOMPARE(shown.timeline().rowCount(), rows);
    }
};

QTEST_MAIN(UiMovingTest)
#include "ui_moving_test.moc"
