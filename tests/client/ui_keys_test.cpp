#include <QClipboard>
#include <QDesktopServices>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QtTest>

#include "client/ChatWindow.h"
#include "features/chat/NamesDialog.h"
#include "features/chat/PictureViewer.h"
#include "features/chat/RoomPane.h"
#include "features/chat/model/MessageModel.h"
#include "ui/ShortcutSheet.h"
#include "ui/Shortcuts.h"

using namespace rialto;
using namespace Qt::StringLiterals;

namespace {

/// Takes the addresses that would go to the browser.
class Browser : public QObject
{
    Q_OBJECT
public:
    Browser() { QDesktopServices::setUrlHandler(u"https"_s, this, "open"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(u"https"_s); }
    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened.append(url); }
};

void addPictures(SampleAccount &sample)
{
    Cache cache(sample.profile().cacheFile(sample.account()));
    for (int i = 0; i < 2; ++i) {
        Message message = sampleMessage(2000 + i, SampleAccount::purchases, {});
        for (int file = 0; file < 2 - i; ++file) {
            Attachment picture;
            picture.fileId = FileId{10 * (i + 1) + file};
            picture.name = u"picture %1-%2.png"_s.arg(i).arg(file);
            picture.size = 1000;
            picture.width = picture.height = 100;
            message.attachments.append(picture);
        }
        cache.messages().merge(message);
    }
}

/// In the sample, Maya has read all of the room and Dmytro one message less.
void addReaders(SampleAccount &sample)
{
    Cache cache(sample.profile().cacheFile(sample.account()));
    const std::pair<qint64, qint64> markers[] = {{3, 8}, {4, 9}};
    for (const auto &[person, read] : markers) {
        Member member;
        member.roomId = SampleAccount::stock;
        member.userId = UserId{person};
        member.lastReadMessageId = MessageId{read};
        member.version = 2;
        cache.entities().merge({u"member"_s, 1, person}, member);
    }
}

} // namespace

/// All that a click at a message does, by keys; offline.
class UiKeysTest : public QObject
{
    Q_OBJECT

    static int rowWith(Shown &shown, const QString &text)
    {
        for (int row = 0; row < shown.timeline().rowCount(); ++row) {
            if (shown.timeline().rowData(row).message.text.contains(text))
                return row;
        }
        return -1;
    }
    /// Goes to a message with the arrows.
    static void goTo(Shown &shown, int row)
    {
        shown.timeline().scrollToBottom();
        shown.timeline().setFocus(Qt::TabFocusReason);
        for (int i = 0; i < 300 && shown.timeline().currentRow() != row; ++i)
            QTest::keyClick(&shown.timeline(), shown.timeline().currentRow() > row ? Qt::Key_Up : Qt::Key_Down);
        QCOMPARE(shown.timeline().currentRow(), row);
    }
    /// What stands in the menu that a key opens; `chosen` of it is taken with the keys.
    static QStringList menuOf(Shown &shown, int row, const QString &chosen = {})
    {
        QStringList words;
        goTo(shown, row);
        QTimer::singleShot(0, qApp, [&words, chosen] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY(menu);
            for (const QAction *action : menu->actions())
                words.append(action->text());
            if (chosen.isEmpty() || !words.contains(chosen))
                return void(menu->close());
            for (int i = 0;
                 i < menu->actions().size() && (!menu->activeAction() || menu->activeAction()->text() != chosen); ++i)
                QTest::keyClick(menu, Qt::Key_Down);
            QTest::keyClick(menu, Qt::Key_Return);
        });
        QTest::keyClick(&shown.timeline(), Qt::Key_F10, Qt::ShiftModifier);
        return words;
    }

