// Renders the windows of Rialto to pictures, for the documents and for looking at changes:
//   rialto-screenshots OUTPUT-FOLDER [--server URL --user NAME --password-file FILE]
// Without a server the windows show a sample account offline.
#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTest>

#include "app/ClientApp.h"
#include "app/MainWindow.h"
#include "client/SampleAccount.h"
#include "features/chat/Composer.h"
#include "features/chat/RoomListView.h"
#include "session/Session.h"
#include "ui/ShortcutSheet.h"

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

    void takeSheet(const QString &name)
    {
        for (const ThemeChoice choice : {ThemeChoice::Dark, ThemeChoice::Light}) {
            m_app.theme().setChoice(choice);
            ShortcutSheet sheet(m_app.theme(), &m_app.window());
            sheet.show();
            QTest::qWait(settleMs);
            sheet.grab().save(m_folder + u'/' + name +
                              (choice == ThemeChoice::Light ? u"-light.png"_s : u"-dark.png"_s));
        }
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
    app.language().set(u"en"_s);
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

void photographSettings(ClientApp &app, Camera &camera)
{
    app.language().set(u"en"_s);
    app.window().showPage(u"settings"_s);
    auto *sections = app.window().currentPage()->findChild<QListWidget *>();
    camera.takeBoth(u"settings"_s);
    for (int section = 1; section < sections->count(); ++section) {
        sections->setCurrentRow(section);
        camera.take(u"settings-%1"_s.arg(section));
    }
    auto *search = app.window().currentPage()->findChild<QLineEdit *>();
    search->setText(u"s"_s);
    camera.takeBoth(u"settings-found"_s);
    search->clear();
    sections->setCurrentRow(0);
    app.language().set(u"uk"_s);
    camera.take(u"settings-uk"_s);
    app.language().set(u"en"_s);
    camera.takeSheet(u"shortcuts"_s);
}

/// All pages as they look to who wants larger text, or reads from right to left.
void photographVariant(ClientApp &app, Camera &camera, const QString &name)
{
    for (const QString &page : {u"chat"_s, u"catalog"_s, u"notifications"_s, u"settings"_s}) {
        app.window().showPage(page);
        camera.takeBoth(page + u'-' + name);
    }
    camera.takeSheet(u"shortcuts-"_s + name);
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
    photographSettings(app, camera);
    for (const int percent : {150, 200}) {
        app.theme().setTextSize(percent);
        photographVariant(app, camera, u"%1-percent"_s.arg(percent));
    }
    app.theme().setTextSize(100);
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    photographVariant(app, camera, u"mirrored"_s);
    return 0;
}
