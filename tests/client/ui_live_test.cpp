#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>
#include <QtTest>

#include "app/ClientApp.h"
#include "app/MainWindow.h"
#include "features/catalog/ConflictDialog.h"
#include "features/catalog/ProductFilter.h"
#include "features/catalog/ProductPane.h"
#include "features/chat/Composer.h"
#include "features/chat/RoomListPane.h"
#include "features/chat/RoomListView.h"
#include "features/chat/TimelineView.h"
#include "features/chat/model/RoomListModel.h"
#include "session/Session.h"
#include "support/RealServer.h"
#include "ui/Button.h"
#include "ui/ConnectionBanner.h"

using namespace rialto;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 15'000;

/// One window of the program against the real server, used as a person would.
class Desk
{
public:
    explicit Desk(const QString &server)
    {
        Options options;
        options.server = server;
        m_app = std::make_unique<ClientApp>(*qApp, Profile(m_folder.path()), options);
        m_app->language().set(u"en"_s);
        m_app->start();
    }

    ClientApp &app() { return *m_app; }
    template <typename Widget> Widget &find() { return *m_app->window().findChild<Widget *>(); }
    static QLineEdit &line(QWidget &inside, const QString &label)
    {
        for (QLineEdit *line : inside.findChildren<QLineEdit *>()) {
            if (line->accessibleName() == label && line->isVisible())
                return *line;
        }
        qFatal("no field %s", qPrintable(label));
    }
    static Button *findButton(QWidget &inside, const QString &text)
    {
        for (Button *button : inside.findChildren<Button *>()) {
            if (button->text() == text && button->isVisible())
                return button;
        }
        return nullptr;
    }
    static void click(QWidget &inside, const QString &text)
    {
        Button *button = findButton(inside, text);
        QVERIFY2(button, qPrintable(text));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void type(QWidget &inside, const QString &label, const QString &text)
    {
        line(inside, label).selectAll();
        QTest::keyClicks(&line(inside, label), text);
    }
    void enter(const QString &name, bool newAccount)
    {
        QWidget &window = m_app->window();
        if (newAccount)
            click(window, u"Create an account"_s);
        type(window, u"Account name"_s, name);
        type(window, u"Password"_s, u"correct horse"_s);
        click(window, newAccount ? u"Create account"_s : u"Sign in"_s);
    }
    ConnectionBanner *banner()
    {
        for (ConnectionBanner *banner : m_app->window().findChildren<ConnectionBanner *>()) {
            if (banner->isVisible())
                return banner;
        }
        return nullptr;
    }
    bool isOnline() { return m_app->session() && m_app->session()->linkState() == LinkState::Online; }

    RoomId roomCalled(const QString &name)
    {
        const RoomListModel &rooms = m_app->session()->rooms();
        for (int row = 0; row < rooms.rowCount(); ++row) {
            if (rooms.title(rooms.idAt(row)) == name)
                return rooms.idAt(row);
        }
        return {};
    }
    void say(const QString &text)
    {
        QPlainTextEdit &field = find<Composer>().field();
        QTest::keyClicks(&field, text);
        QTest::keyClick(&field, Qt::Key_Return);
    }
    /// The last message as "author: text", with a mark while it is not on the server.
    QString lastWords()
    {
        TimelineView &timeline = find<TimelineView>();
        if (timeline.rowCount() == 0)
            return {};
        const TimelineEntry entry = timeline.rowData(timeline.rowCount() - 1);
        return entry.author + u": "_s + entry.message.text + (entry.state == DeliveryState::Sent ? u""_s : u" (…)"_s);
    }

    void chooseProduct(int row)
    {
        QTableView &table = find<QTableView>();
        table.setCurrentIndex(table.model()->index(row, 0));
    }
    qint64 price() { return m_app->session()->products().row(0).product.price; }
    DeliveryState productState() { return m_app->session()->products().row(0).state; }
    void setPrice(const QString &price)
    {
        ProductPane &pane = find<ProductPane>();
        type(pane, u"Price"_s, price);
    }
    void saveProduct() { QTest::keyClick(&line(find<ProductPane>(), u"Price"_s), Qt::Key_Return); }

    void picture(const QString &name)
    {
        const QString folder = qEnvironmentVariable("RIALTO_PICTURES");
        if (!folder.isEmpty())
            m_app->window().grab().save(folder + u'/' + name + u".png"_s);
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<ClientApp> m_app;
};

/// Does something in the dialog that the next call will open.
template <typename Act> void inDialog(Act act)
{
    QTimer::singleShot(0, qApp, [act] {
        QVERIFY(QApplication::activeModalWidget());
        act(*QApplication::activeModalWidget());
    });
}

} // namespace

class UiLiveTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void twoPeopleTalkAndTrade();

private:
    std::unique_ptr<RealServer> m_server;
};

void UiLiveTest::initTestCase()
{
    m_server = std::make_unique<RealServer>(QStringLiteral(RIALTO_BIN_DIR) + u"/rialto-server"_s);
    QVERIFY2(m_server->start(), qPrintable(m_server->output()));
}

