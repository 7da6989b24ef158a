#include "text/SearchIndex.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace rialto;

/// What search takes for a word, and how a query is read.
class SearchTest : public QObject
{
    Q_OBJECT

    static QStringList folded(const QString &text)
    {
        QStringList words;
        for (const Word &word : wordsOf(text))
            words.append(word.folded);
        return words;
    }
    static bool finds(const QString &asked, const QString &text)
    {
        const auto query = SearchQuery::parse(asked);
        return query && query->matches({text}, 0);
    }

private Q_SLOTS:
    void wordsAreFolded_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("case") << u"Hello, WORLD"_s << QStringList{u"hello"_s, u"world"_s};
        QTest::newRow("ё is е") << u"Ёлка и ещё"_s << QStringList{u"елка"_s, u"и"_s, u"еще"_s};
        QTest::newRow("ё of two characters") << u"е\u0308ж"_s << QStringList{u"еж"_s};
        QTest::newRow("й stays й") << u"Край ИЙ"_s << QStringList{u"край"_s, u"ий"_s};
        QTest::newRow("і, ї, ґ, є stay") << u"Її ґанок є ІДЕЯ"_s << QStringList{u"її"_s, u"ґанок"_s, u"є"_s, u"ідея"_s};
        QTest::newRow("apostrophes") << u"п'ять п’ять пʼять"_s << QStringList{u"пять"_s, u"пять"_s, u"пять"_s};
        QTest::newRow("Latin apostrophes") << u"l'eau"_s << QStringList{u"l"_s, u"eau"_s};
        QTest::newRow("accents") << u"Café ΤΊΜΕΣ"_s << QStringList{u"cafe"_s, u"τιμεσ"_s};
        QTest::newRow("compatibility") << u"ﬁne Ａ ㎏"_s << QStringList{u"fine"_s, u"a"_s, u"kg"_s};
        QTest::newRow("ß") << u"Straße"_s << QStringList{u"strasse"_s};
        QTest::newRow("soft hyphen") << u"сотруд\u00adник"_s << QStringList{u"сотрудник"_s};
        QTest::newRow("unspaced") << u"日本の"_s << QStringList{u"日"_s, u"本"_s, u"の"_s};
        QTest::newRow("pictures") << u"ура🎉🎉"_s << QStringList{u"ура"_s, u"🎉"_s, u"🎉"_s};
        QTest::newRow("punctuation") << u"foo_bar-baz C++"_s << QStringList{u"foo"_s, u"bar"_s, u"baz"_s, u"c"_s};
        QTest::newRow("half a character")
            << u"a"_s + QChar(0xd83d) + u"b"_s << QStringList{u"a"_s, u"\ufffd"_s, u"b"_s};
        QTest::newRow("very long") << QString(100, u'x') << QStringList{QString(64, u'x')};
    }
    void wordsAreFolded()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, words);
        QCOMPARE(folded(text), words);
        QCOMPARE(indexText(text), words.join(u' '));
    }

    void wordsKnowTheirPlace()
    {
        const QString text = u"Да, П’ЯТЬ Ёлок"_s;
        const QList<Word> words = wordsOf(text);
        QCOMPARE(words.size(), 3);
        QCOMPARE(text.mid(words[1].start, words[1].length), u"П’ЯТЬ"_s);
        QCOMPARE(text.mid(words[2].start, words[2].length), u"Ёлок"_s);
    }

    void queriesFind_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        QTest::newRow("beginning") << u"каз"_s << u"Он сказал Казань"_s << true;
        QTest::newRow("inside") << u"казал"_s << u"Он сказал"_s << false;
        QTest::newRow("any order") << u"world hel"_s << u"Hello World"_s << true;
        QTest::newRow("all wanted") << u"hello moon"_s << u"Hello World"_s << false;
        QTest::newRow("ё for е") << u"ёлка"_s << u"Елка"_s << true;
        QTest::newRow("е for ё") << u"ЕЛК"_s << u"ёлка"_s << true;
        QTest::newRow("і is not и") << u"кіт"_s << u"кит"_s << false;
        QTest::newRow("ґ is not г") << u"ґрати"_s << u"грати"_s << false;
        QTest::newRow("other apostrophe") << u"об'єкт"_s << u"Об’єкти"_s << true;
        QTest::newRow("without apostrophe") << u"обєкт"_s << u"Об’єкти"_s << true;
        QTest::newRow("one letter is a word") << u"я"_s << u"яблоко"_s << false;
        QTest::newRow("one letter") << u"я"_s << u"Я тут"_s << true;
        QTest::newRow("as they stand") << u"\"вот оно\""_s << u"Ну вот: оно"_s << true;
        QTest::newRow("in guillemets") << u"«вот оно»"_s << u"Ну вот: оно"_s << true;
        QTest::newRow("in low quotes") << u"„оно вот“"_s << u"Ну вот: оно"_s << false;
        QTest::newRow("not in that order") << u"\"оно вот\""_s << u"Ну вот: оно"_s << false;
        QTest::newRow("quoted is whole") << u"\"hel\""_s << u"hello"_s << false;
        QTest::newRow("inside an unspaced text") << u"本市"_s << u"日本市場"_s << true;
        QTest::newRow("picture") << u"🎉"_s << u"Ура🎉!"_s << true;
        QTest::newRow("link") << u"has:link"_s << u"see HTTPS://rialto.example"_s << true;
        QTest::newRow("no link") << u"has:link"_s << u"see https:// and http"_s << false;
        QTest::newRow("other colon") << u"tag:word"_s << u"a tag: words"_s << true;
    }
    void queriesFind()
    {
        QFETCH(QString, asked);
        QFETCH(QString, text);
        QFETCH(bool, found);
        QCOMPARE(finds(asked, text), found);
    }

    void filesAreFound_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<bool>("inPaper");
        QTest::addColumn<bool>("inPhoto");
        QTest::addColumn<bool>("inWords");
        QTest::newRow("file") << u"has:file"_s << true << true << false;
        QTest::newRow("image") << u"HAS:Image"_s << false << true << false;
        QTest::newRow("both") << u"has:file has:image"_s << false << true << false;
        QTest::newRow("name") << u"invoice"_s << true << false << true;
        QTest::newRow("name and text") << u"look inv"_s << true << false << false;
        QTest::newRow("extension") << u"png"_s << false << true << false;
        QTest::newRow("as it stands") << u"\"Invoice March\""_s << true << false << false;
        QTest::newRow("not over both") << u"\"look invoice\""_s << false << false << false;
        QTest::newRow("link in a name") << u"has:link"_s << false << false << false;
    }
    void filesAreFound()
    {
        QFETCH(QString, asked);
        const auto query = SearchQuery::parse(asked);
        QVERIFY(query.has_value());
        QTEST(query->matches({u"Look"_s, u"Invoice March.pdf/terms.txt"_s, false}, 0), "inPaper");
        QTEST(query->matches({{}, u"shelf.png"_s, true}, 0), "inPhoto");
        QTEST(query->matches({u"an invoice"_s}, 0), "inWords");
        const auto again = SearchQuery::parse(query->toText());
        QVERIFY(again && *again == *query);
    }

    void filtersAreRead()
    {
        const auto query = SearchQuery::parse(
            u"price FROM:\"Olena K\" in:#market before:2026-12-31 after:1.2.2026 has:link"_s, QTimeZone(7200));
        QVERIFY(query.has_value());
        QCOMPARE(query->terms, QList<SearchTerm>({{{u"price"_s}, true}}));
        QCOMPARE(query->from.value(), (SearchTerm{{u"olena"_s, u"k"_s}, false}));
        QCOMPARE(query->in.value(), (SearchTerm{{u"market"_s}, true}));
        QCOMPARE(query->createdBeforeMs.value(),
                 QDateTime::fromString(u"2026-12-30T22:00:00Z"_s, Qt::ISODate).toMSecsSinceEpoch());
        QCOMPARE(query->createdFromMs.value(),
                 QDateTime::fromString(u"2026-02-01T22:00:00Z"_s, Qt::ISODate).toMSecsSinceEpoch());
        QVERIFY(query->hasLink && !query->fromMe);
        const auto again = SearchQuery::parse(query->toText());
        QVERIFY(again && *again == *query);
        QVERIFY(SearchQuery::parse(u"from:ME"_s)->fromMe);
        QVERIFY(!SearchQuery::parse(u"from:\"me\""_s)->fromMe);
    }

    void daysAreBounds()
    {
        const auto query = SearchQuery::parse(u"after:2026-01-01 before:2026-01-03"_s);
        const auto at = [](const char *iso) {
            return QDateTime::fromString(QLatin1StringView(iso), Qt::ISODateWithMs).toMSecsSinceEpoch();
        };
        QVERIFY(!query->matches({u"x"_s}, at("2026-01-01T23:59:59.999Z")));
        QVERIFY(query->matches({u"x"_s}, at("2026-01-02T00:00:00.000Z")));
        QVERIFY(query->matches({u"x"_s}, at("2026-01-02T23:59:59.999Z")));
        QVERIFY(!query->matches({u"x"_s}, at("2026-01-03T00:00:00.000Z")));
    }

    void whatCannotBeReadIsSaid_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<int>("kind");
        QTest::newRow("nothing") << u"  "_s << int(SearchProblem::Nothing);
        QTest::newRow("signs") << u"?! -"_s << int(SearchProblem::Nothing);
        QTest::newRow("nobody") << u"x from:"_s << int(SearchProblem::NoPerson);
        QTest::newRow("nowhere") << u"in:# x"_s << int(SearchProblem::NoRoom);
        QTest::newRow("no day") << u"before:soon"_s << int(SearchProblem::BadDay);
        QTest::newRow("no such day") << u"after:2026-02-30"_s << int(SearchProblem::BadDay);
        QTest::newRow("a day and more") << u"after:2026-02-03T"_s << int(SearchProblem::BadDay);
        QTest::newRow("unknown") << u"has:fish"_s << int(SearchProblem::UnknownHas);
        QTest::newRow("too many") << u"a "_s.repeated(17) << int(SearchProblem::TooManyWords);
    }
    void whatCannotBeReadIsSaid()
    {
        QFETCH(QString, asked);
        QFETCH(int, kind);
        const auto query = SearchQuery::parse(asked);
        QVERIFY(!query);
        QCOMPARE(int(query.error().kind), kind);
        QVERIFY(!query.error().toText().isEmpty());
        if (kind == SearchProblem::UnknownHas)
            QCOMPARE(query.error().toText(), u"has: knows link, file and image, not \"fish\"."_s);
    }

    void whatIsFoundIsShown()
    {
        const QString text = u"Ёлка: ёлки, елкам и foo-bar"_s;
        QStringList shown;
        for (const Word &place : SearchQuery::parse(u"ёлк foo-ba"_s)->findIn(text))
            shown.append(text.mid(place.start, place.length));
        QCOMPARE(shown, QStringList({u"Ёлка"_s, u"ёлки"_s, u"елкам"_s, u"foo-bar"_s}));
    }

    void theIndexIsAskedForAllThatIsWanted()
    {
        const auto query = SearchQuery::parse(u"hel \"foo bar\" я has:link"_s);
        QCOMPARE(indexExpression(*query, {7, 8}, {9}),
                 u"\"hel\"* AND \"foo\" AND \"bar\" AND \"я\" AND (\"_r7\" OR \"_r8\") AND (\"_a9\") AND \"_l\""_s);
        QCOMPARE(indexEntry(7, 9, {u"Hi: http://x"_s}), u"_r7 _a9 _l hi http x"_s);
        QCOMPARE(indexEntry(7, 9, {u"Hi"_s, u"a.pdf/b.png"_s, true}), u"_r7 _a9 _f _p hi a pdf b png"_s);
        QCOMPARE(indexExpression(*SearchQuery::parse(u"has:file has:image"_s), {}, {}), u"\"_f\" AND \"_p\""_s);
        QVERIFY(indexExpression(*SearchQuery::parse(u"before:2026-01-01"_s), {}, {}).isEmpty());
    }
};

QTEST_APPLESS_MAIN(SearchTest)
#include "search_test.moc"
