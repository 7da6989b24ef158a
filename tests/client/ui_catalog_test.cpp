#include <QHeaderView>
#include <QLineEdit>
#include <QRadioButton>
#include <QTableView>
#include <QtTest>

#include "app/ClientApp.h"
#include "app/MainWindow.h"
#include "client/SampleAccount.h"
#include "client/Typing.h"
#include "features/catalog/ConflictDialog.h"
#include "features/catalog/ProductFilter.h"
#include "features/catalog/ProductPane.h"
#include "features/catalog/model/Money.h"
#include "session/Session.h"
#include "ui/Button.h"

using namespace rialto;
using namespace Qt::StringLiterals;

namespace {

struct Shown
{
    explicit Shown(Role role = Role::Member) : sample(role)
    {
        sample.remember();
        app = std::make_unique<ClientApp>(*qApp, sample.profile(), Options{});
        app->language().set(u"en"_s);
        app->start();
        app->window().showPage(u"catalog"_s);
    }

    QTableView &table() { return *app->window().findChild<QTableView *>(); }
    ProductPane &pane() { return *app->window().findChild<ProductPane *>(); }
    ProductModel &products() { return app->session()->products(); }
    QLineEdit &line(const QString &label)
    {
        for (QLineEdit *line : pane().findChildren<QLineEdit *>()) {
            if (line->accessibleName() == label)
                return *line;
        }
        qFatal("no such field");
    }
    Button &button(QWidget &inside, const QString &text)
    {
        for (Button *button : inside.findChildren<Button *>()) {
            if (button->text() == text && button->isVisible())
                return *button;
        }
        qFatal("no such button: %s", qPrintable(text));
    }
    void type(const QString &label, const QString &text)
    {
        line(label).selectAll();
        QTest::keyClicks(&line(label), text);
    }
    /// Clicks the row of a product and says which one it was.
    ProductRow choose(const QString &sku)
    {
        const auto *filter = static_cast<const ProductFilter *>(table().model());
        for (int row = 0; row < filter->rowCount(); ++row) {
            if (filter->rowAt(row).product.sku != sku)
                continue;
            QTest::mouseClick(table().viewport(), Qt::LeftButton, {},
                              table().visualRect(filter->index(row, 1)).center());
            return filter->rowAt(row);
        }
        return {};
    }

    SampleAccount sample;
    std::unique_ptr<ClientApp> app;
};

QString sku(const QTableView &table, int row)
{
    return table.model()->index(row, ProductModel::SkuColumn).data().toString();
}

} // namespace

class UiCatalogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void moneyIsExact();
    void amountsAreRead_data();
    void amountsAreRead();
    void sortsByAClickOnTheHead();
    void filtersByWords();
    void editsAProduct();
    void saysWhatIsWrong();
    void addsAProduct();
    void asksBeforeLosingWhatWasTyped();
    void othersProductsAreReadOnly();
    void managersMayChangeAll();
    void deletesAfterAsking();
    void conflictShowsBothSides();
    void writesAmountsInTheLanguage();
};

void UiCatalogTest::moneyIsExact()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCOMPARE(moneyText(124900, u"UAH"_s), u"1,249.00\u00A0₴"_s);
    QCOMPARE(moneyText(5, u"EUR"_s), u"0.05\u00A0€"_s);
    QCOMPARE(moneyText(1500, u"JPY"_s), u"1,500\u00A0JPY"_s);
    QCOMPARE(moneyText(1500, u"KWD"_s), u"1.500\u00A0KWD"_s);
    QCOMPARE(moneyText(900719925474099, u"USD"_s), u"9,007,199,254,740.99\u00A0$"_s);
    QCOMPARE(quantityText(Quantity{-500}), u"-0.5"_s);
    QCOMPARE(quantityText(Quantity{3125}), u"3.125"_s);
}

void UiCatalogTest::amountsAreRead_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<qint64>("minor"); // -1: refused
    QTest::newRow("plain") << u"en"_s << u"12.5"_s << 1250LL;
    QTest::newRow("grouped") << u"en"_s << u"1,249.00"_s << 124900LL;
    QTest::newRow("a comma is not a point in English") << u"en"_s << u"12,5"_s << -1LL;
    QTest::newRow("comma") << u"uk"_s << u"12,5"_s << 1250LL;
    QTest::newRow("point in Ukrainian") << u"uk"_s << u"12.5"_s << 1250LL;
    QTest::newRow("spaces") << u"uk"_s << u"1 249,00"_s << 124900LL;
    QTest::newRow("too many places") << u"uk"_s << u"1,234"_s << -1LL;
    QTest::newRow("zeros beyond") << u"uk"_s << u"1,230"_s << 123LL;
    QTest::newRow("words") << u"en"_s << u"twelve"_s << -1LL;
    QTest::newRow("empty") << u"en"_s << QString() << -1LL;
    QTest::newRow("too long") << u"en"_s << u"9999999999999999999"_s << -1LL;
}