private Q_SLOTS:
    void returnOpensTheLinkAndTheMenuHasIt()
    {
        Browser browser;
        Shown shown;
        shown.open(SampleAccount::stock);
        const int row = rowWith(shown, u"docs/returns"_s);
        goTo(shown, row);
        QTest::keyClick(&shown.timeline(), Qt::Key_Return);
        QCOMPARE(browser.opened, QList<QUrl>{QUrl(u"https://office-server/docs/returns"_s)});
        menuOf(shown, row, u"Open https://office-server/docs/returns"_s);
        QCOMPARE(browser.opened.size(), 2);
        // A message without any opens nothing, and its menu offers nothing of the kind.
        goTo(shown, rowWith(shown, u"Перевірю"_s));
        QTest::keyClick(&shown.timeline(), Qt::Key_Return);
        QCOMPARE(browser.opened.size(), 2);
        for (const QString &words : menuOf(shown, rowWith(shown, u"Перевірю"_s)))
            QVERIFY(!words.startsWith(u"Open"_s) && !words.startsWith(u"Who reacted"_s) &&
                    !words.startsWith(u"Go to"_s));
    }

    void theQuotedMessageIsReachedByKeys()
    {
        Shown shown;
        shown.open(SampleAccount::stock);
        const int row = rowWith(shown, u"накладна в мене"_s);
        menuOf(shown, row, u"Go to the message it answers"_s);
        QTRY_COMPARE(shown.timeline().flashedRow(), rowWith(shown, u"4821"_s));
    }

    void returnGoesToTheQuotedMessage()
    {
        Shown shown;
        shown.open(SampleAccount::stock);
        goTo(shown, rowWith(shown, u"накладна в мене"_s));
        QTest::keyClick(&shown.timeline(), Qt::Key_Return);
        QTRY_COMPARE(shown.timeline().flashedRow(), rowWith(shown, u"4821"_s));
    }

    void whatIsHiddenIsShownAndCodeIsCopiedByKeys()
    {
        Shown shown;
        shown.open(SampleAccount::purchases);
        const int row = rowWith(shown, u"64,00"_s);
        goTo(shown, row);
        const QImage hidden = shown.timeline().viewport()->grab(shown.timeline().bubbleRect(row)).toImage();
        QVERIFY(shown.timeline().viewport()->grab(shown.timeline().bubbleRect(row)).toImage() == hidden);
        menuOf(shown, row, u"Show what is hidden"_s);
        QVERIFY(shown.timeline().viewport()->grab(shown.timeline().bubbleRect(row)).toImage() != hidden);
        QGuiApplication::clipboard()->clear();
        menuOf(shown, rowWith(shown, u"```"_s), u"Copy code “[shelf]”"_s);
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"[shelf]\npattern"_s));
        QVERIFY(!QGuiApplication::clipboard()->text().contains(u"Ось правило"_s));
    }

    void whoReactedAndWhoHasReadIsListed()
    {
        Shown shown(Role::Member, addReaders);
        shown.open(SampleAccount::stock);
        const auto listed = [&] {
            QStringList lines;
            auto *dialog = shown.app->window().findChild<NamesDialog *>();
            if (const auto *list = dialog ? dialog->findChild<QListWidget *>() : nullptr) {
                for (int i = 0; i < list->count(); ++i)
                    lines.append(list->item(i)->text());
            }
            delete dialog;
            return lines;
        };
        menuOf(shown, rowWith(shown, u"накладна в мене"_s), u"Who reacted…"_s);
        QCOMPARE(listed(), (QStringList{u"👍  Андрій Мельник"_s, u"👍  Олена Коваленко"_s, u"👍  Дмитрий Соколов"_s,
                                        u"❤️  Maya Lindqvist"_s}));
        // Message 8 both have read, message 9 only one of them; who wrote it is not among them.
        QCOMPARE(shown.timeline().rowData(7).message.id.value, 8);
        menuOf(shown, 7, u"Read by…"_s);
        QCOMPARE(listed(), (QStringList{u"Maya Lindqvist"_s, u"Дмитрий Соколов"_s}));
        menuOf(shown, 8, u"Read by…"_s);
        QCOMPARE(listed(), QStringList{u"Maya Lindqvist"_s});
        menuOf(shown, 9, u"Read by…"_s);
        QCOMPARE(listed(), QStringList());
    }

    void theMenuKeyOpensTheMenuOfTheNewestInSight()
    {
        Shown shown;
        shown.open(SampleAccount::stock);
        QStringList words;
        QTimer::singleShot(0, qApp, [&words] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY(menu);
            for (const QAction *action : menu->actions())
                words.append(action->text());
            menu->close();
        });
        QCOMPARE(shown.timeline().currentRow(), -1);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(5, 5), QPoint(5, 5));
        QApplication::sendEvent(shown.timeline().viewport(), &event);
        QVERIFY(words.contains(u"Reply"_s));
        QCOMPARE(shown.timeline().currentRow(), shown.timeline().rowCount() - 1);
    }

    void theSheetListsTheseKeys()
    {
        Shown shown;
        QVERIFY(QTest::qWaitForWindowActive(&shown.app->window()));
        QStringList words;
        QTimer::singleShot(0, qApp, [&words] {
            auto *sheet = qobject_cast<ShortcutSheet *>(QApplication::activeModalWidget());
            QVERIFY(sheet);
            for (const QLabel *label : sheet->findChildren<QLabel *>())
                words.append(label->text());
            sheet->reject();
        });
        QTest::keyClick(&shown.app->window(), Qt::Key_Slash, Qt::ControlModifier);
        for (const Shortcut shortcut : {Shortcut::SelectMessage, Shortcut::OpenMessage, Shortcut::MessageMenu})
            QVERIFY2(words.contains(shortcutWords(shortcut)), qPrintable(shortcutWords(shortcut)));
    }

    void aCopiedLinkLeadsToItsMessageAndRoom()
    {
        Shown shown;
        shown.open(SampleAccount::stock);
        menuOf(shown, rowWith(shown, u"4821"_s), u"Copy link"_s);
        const QString link = QGuiApplication::clipboard()->text();
        QCOMPARE(link, u"rialto://127.0.0.1:9/rooms/1/messages/4"_s);
        shown.open(SampleAccount::purchases);
        QTest::keyClick(&shown.field(), Qt::Key_A, Qt::ControlModifier); // There is a draft.
        QTest::keyClicks(&shown.field(), link);
        QTest::keyClick(&shown.field(), Qt::Key_Return);
        QCOMPARE(shown.last().message.text, link);
        // What is not sent yet leads nowhere by its key; the link itself does.
        const QRect bubble = shown.timeline().bubbleRect(shown.timeline().rowCount() - 1);
        QTest::mouseClick(shown.timeline().viewport(), Qt::LeftButton, {}, bubble.topLeft() + QPoint(40, 20));
        QCOMPARE(shown.find<RoomPane>().room(), SampleAccount::stock);
        QTRY_COMPARE(shown.timeline().flashedRow(), rowWith(shown, u"4821"_s));
        // To a room alone, and to another server.
        Q_EMIT shown.timeline().linkClicked(QUrl(u"rialto://127.0.0.1:9/rooms/3"_s));
        QCOMPARE(shown.find<RoomPane>().room(), SampleAccount::purchases);
        Q_EMIT shown.timeline().linkClicked(QUrl(u"rialto://elsewhere:9/rooms/1"_s));
        QCOMPARE(shown.find<RoomPane>().room(), SampleAccount::purchases);
    }

    void arrowsTurnThePicturesOfARoom()
    {
        Shown shown(Role::Member, addPictures);
        shown.open(SampleAccount::purchases);
        const int row = shown.timeline().rowCount() - 2;
        goTo(shown, row);
        QTest::keyClick(&shown.timeline(), Qt::Key_Return);
        auto *viewer = shown.app->window().findChild<PictureViewer *>();
        QVERIFY(viewer);
        QCOMPARE(viewer->windowTitle(), u"picture 0-0.png"_s);
        QTest::keyClick(viewer, Qt::Key_Left); // There is none before.
        QCOMPARE(viewer->windowTitle(), u"picture 0-0.png"_s);
        QTest::keyClick(viewer, Qt::Key_Right);
        QCOMPARE(viewer->windowTitle(), u"picture 0-1.png"_s);
        QTest::keyClick(viewer, Qt::Key_PageDown); // Of the next message.
        QCOMPARE(viewer->windowTitle(), u"picture 1-0.png"_s);
        QTest::keyClick(viewer, Qt::Key_Right);
        QCOMPARE(viewer->windowTitle(), u"picture 1-0.png"_s);
        QTest::keyClick(viewer, Qt::Key_PageUp);
        QCOMPARE(viewer->windowTitle(), u"picture 0-1.png"_s);
    }
};

QTEST_MAIN(UiKeysTest)
#include "ui_keys_test.moc"
