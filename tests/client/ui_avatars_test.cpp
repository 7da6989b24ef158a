#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QSqlDatabase>
#include <QSqlQuery>

#include "app/AccountFrame.h"
#include "app/AccountView.h"
#include "app/ProfileButton.h"
#include "client/Desk.h"
#include "features/chat/RoomHeader.h"
#include "features/notify/NotifyPage.h"
#include "features/people/AvatarField.h"
#include "features/people/PersonCard.h"
#include "features/people/PersonDialog.h"
#include "features/people/ProfileDialog.h"
#include "support/Places.h"

using namespace rialto;
using namespace Qt::StringLiterals;

namespace {

constexpr QColor kOutside(0, 0, 0);
constexpr QColor kFirst(250, 20, 210);
constexpr QColor kSecond(250, 120, 10);

/// Whether a widget paints something in a colour that the windows themselves do not have.
bool shows(QWidget &widget, QColor wanted)
{
    const QImage image = widget.grab().toImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor colour = image.pixelColor(x, y);
            if (qAbs(colour.red() - wanted.red()) + qAbs(colour.green() - wanted.green()) +
                    qAbs(colour.blue() - wanted.blue()) <
                24)
                return true;
        }
    }
    return false;
}

} // namespace

/// Pictures of people in the windows of two of them, against the real server.
class UiAvatarsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<RealServer> m_server;

    /// Twice as wide as it is high; only its middle has the colour.
    QString aPicture(const QString &name, QColor colour)
    {
        QImage image(800, 400, QImage::Format_RGB32);
        image.fill(kOutside);
        QPainter(&image).fillRect(QRect(200, 0, 400, 400), colour);
        const QString path = m_folder.filePath(name);
        if (!image.save(path))
            qFatal("The test cannot write its picture");
        return path;
    }
    static void meet(Desk &desk, const QString &name)
    {
        desk.enter(name, true);
        QTRY_VERIFY_WITH_TIMEOUT(desk.isOnline(), patienceMs);
        desk.app().window().resize(1100, 760);
    }
    static AccountView &account(Desk &desk) { return *desk.app().accounts().front(); }
    static ProfileButton &rail(Desk &desk) { return account(desk).frame().profileButton(); }
    static ProfileDialog *profile(Desk &desk)
    {
        account(desk).showProfile();
        auto *dialog = desk.app().window().findChild<ProfileDialog *>();
        const bool isFilled =
            QTest::qWaitFor([&] { return Desk::findButton(*dialog, u"Save"_s)->isEnabled(); }, patienceMs);
        return isFilled ? dialog : nullptr;
    }
    static AvatarField &field(ProfileDialog &dialog) { return *dialog.findChild<AvatarField *>(); }
    static QString problemIn(ProfileDialog &dialog)
    {
        for (const QLabel *label : dialog.findChildren<QLabel *>()) {
            if (label->property("tone").toString() == "danger"_L1 && label->isVisible())
                return label->text();
        }
        return {};
    }
    static PeopleContext people(Desk &desk) { return account(desk).people(); }
    QStringList filesOnTheServer() const
    {
        QStringList states;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"server"_s);
            database.setDatabaseName(m_server->dataFolder() + u"/rialto.db"_s);
            database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
            if (!database.open())
                qFatal("The server's database cannot be read");
            QSqlQuery query(u"SELECT status FROM file"_s, database);
            while (query.next())
                states.append(query.value(0).toString());
        }
        QSqlDatabase::removeDatabase(u"server"_s);
        return states;
    }
    static void save(ProfileDialog *dialog)
    {
        const QPointer<ProfileDialog> open = dialog;
        Desk::click(*dialog, u"Save"_s);
        (void)QTest::qWaitFor([&] { return !open || !problemIn(*open).isEmpty(); }, patienceMs);
        QVERIFY2(!open, open ? qPrintable(problemIn(*open)) : "");
    }
    void wear(Desk &desk, const QString &path, QColor colour)
    {
        ProfileDialog *dialog = profile(desk);
        QVERIFY(dialog);
        field(*dialog).offer(path);
        QTRY_VERIFY_WITH_TIMEOUT(shows(field(*dialog), colour), patienceMs);
        QVERIFY(!shows(field(*dialog), kOutside));
        picture(*dialog, u"avatars-profile"_s);
        save(dialog);
    }
    static void picture(QWidget &widget, const QString &name)
    {
        const QString folder = qEnvironmentVariable("RIALTO_PICTURES");
        if (!folder.isEmpty())
            widget.grab().save(folder + u'/' + name + u".png"_s);
    }
    static void pictureOfBothLooks(Desk &desk, const QString &name)
    {
        desk.picture(name + u"-light"_s);
        desk.app().theme().setChoice(ThemeChoice::Dark);
        desk.picture(name + u"-dark"_s);
        desk.app().theme().setChoice(ThemeChoice::Light);
    }
    static void seenInDialogs(Desk &desk, UserId person, QColor colour)
    {
        const Theme &theme = desk.app().theme();
        PersonCard card(theme, people(desk), person, &desk.app().window());
        card.show();
        QTRY_VERIFY_WITH_TIMEOUT(shows(card, colour), patienceMs);
        picture(card, u"avatars-card"_s);
        PersonDialog dialog(theme, people(desk), u"Add"_s, u"Add"_s, {}, PersonDialog::Choice::One,
                            &desk.app().window());
        dialog.show();
        QTRY_VERIFY_WITH_TIMEOUT(shows(dialog, colour), patienceMs);
        picture(dialog, u"avatars-people"_s);
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<RealServer>(places::program(u"rialto-server"_s));
        QVERIFY2(m_server->start(), qPrintable(m_server->output()));
    }

    void aPictureIsChosenAndSeenByOthersAtOnce()
    {
        Desk anna(m_server->address());
        meet(anna, u"anna"_s);
        Desk boris(m_server->address());
        meet(boris, u"boris"_s);
        for (Desk *desk : {&anna, &boris})
            desk->app().theme().setChoice(ThemeChoice::Light);
        const UserId annasId = anna.app().session()->me().id;

        // Somebody writes to somebody, who looks at it.
        anna.app().session()->rooms().openDirect(boris.app().session()->me().id, {});
        QTRY_VERIFY_WITH_TIMEOUT(anna.roomCalled(u"boris"_s).isValid() && boris.roomCalled(u"anna"_s).isValid(),
                                 patienceMs);
        anna.find<RoomListPane>().setCurrentRoom(anna.roomCalled(u"boris"_s));
        QTRY_VERIFY_WITH_TIMEOUT(anna.find<Composer>().isVisible(), patienceMs);
        anna.say(u"Hello Boris"_s);
        boris.find<RoomListPane>().setCurrentRoom(boris.roomCalled(u"anna"_s));
        QTRY_COMPARE_WITH_TIMEOUT(boris.lastWords(), u"anna: Hello Boris"_s, patienceMs);
        QVERIFY(!shows(boris.app().window(), kFirst));

        // She shows a picture: it comes up wherever she is seen, in both windows.
        wear(anna, aPicture(u"first.png"_s, kFirst), kFirst);
        QTRY_VERIFY_WITH_TIMEOUT(shows(rail(anna), kFirst), patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(shows(boris.find<TimelineView>(), kFirst), patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(shows(boris.find<RoomListPane>(), kFirst), patienceMs);
        QVERIFY(!shows(boris.find<TimelineView>(), kOutside));
        pictureOfBothLooks(boris, u"avatars-chat"_s);
        seenInDialogs(boris, annasId, kFirst);
        boris.app().window().showPage(u"notifications"_s);
        QTRY_VERIFY_WITH_TIMEOUT(shows(boris.find<NotifyPage>(), kFirst), patienceMs);
        pictureOfBothLooks(boris, u"avatars-notifications"_s);
        boris.app().window().showPage(u"chat"_s);

        // Another takes its place, and she who has both does not need the server for it.
        wear(anna, aPicture(u"second.jpg"_s, kSecond), kSecond);
        QTRY_VERIFY_WITH_TIMEOUT(shows(boris.find<TimelineView>(), kSecond), patienceMs);
        QVERIFY(!shows(boris.app().window(), kFirst));

        // Offline and after a restart it is there.
        m_server->kill();
        boris.reopen();
        boris.app().window().resize(1100, 760);
        QTRY_VERIFY_WITH_TIMEOUT(boris.roomCalled(u"anna"_s).isValid(), patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(shows(boris.find<RoomListPane>(), kSecond), patienceMs);
        QVERIFY(!boris.isOnline());

        // Removed, she is her letters again.
        QVERIFY2(m_server->start(), qPrintable(m_server->output()));
        QTRY_VERIFY_WITH_TIMEOUT(anna.isOnline() && boris.isOnline(), patienceMs);
        ProfileDialog *dialog = profile(anna);
        QVERIFY(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(shows(field(*dialog), kSecond), patienceMs);
        Desk::click(*dialog, u"Remove picture"_s);
        QVERIFY(!shows(field(*dialog), kSecond));
        save(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(!shows(boris.app().window(), kSecond), patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(!shows(rail(anna), kSecond), patienceMs);
    }

    void membersOfARoomAreSeen()
    {
        Desk anna(m_server->address());
        meet(anna, u"anna"_s);
        QVERIFY(anna.makeRoom(u"Warehouse"_s).isValid());
        wear(anna, aPicture(u"first.png"_s, kFirst), kFirst);
        bool isSeen = false;
        const auto look = [&](QWidget &details) {
            isSeen = QTest::qWaitFor([&] { return shows(details, kFirst); }, patienceMs);
            picture(details, u"avatars-members"_s);
            details.close();
        };
        QTimer::singleShot(0, this, [&] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            QVERIFY(menu);
            menu->close();
            for (QAction *action : menu->actions()) {
                if (action->text() != u"Members and settings…"_s)
                    continue;
                inDialog(look);
                action->trigger();
            }
        });
        Q_EMIT anna.find<RoomHeader>().menuRequested({});
        QVERIFY(isSeen);
    }

    void whatIsNoPictureIsRefusedInWords()
    {
        Desk anna(m_server->address());
        meet(anna, u"anna"_s);
        const QString path = m_folder.filePath(u"words.png"_s);
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly) && file.write("words") == 5);
        file.close();
        ProfileDialog *dialog = profile(anna);
        QVERIFY(dialog);
        field(*dialog).offer(path);
        QTRY_VERIFY_WITH_TIMEOUT(problemIn(*dialog).contains("words.png"_L1), patienceMs);
        QVERIFY(!Desk::findButton(*dialog, u"Remove picture"_s));
        // A picture that is dropped takes the words away.
        QMimeData content;
        content.setUrls({QUrl::fromLocalFile(aPicture(u"first.webp.png"_s, kFirst))});
        QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &content, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&field(*dialog), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &content, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&field(*dialog), &drop);
        QTRY_VERIFY_WITH_TIMEOUT(shows(field(*dialog), kFirst), patienceMs);
        QCOMPARE(problemIn(*dialog), QString());
        // Without a server nothing is changed, and the dialog stays with what was chosen.
        m_server->kill();
        QTRY_VERIFY_WITH_TIMEOUT(!anna.isOnline(), patienceMs);
        Desk::click(*dialog, u"Save"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!problemIn(*dialog).isEmpty(), patienceMs);
        QVERIFY(dialog->isVisible() && shows(field(*dialog), kFirst));
        QVERIFY2(m_server->start(), qPrintable(m_server->output()));
        QTRY_VERIFY_WITH_TIMEOUT(anna.isOnline(), patienceMs);
        save(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(shows(rail(anna), kFirst), patienceMs);
    }

    void aPictureThatIsNotSavedIsTakenBack()
    {
        Desk anna(m_server->address());
        meet(anna, u"anna"_s);
        ProfileDialog *dialog = profile(anna);
        QVERIFY(dialog);
        field(*dialog).offer(aPicture(u"first.png"_s, kFirst));
        QTRY_VERIFY_WITH_TIMEOUT(shows(field(*dialog), kFirst), patienceMs);
        // With a sign that turns round what follows, which the server refuses.
        Desk::line(*dialog, u"Name that others see"_s).setText(u"an\u202Ena"_s);
        Desk::click(*dialog, u"Save"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!problemIn(*dialog).isEmpty(), patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(filesOnTheServer(), QStringList{u"ready"_s}, patienceMs);
        // Once more: what was sent before is not sent again.
        Desk::click(*dialog, u"Save"_s);
        QTRY_VERIFY_WITH_TIMEOUT(Desk::findButton(*dialog, u"Save"_s)->isEnabled() && !problemIn(*dialog).isEmpty(),
                                 patienceMs);
        QCOMPARE(filesOnTheServer(), QStringList{u"ready"_s});
        dialog->reject();
        QTRY_COMPARE_WITH_TIMEOUT(filesOnTheServer(), QStringList{u"removed"_s}, patienceMs);
        QVERIFY(!shows(rail(anna), kFirst));
    }
};

QTEST_MAIN(UiAvatarsTest)
#include "ui_avatars_test.moc"