void UiCatalogTest::amountsAreRead()
{
    QFETCH(QString, language);
    QFETCH(QString, typed);
    QFETCH(qint64, minor);
    QLocale::setDefault(language == "en"_L1 ? QLocale(QLocale::English, QLocale::UnitedKingdom) : QLocale(language));
    QCOMPARE(parsePrice(typed, u"UAH"_s).value_or(-1), minor);
}

void UiCatalogTest::sortsByAClickOnTheHead()
{
    Shown shown;
    QHeaderView *head = shown.table().horizontalHeader();
    const auto click = [&](int column) {
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {},
                          QPoint(head->sectionViewportPosition(column) + 20, head->height() / 2));
    };
    click(ProductModel::PriceColumn);
    QCOMPARE(sku(shown.table(), 0), u"RPE-0003"_s);
    click(ProductModel::PriceColumn);
    QCOMPARE(sku(shown.table(), 0), u"LMP-0142"_s);
    click(ProductModel::QuantityColumn);
    QCOMPARE(sku(shown.table(), 0), u"CND-0064"_s);
}

void UiCatalogTest::filtersByWords()
{
    Shown shown;
    QVERIFY(QTest::qWaitForWindowActive(&shown.app->window()));
    QTest::keyClick(&shown.app->window(), Qt::Key_F, Qt::ControlModifier);
    typeText(QApplication::focusWidget(), u"маяк лампа"_s);
    QCOMPARE(shown.table().model()->rowCount(), 2);
    QTest::keyClicks(QApplication::focusWidget(), u" zzz"_s);
    QCOMPARE(shown.table().model()->rowCount(), 0);
    QTest::mouseClick(&shown.button(shown.app->window(), u"Clear search"_s), Qt::LeftButton);
    QCOMPARE(shown.table().model()->rowCount(), 8);
}

void UiCatalogTest::editsAProduct()
{
    Shown shown;
    const ProductRow before = shown.choose(u"LMP-0142"_s);
    QVERIFY(shown.pane().isVisible());
    shown.type(u"Price"_s, u"1290.50"_s);
    QTest::keyClick(&shown.line(u"Price"_s), Qt::Key_Return);
    const int row = shown.products().rowOf(before.product.id);
    QCOMPARE(shown.products().row(row).product.price, 129050);
    QCOMPARE(shown.products().row(row).state, DeliveryState::Pending);
    QVERIFY(!shown.pane().isDirty());
}

void UiCatalogTest::saysWhatIsWrong()
{
    Shown shown;
    const ProductRow before = shown.choose(u"LMP-0142"_s);
    shown.type(u"Price"_s, u"a lot"_s);
    shown.type(u"Quantity"_s, u"1.2345"_s);
    shown.line(u"Name"_s).clear();
    QTest::keyClick(&shown.line(u"Name"_s), Qt::Key_Return);
    QCOMPARE(shown.line(u"Name"_s).accessibleDescription(), u"This must not be empty."_s);
    QCOMPARE(shown.line(u"Price"_s).accessibleDescription(), u"Type an amount, e.g. 1249.00."_s);
    QVERIFY(!shown.line(u"Quantity"_s).accessibleDescription().isEmpty());
    QCOMPARE(shown.products().row(shown.products().rowOf(before.product.id)).state, DeliveryState::Sent);
}

void UiCatalogTest::addsAProduct()
{
    Shown shown;
    QVERIFY(QTest::qWaitForWindowActive(&shown.app->window()));
    const int before = shown.products().rowCount();
    QTest::keyClick(&shown.app->window(), Qt::Key_N, Qt::ControlModifier);
    QVERIFY(shown.pane().isNew());
    shown.type(u"SKU"_s, u"NEW-0001"_s);
    shown.type(u"Name"_s, u"Paper boat"_s);
    shown.type(u"Price"_s, u"12"_s);
    shown.type(u"Quantity"_s, u"3.5"_s);
    QTest::mouseClick(&shown.button(shown.pane(), u"Add"_s), Qt::LeftButton);
    QCOMPARE(shown.products().rowCount(), before + 1);
    const ProductRow added = shown.choose(u"NEW-0001"_s);
    QCOMPARE(added.product.price, 1200);
    QCOMPARE(added.product.quantity.thousandths, 3500);
    QCOMPARE(added.state, DeliveryState::Pending);
    shown.type(u"Name"_s, u"Paper ship"_s);
    QTest::keyClick(&shown.line(u"Name"_s), Qt::Key_Return);
    QCOMPARE(shown.choose(u"NEW-0001"_s).product.name, u"Paper ship"_s);
    QCOMPARE(shown.products().rowCount(), before + 1);
}

