#include <QClipboard>
#include <QListWidget>
#include <QTableView>
#include <QtTest>

#include "client/ChatWindow.h"
#include "features/catalog/model/ProductModel.h"
#include "features/chat/CardBlock.h"
#include "features/chat/CompletionPopup.h"
#include "ui/Toast.h"

using namespace rialto;
using namespace Qt::StringLiterals;

/// Products in the chat: referred to by a few letters, shown as cards that follow the catalogue, opened by a click.
class UiCardsTest : public QObject
{
    Q_OBJECT

    static ProductModel &products(Shown &shown) { return shown.app->session()->products(); }
    static QUrl linkTo(Shown &shown, qint64 product)
    {
        return QUrl(u"rialto://%1/products/%2"_s.arg(shown.app->session()->serverName()).arg(product));
    }
    static void say(Shown &shown, const QString &text)
    {
        shown.field().setPlainText(text);
        QTest::keyClick(&shown.field(), Qt::Key_Return);
    }
    static QPoint cardPlace(Shown &shown)
    {
        const QRect bubble = shown.timeline().bubbleRect(shown.timeline().rowCount() - 1);
        return {bubble.center().x(), bubble.bottom() - 50};
    }

private Q_SLOTS:
    void aProductIsCompletedAndShown()
    {
        Shown shown;
        shown.open(SampleAccount::stock);
        QVERIFY(QTest::qWaitForWindowActive(&shown.app->window()));
        shown.field().setFocus();
        shown.field().insertPlainText(u"look: #0142"_s);
        auto *popup = shown.app->window().findChild<CompletionPopup *>();
        QVERIFY(popup && popup->isVisible());
        auto *list = popup->findChild<QListWidget *>();
        QCOMPARE(list->count(), 1);
        QVERIFY2(list->item(0)->text().startsWith("LMP-0142"_L1), qPrintable(list->item(0)->text()));
        QTest::keyClick(&shown.field(), Qt::Key_Tab);
        const QString written = shown.field().toPlainText().trimmed();
        QCOMPARE(written, u"look: [Лампа настільна «Маяк», латунь](%1)"_s.arg(linkTo(shown, 1).toString()));
        QTest::keyClick(&shown.field(), Qt::Key_Return);
        const auto card = shown.last().card;
        QVERIFY(card);
        QCOMPARE(card->title, u"Лампа настільна «Маяк», латунь"_s);
        QCOMPARE(card->detail, u"LMP-0142"_s);
        QVERIFY2(card->state.startsWith(u"6 "_s), qPrintable(card->state));
        QVERIFY(!card->isLive); // There is no connection.
        if (const QString folder = qEnvironmentVariable("RIALTO_PICTURES"); !folder.isEmpty())
            shown.app->window().grab().save(folder + u"/card.png"_s);
    }

    void pastedLinksAreCalledByWhatTheyLeadTo()
    {
        Shown shown;
        shown.open(SampleAccount::stock);
        const auto pasted = [&](const QString &text) {
            shown.field().clear();
            QGuiApplication::clipboard()->setText(text);
            shown.field().paste();
            return shown.field().toPlainText();
        };
        const QString server = u"rialto://"_s + shown.app->session()->serverName();
        const auto named = [&](const QString &name, const QString &path) {
            return u"[%1](%2/%3)"_s.arg(name, server, path);
        };
        QCOMPARE(pasted(linkTo(shown, 1).toString()), named(u"Лампа настільна «Маяк», латунь"_s, u"products/1"_s));
        QCOMPARE(pasted(server + u"/rooms/1"_s), named(u"#Склад і поставки"_s, u"rooms/1"_s));
        QCOMPARE(pasted(u" "_s + server + u"/rooms/1/messages/4\n"_s),
                 named(u"message in #Склад і поставки"_s, u"rooms/1/messages/4"_s));
        // What a private room or a talk of two is called is nobody else's business.
        QCOMPARE(pasted(server + u"/rooms/3/messages/4"_s), named(u"message"_s, u"rooms/3/messages/4"_s));
        for (const QString &other : {server + u"/rooms/3"_s, server + u"/rooms/999"_s, server + u"/nothing"_s,
                                     u"rialto://elsewhere:3000/rooms/1"_s, u"look: "_s + server + u"/rooms/1"_s,
                                     u"https://example.org/rooms/1"_s, u"plain words"_s})
            QCOMPARE(pasted(other), other);
    }

    void theCardFollowsTheCatalogue()
    {
        Shown shown;
        shown.open(SampleAccount::stock);
        say(shown, linkTo(shown, 1).toString());
        QVERIFY(shown.last().card);
        const QImage before = shown.timeline().viewport()->grab().toImage();
        Product product = *products(shown).find(ProductId{1});
        product.quantity = {};
        QVERIFY(products(shown).changeProduct(product, product.version));
        QCOMPARE(shown.last().card->stateInk, &Colors::danger);
        QCOMPARE(shown.last().card->state, u"Out of stock"_s);
        QTRY_VERIFY(shown.timeline().viewport()->grab().toImage() != before);
        QVERIFY(cardWords(*shown.last().card).contains("Out of stock"_L1));
    }

    void aClickOpensTheProduct()
    {
        Shown shown;
        shown.open(SampleAccount::stock);
        say(shown, linkTo(shown, 3).toString());
        QTest::mouseClick(shown.timeline().viewport(), Qt::LeftButton, {}, cardPlace(shown));
        QCOMPARE(shown.app->window().currentPage()->pageId(), u"catalog"_s);
        const auto *table = shown.app->window().currentPage()->findChild<QTableView *>();
        QCOMPARE(table->currentIndex().siblingAtColumn(ProductModel::SkuColumn).data().toString(), u"MUG-0031"_s);
    }

    void whatIsNotThereIsSaid()
    {
        Shown shown;
        shown.open(SampleAccount::stock);
        say(shown, u"[gone](%1)"_s.arg(linkTo(shown, 999).toString()));
        QVERIFY(!shown.last().card);
        say(shown, u"[another](rialto://elsewhere:3000/products/1)"_s);
        QVERIFY(!shown.last().card);
        QCOMPARE(shown.app->window().currentPage()->pageId(), u"chat"_s);
    }

    void signsInNamesDoNotBreakTheLink()
    {
        Shown shown;
        shown.open(SampleAccount::stock);
        Product product = *products(shown).find(ProductId{1});
        product.name = u"Lamp [old] *heavy*"_s;
        QVERIFY(products(shown).changeProduct(product, product.version));
        QVERIFY(QTest::qWaitForWindowActive(&shown.app->window()));
        shown.field().setFocus();
        shown.field().insertPlainText(u"#0142"_s);
        QTest::keyClick(&shown.field(), Qt::Key_Tab);
        QTest::keyClick(&shown.field(), Qt::Key_Return);
        QVERIFY(shown.last().card);
        QCOMPARE(shown.last().card->title, u"Lamp [old] *heavy*"_s);
    }
};

QTEST_MAIN(UiCardsTest)
#include "ui_cards_test.moc"
