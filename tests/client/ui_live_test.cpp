#include <QClipboard>
#include <QListWidget>
#include <QTableView>

#include "client/Desk.h"
#include "features/catalog/ConflictDialog.h"
#include "features/catalog/ProductFilter.h"
#include "features/catalog/ProductPane.h"
#include "features/chat/ExportDialog.h"
#include "features/chat/PinBar.h"
#include "features/chat/RoomListPane.h"
#include "features/chat/RoomListView.h"
#include "features/settings/SettingsPage.h"
#include "support/Places.h"

using namespace rialto;
using namespace Qt::StringLiterals;

namespace {

/// A desk whose person also trades.
class Trader : public Desk
{
public:
    using Desk::Desk;

    void chooseProduct(int row)
    {
        QTableView &table = find<QTableView>();
        table.setCurrentIndex(table.model()->index(row, 0));
    }
    qint64 price() { return app().session()->products().row(0).product.price; }
    DeliveryState productState() { return app().session()->products().row(0).state; }
    void setPrice(const QString &price)
    {
        ProductPane &pane = find<ProductPane>();
        type(pane, u"Price"_s, price);
    }
    void saveProduct() { QTest::keyClick(&line(find<ProductPane>(), u"Price"_s), Qt::Key_Return); }
};

} // namespace

class UiLiveTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void twoPeopleTalkAndTrade();
    void theSettingsTellTheServersVersion();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<RealServer> m_server;
};

void UiLiveTest::initTestCase()
{
    m_server = std::make_unique<RealServer>(places::program(u"rialto-server"_s));
    QVERIFY2(m_server->start(), qPrintable(m_server->output()));
}

void UiLiveTest::theSettingsTellTheServersVersion()
{
    Desk clara(m_server->address());
    clara.enter(u"clara"_s, true);
    QTRY_VERIFY_WITH_TIMEOUT(clara.isOnline(), patienceMs);
    clara.app().window().showPage(u"settings"_s);
    const QString words = u"Server "_s + QStringLiteral(RIALTO_VERSION);
    SettingsPage &page = clara.find<SettingsPage>();
    QListWidget &sections = *page.findChild<QListWidget *>();
    sections.setCurrentItem(sections.findItems(u"About"_s, Qt::MatchExactly).value(0));
    const QList<QLabel *> labels = page.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(),
                        [&](QLabel *label) { return label->isVisible() && label->text().contains(words); }));
    Desk::click(page, u"Copy details"_s);
    const QStringList copied = QGuiApplication::clipboard()->text().split(u'\n');
    QVERIFY(copied.contains(words));
    QVERIFY(copied.contains(u"Rialto "_s + QStringLiteral(RIALTO_VERSION)));
    QVERIFY(copied.contains(u"Qt "_s + QString::fromLatin1(qVersion())));
    QVERIFY(copied.join(u' ').contains(QSysInfo::prettyProductName()));
    QVERIFY(copied.contains(QGuiApplication::platformName()));
}

void UiLiveTest::twoPeopleTalkAndTrade()
{
    Trader anna(m_server->address());
    anna.picture(u"live-sign-in"_s);
    anna.enter(u"anna"_s, true);
    QTRY_VERIFY_WITH_TIMEOUT(anna.isOnline(), patienceMs);
    Trader boris(m_server->address());
    boris.enter(u"boris"_s, true);
    QTRY_VERIFY_WITH_TIMEOUT(boris.isOnline(), patienceMs);

    // A room is made in one window and joined in the other.
    QVERIFY(anna.makeRoom(u"Warehouse"_s).isValid());
    QTRY_VERIFY_WITH_TIMEOUT(boris.roomCalled(u"Warehouse"_s).isValid(), patienceMs);
    boris.find<RoomListPane>().setCurrentRoom(boris.roomCalled(u"Warehouse"_s));
    boris.picture(u"live-outside"_s);
    Desk::click(boris.app().window(), u"Join room"_s);
    QTRY_VERIFY_WITH_TIMEOUT(boris.find<Composer>().isVisible(), patienceMs);

    // They talk; the server goes away in the middle and comes back.
    anna.say(u"Hello Boris"_s);
    QTRY_COMPARE_WITH_TIMEOUT(boris.lastWords(), u"anna: Hello Boris"_s, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(anna.lastWords(), u"anna: Hello Boris"_s, patienceMs);
    const QString file = m_folder.filePath(u"warehouse.md"_s);
    auto *work = anna.app().session()->exportRoom(anna.roomCalled(u"Warehouse"_s), file);
    ExportDialog(anna.app().theme(), work, &anna.app().window()).exec();
    QFile exported(file);
    QVERIFY(exported.open(QFile::ReadOnly));
    const QString text = QString::fromUtf8(exported.readAll());
    QVERIFY(text.startsWith(u"# Warehouse\n"_s) && text.contains(u"**anna** "_s) &&
            text.contains(u"\n> Hello Boris\n"_s));

    MessageModel &talk = *anna.app().session()->openRoom(anna.roomCalled(u"Warehouse"_s));
    QVERIFY(talk.setPinned(0, true));
    QTRY_VERIFY_WITH_TIMEOUT(boris.find<PinBar>().isVisible(), patienceMs);
    QVERIFY(boris.find<PinBar>().accessibleName().contains(u"Hello Boris"_s));
    QVERIFY(talk.setPinned(0, false));
    QTRY_VERIFY_WITH_TIMEOUT(!boris.find<PinBar>().isVisible(), patienceMs);
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
    Trader second(m_server->address());
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
    boris.app().askToSignOut();
    QTRY_VERIFY_WITH_TIMEOUT(!boris.app().session(), patienceMs);
    QVERIFY(Desk::findButton(boris.app().window(), u"Sign in"_s));
    boris.picture(u"live-signed-out"_s);
}

QTEST_MAIN(UiLiveTest)
#include "ui_live_test.moc"
