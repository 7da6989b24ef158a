// Renders the windows of Rialto to pictures, for the documents and for looking at changes:
//   rialto-screenshots OUTPUT-FOLDER [--server URL --user NAME --password-file FILE]
// Without a server the windows show a sample account offline.
#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QListView>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTest>

#include "app/ClientApp.h"
#include "app/MainWindow.h"
#include "client/SampleAccount.h"
#include "features/chat/Composer.h"
#include "features/chat/RoomListView.h"
#include "session/Session.h"

using namespace rialto;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize pictureSize(1280, 800);
constexpr int settleMs = 400;

class Camera
{
public:
    Camera(ClientApp &app, const QString &folder) : m_app(app), m_folder(folder) {}

    void takeBoth(const QString &name)
    {
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
            m_app.theme().setChoice(choice);
            take(name + (choice == ThemeChoice::Light ? u"-light"_s : u"-dark"_s));
        }
        m_app.theme().setChoice(ThemeChoice::Light);
    }
    void take(const QString &name)
    {
        QTest::qWait(settleMs);
        m_app.window().grab().save(m_folder + u'/' + name + u".png"_s);
    }

private:
    ClientApp &m_app;
    QString m_folder;
};

void showProduct(ClientApp &app, int row)
{
    auto *table = app.window().findChild<QTableView *>();
    if (table && table->model()->rowCount() > row)
        table->setCurrentIndex(table->model()->index(row, 0));
}

void openRoom(ClientApp &app, int row)
{
    auto *list = app.window().findChild<RoomListView *>();
    list->setCurrentIndex(list->model()->index(row, 0));
}

void photograph(ClientApp &app, Camera &camera)
{
    app.window().showPage(u"chat"_s);
    camera.take(u"chat-empty"_s);
    openRoom(app, 0);
    camera.takeBoth(u"chat"_s);
    openRoom(app, 1);
    camera.takeBoth(u"chat-unread"_s);
    openRoom(app, 2);
    camera.takeBoth(u"chat-markdown"_s);
    openRoom(app, 5);
    camera.take(u"chat-outside"_s);
    openRoom(app, 1);
    if (auto *composer = app.window().findChild<Composer *>())
        QTest::keyClicks(&composer->field(), u"Understood, I correct the stock to 9"_s);
    if (auto *composer = app.window().findChild<Composer *>())
        QTest::keyClick(&composer->field(), Qt::Key_Return);
    camera.takeBoth(u"chat-sent"_s);
    app.window().showPage(u"catalog"_s);
    camera.takeBoth(u"catalogue"_s);
    showProduct(app, 0);
    camera.takeBoth(u"product"_s);
    for (const QString &language : Language::codes()) {
        app.language().set(language);
        camera.take(u"product-"_s + language);
    }
    app.window().showPage(u"notifications"_s);
    if (auto *list = app.window().currentPage()->findChild<QListView *>())
        list->setCurrentIndex(list->model()->index(0, 0));
    camera.takeBoth(u"notifications"_s);
    for (const QString &language : Language::codes()) {
        app.language().set(language);
        camera.take(u"notifications-"_s + language);
    }
    app.window().showPage(u"chat"_s);
    camera.take(u"chat-uk"_s);
}

void photographSignIn(QApplication &application, const QString &folder)
{
    QTemporaryDir empty;
    ClientApp app(application, Profile(empty.path()), {});
    app.window().resize(pictureSize);
    app.start();
    app.language().set(u"en"_s);
    Camera(app, folder).takeBoth(u"sign-in"_s);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"rialto-screenshots"_s);
    QStringList arguments = application.arguments();
    const QString folder = arguments.size() > 1 ? arguments.takeAt(1) : u"."_s;
    QDir().mkpath(folder);
    const auto options = Options::parse(arguments);
    if (!options)
        qFatal("%s", qPrintable(options.error().message));
    photographSignIn(application, folder);
    SampleAccount sample;
    QTemporaryDir empty;
    const bool offline = options->server.isEmpty();
    if (offline)
        sample.remember();
    ClientApp app(application, offline ? sample.profile() : Profile(empty.path()), *options);
    app.window().resize(pictureSize);
    app.start();
    app.language().set(u"en"_s);
    const bool ready = QTest::qWaitFor([&app] { return app.session() != nullptr; }, 10'000);
    if (!ready)
        qFatal("Signing in did not succeed.");
    QTest::qWait(offline ? settleMs : 10 * settleMs);
    Camera camera(app, folder);
    photograph(app, camera);
    return 0;
}