void UiLiveTest::twoPeopleTalkAndTrade()
{
    Desk anna(m_server->address());
    anna.picture(u"live-sign-in"_s);
    anna.enter(u"anna"_s, true);
    QTRY_VERIFY_WITH_TIMEOUT(anna.isOnline(), patienceMs);
    Desk boris(m_server->address());
    boris.enter(u"boris"_s, true);
    QTRY_VERIFY_WITH_TIMEOUT(boris.isOnline(), patienceMs);

    // A room is made in one window and joined in the other.
    inDialog([&](QWidget &dialog) {
        anna.type(dialog, u"Name"_s, u"Warehouse"_s);
        Desk::click(dialog, u"Create room"_s);
    });
    Q_EMIT anna.find<RoomListPane>().newRoomRequested();
    QTRY_COMPARE_WITH_TIMEOUT(anna.find<RoomListPane>().currentRoom(), anna.roomCalled(u"Warehouse"_s), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(boris.roomCalled(u"Warehouse"_s).isValid(), patienceMs);
    boris.find<RoomListPane>().setCurrentRoom(boris.roomCalled(u"Warehouse"_s));
    boris.picture(u"live-outside"_s);
    Desk::click(boris.app().window(), u"Join room"_s);
    QTRY_VERIFY_WITH_TIMEOUT(boris.find<Composer>().isVisible(), patienceMs);

    // They talk; the server goes away in the middle and comes back.
    anna.say(u"Hello Boris"_s);
    QTRY_COMPARE_WITH_TIMEOUT(boris.lastWords(), u"anna: Hello Boris"_s, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(anna.lastWords(), u"anna: Hello Boris"_s, patienceMs);
    m_server->kill();
    QTRY_VERIFY_WITH_TIMEOUT(!boris.isOnline(), patienceMs);
    boris.say(u"Are you there?"_s);
    QCOMPARE(boris.lastWords(), u"boris: Are you there? (…)"_s);
    QTRY_VERIFY_WITH_TIMEOUT(boris.banner(), patienceMs);
    boris.picture(u"live-offline"_s);
    QVERIFY2(m_server->start(), qPrintable(m_server->output()));
    Desk::click(*boris.banner(), u"Retry now"_s);
    QTRY_COMPARE_WITH_TIMEOUT(boris.lastWords(), u"boris: Are you there?"_s, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(anna.lastWords(), u"boris: Are you there?"_s, 2 * patienceMs);

    // Anna adds a product and edits it in two windows at once.
    anna.app().window().showPage(u"catalog"_s);
    anna.picture(u"live-empty-catalogue"_s);
    Desk::click(anna.app().window(), u"Add product"_s);
    ProductPane &pane = anna.find<ProductPane>();
    anna.type(pane, u"SKU"_s, u"LMP-1"_s);
    anna.type(pane, u"Name"_s, u"Lamp"_s);
    anna.setPrice(u"10"_s);
    anna.saveProduct();
    QTRY_COMPARE_WITH_TIMEOUT(boris.app().session()->products().rowCount(), 1, patienceMs);
    Desk second(m_server->address());
    second.enter(u"anna"_s, false);
    QTRY_VERIFY_WITH_TIMEOUT(second.isOnline() && second.app().session()->products().rowCount() == 1, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(anna.productState(), DeliveryState::Sent, patienceMs);
    second.app().window().showPage(u"catalog"_s);
    anna.chooseProduct(0);
    second.chooseProduct(0);
    anna.setPrice(u"11"_s);
    second.setPrice(u"12"_s);
    second.saveProduct();
    QTRY_COMPARE_WITH_TIMEOUT(boris.price(), 1200, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(anna.price(), 1200, patienceMs);
    anna.picture(u"live-changed-meanwhile"_s);
    anna.saveProduct();
    QTRY_VERIFY_WITH_TIMEOUT(anna.app().window().findChild<ConflictDialog *>(), patienceMs);
    auto *conflict = anna.app().window().findChild<ConflictDialog *>();
    QCOMPARE(conflict->chosen().price, 1100);
    const QString folder = qEnvironmentVariable("RIALTO_PICTURES");
    if (!folder.isEmpty())
        conflict->grab().save(folder + u"/live-conflict.png"_s);
    anna.picture(u"live-in-conflict"_s);
    Desk::click(*conflict, u"Save"_s);
    QTRY_COMPARE_WITH_TIMEOUT(boris.price(), 1100, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(second.price(), 1100, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(anna.productState(), DeliveryState::Sent, patienceMs);

    // Signing out leads back to the sign-in page.
    inDialog([](QWidget &dialog) { Desk::click(dialog, u"Sign out"_s); });
    Q_EMIT boris.app().window().signOutRequested();
    QTRY_VERIFY_WITH_TIMEOUT(!boris.app().session(), patienceMs);
    QVERIFY(Desk::findButton(boris.app().window(), u"Sign in"_s));
    boris.picture(u"live-signed-out"_s);
}

QTEST_MAIN(UiLiveTest)
#include "ui_live_test.moc"