void UiCatalogTest::asksBeforeLosingWhatWasTyped()
{
    Shown shown;
    const ProductRow before = shown.choose(u"LMP-0142"_s);
    shown.type(u"Name"_s, u"Half a name"_s);
    QTimer::singleShot(0, this, [&] {
        QTest::mouseClick(&shown.button(*QApplication::activeModalWidget(), u"Cancel"_s), Qt::LeftButton);
    });
    shown.choose(u"LMP-0155"_s);
    QCoreApplication::processEvents();
    QCOMPARE(shown.pane().product(), before.product.id);
    QCOMPARE(shown.line(u"Name"_s).text(), u"Half a name"_s);
    QTimer::singleShot(0, this, [&] {
        QTest::mouseClick(&shown.button(*QApplication::activeModalWidget(), u"Do not save"_s), Qt::LeftButton);
    });
    shown.choose(u"LMP-0155"_s);
    QVERIFY(shown.pane().product() != before.product.id);
    QCOMPARE(shown.products().find(before.product.id)->name, before.product.name);
}

void UiCatalogTest::othersProductsAreReadOnly()
{
    Shown shown;
    shown.choose(u"MUG-0031"_s);
    QVERIFY(shown.line(u"Name"_s).isReadOnly());
    shown.choose(u"LMP-0142"_s);
    QVERIFY(!shown.line(u"Name"_s).isReadOnly());
}

void UiCatalogTest::managersMayChangeAll()
{
    Shown shown(Role::Manager);
    shown.choose(u"MUG-0031"_s);
    QVERIFY(!shown.line(u"Name"_s).isReadOnly());
}

void UiCatalogTest::deletesAfterAsking()
{
    Shown shown;
    const int before = shown.products().rowCount();
    shown.choose(u"LMP-0142"_s);
    const auto answer = [&](const QString &text) {
        QTimer::singleShot(0, this, [&shown, text] {
            QTest::mouseClick(&shown.button(*QApplication::activeModalWidget(), text), Qt::LeftButton);
        });
        QTest::mouseClick(&shown.button(shown.pane(), u"Delete…"_s), Qt::LeftButton);
    };
    answer(u"Cancel"_s);
    QCOMPARE(shown.products().rowCount(), before);
    answer(u"Delete"_s);
    QCOMPARE(shown.products().rowCount(), before - 1);
    QVERIFY(!shown.pane().isVisible());
}

void UiCatalogTest::conflictShowsBothSides()
{
    Shown shown;
    ProductConflict conflict;
    conflict.current = shown.choose(u"LMP-0142"_s).product;
    conflict.mine = conflict.current;
    conflict.mine.price = 115000;
    conflict.mine.name = u"Mine & only mine"_s;
    ConflictDialog dialog(shown.app->theme(), conflict, nullptr);
    const auto choices = dialog.findChildren<QRadioButton *>();
    QCOMPARE(choices.size(), 4);
    QCOMPARE(dialog.chosen().price, 115000);
    QVERIFY(!dialog.isAllTheirs());
    for (QRadioButton *choice : choices) {
        if (choice->accessibleName().startsWith(u"Name, theirs"_s))
            choice->click();
    }
    QCOMPARE(dialog.chosen().name, conflict.current.name);
    QCOMPARE(dialog.chosen().price, 115000);
    dialog.show();
    QTest::mouseClick(&shown.button(dialog, u"All theirs"_s), Qt::LeftButton);
    QVERIFY(dialog.isAllTheirs());
}

void UiCatalogTest::writesAmountsInTheLanguage()
{
    Shown shown;
    shown.choose(u"LMP-0142"_s);
    QCOMPARE(shown.line(u"Price"_s).text(), u"1249.00"_s);
    shown.app->language().set(u"uk"_s);
    QCoreApplication::processEvents();
    QCOMPARE(shown.line(u"Ціна"_s).text(), u"1249,00"_s);
}

QTEST_MAIN(UiCatalogTest)
#include "ui_catalog_test.moc"
