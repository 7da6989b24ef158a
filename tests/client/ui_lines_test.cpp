#include <QHelpEvent>
#include <QListView>
#include <QStandardItemModel>
#include <QToolTip>
#include <QtTest>

#include "client/ChatWindow.h"
#include "features/chat/RowLayout.h"
#include "features/chat/RowPainter.h"
#include "markdown/MarkdownReader.h"
#include "ui/ElidedLabel.h"
#include "ui/EmojiSigns.h"
#include "ui/EmojiText.h"
#include "ui/LineDelegate.h"
#include "ui/LinePainter.h"

using namespace rialto;
using namespace Qt::StringLiterals;

namespace {

const QString heart = u"\u2764\uFE0F"_s;

/// What a line of that width looks like.
QImage lineOf(const Theme &theme, const QString &words, int width, QStringList *cut = nullptr)
{
    QImage image(width, 24, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    LinePainter lines(painter, theme);
    lines.text(image.rect(), words, {theme.font(TextStyle::Body), Qt::black});
    if (cut)
        *cut = lines.cut();
    return image;
}

int coloured(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor color = image.pixelColor(x, y);
            count += color.saturation() > 100 && color.value() > 80 ? 1 : 0;
        }
    }
    return count;
}

} // namespace

/// Lines of what people wrote, in rows, titles and bubbles.
class UiLinesTest : public QObject
{
    Q_OBJECT

    Theme m_theme{*qApp};

    /// A message in a bubble of its own, with all of it selected or nothing.
    QImage bubbleOf(const QString &text, bool selected)
    {
        TimelineEntry entry;
        entry.message.id = MessageId{1};
        entry.message.text = text;
        const auto layout = RowLayouter(m_theme, 600, Qt::LeftToRight).layout(entry, {});
        QImage image(600, qCeil(layout->height), QImage::Format_RGB32);
        image.fill(m_theme.colors().canvas);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        const int length = selected ? int(layout->text.rich.text.size()) : 0;
        RowPainter(m_theme).paint(painter, *layout, 0, {0, length}, false);
        return image;
    }

private Q_SLOTS:
    void emojiOfALineAreInColour()
    {
        if (m_theme.emojiFamilies().isEmpty())
            QSKIP("no emoji font is installed");
        QCOMPARE(coloured(lineOf(m_theme, u"thanks"_s, 200)), 0);
        for (const QString &emoji : {heart, u"🎉"_s, u"\u2B50"_s, u"1\uFE0F\u20E3"_s})
            QVERIFY2(coloured(lineOf(m_theme, u"thanks "_s + emoji, 200)) > 20, qPrintable(emoji));
        // Variation selector 15 asks for a letter.
        QVERIFY(emojiRuns(u"thanks \u2B50\uFE0E"_s, m_theme, m_theme.font(TextStyle::Body)).isEmpty());
    }

    void joinedEmojiAreOneSign()
    {
        if (m_theme.emojiFamilies().isEmpty())
            QSKIP("no emoji font is installed");
        const QFont font = m_theme.font(TextStyle::Body);
        const int one = lineWidth(u"🔥"_s, m_theme, font);
        for (const QString &emoji : {u"\u2764\uFE0F\u200D🔥"_s, u"👩\u200D\u2764\uFE0F\u200D👨"_s,
                                     u"🏳\uFE0F\u200D🌈"_s, u"1\uFE0F\u20E3"_s, u"👨\u200D👩\u200D👧"_s}) {
            QCOMPARE(lineWidth(emoji, m_theme, font), one);
            const QString text = u"a "_s + emoji + u" b"_s;
            QCOMPARE(joinedEmoji(text).size(), text.size());
            QCOMPARE(joinedEmoji(text).right(2), u" b"_s);
        }
        QCOMPARE(joinedEmoji(u"\u2764\uFE0F 1"_s), u"\u2764\uFE0F 1"_s);
    }

    /// Other signs keep their places while a text is laid out; nothing else about it is different.
    void emojiKeepTheirPlaces_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("among words") << u"ab \u2764\uFE0F\u200D🔥 cd🎉🎉e"_s;
        QTest::newRow("alone") << u"👍🏽"_s;
        QTest::newRow("from right to left") << u"שלום 🎉 עולם 1\uFE0F\u20E3"_s;
        QTest::newRow("none") << u"no emoji \u263B"_s;
    }
    void emojiKeepTheirPlaces()
    {
        if (m_theme.emojiFamilies().isEmpty())
            QSKIP("no emoji font is installed");
        QFETCH(QString, text);
        QFont bold = m_theme.font(TextStyle::BodyStrong);
        const EmojiSigns signs(text, m_theme, bold);
        QCOMPARE(signs.shown().size(), text.size());
        const QTextLayout plain(text, bold);
        QTextLayout layout(signs.shown(), bold);
        QTextOption option;
        option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        layout.setTextOption(option);
        layout.setFormats(signs.formats());
        layout.beginLayout();
        QTextLine line = layout.createLine();
        line.setLineWidth(1000);
        layout.endLayout();
        for (int i = 0; i <= text.size(); ++i)
            QCOMPARE(layout.isValidCursorPosition(i), plain.isValidCursorPosition(i));
        for (const EmojiPlace &place : emojiPlaces(text)) {
            const qreal width = qAbs(line.cursorToX(place.start + place.length) - line.cursorToX(place.start));
            QCOMPARE(qRound(width), lineWidth(text.mid(place.start, place.length), m_theme, bold));
        }
        QImage image(1000, 40, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        layout.draw(&painter, {0, 10});
        QCOMPARE(coloured(image), 0);
        if (emojiPlaces(text).size() == 1 && emojiPlaces(text).first().length == text.size()) {
            painter.setPen(Qt::red);
            layout.draw(&painter, {0, 10});
            QCOMPARE(coloured(image), 0); // What keeps the place is not seen.
        }
        signs.paint(painter, layout, {0, 10});
        QCOMPARE(coloured(image) > 20, !signs.isEmpty());
    }

    void aLineThatDoesNotFitEndsInAnEllipsis()
    {
        QStringList cut;
        const QString words = u"A long line with a heart "_s + heart + u" and more words behind it"_s;
        lineOf(m_theme, words, 600, &cut);
        QVERIFY(cut.isEmpty());
        lineOf(m_theme, words, 120, &cut);
        QCOMPARE(cut, QStringList{words});
        const LineLook look{m_theme.font(TextStyle::Body), Qt::black};
        for (int width = 20; width < 400; width += 7) {
            const QString shown = fittedLine(words, m_theme, look, width);
            const QString kept = shown.chopped(1);
            QVERIFY(shown == words || (shown.endsWith(u'…') && words.startsWith(kept)));
            QVERIFY2(!kept.endsWith(QChar(0x2764)), "the heart is cut in two");
        }
    }

    void linesOfAllScriptsAndDirectionsAreMadeOneLine()
    {
        QVERIFY(lineOf(m_theme, u"one\ntwo\u2028three"_s, 400) == lineOf(m_theme, u"one two three"_s, 400));
        // Words from the right keep to the left edge of a window that runs from the left.
        const QImage hebrew = lineOf(m_theme, u"שלום "_s + heart, 400);
        QVERIFY(hebrew.copy(0, 0, 100, 24) != hebrew.copy(300, 0, 100, 24));
        QCOMPARE(coloured(hebrew.copy(200, 0, 200, 24)), 0);
    }

    void aTooltipTellsWholeWhatARowCut()
    {
        QStandardItemModel model;
        model.appendRow(new QStandardItem(u"short"_s));
        model.appendRow(new QStandardItem(u"<b>much too long</b> for a list as narrow as this one"_s));
        QListView list;
        list.setModel(&model);
        list.setItemDelegate(new LineDelegate(m_theme, &list));
        list.resize(160, 200);
        list.show();
        QVERIFY(QTest::qWaitForWindowExposed(&list));
        const auto ask = [&](int row) {
            const QPoint place = list.visualRect(model.index(row, 0)).center();
            QHelpEvent event(QEvent::ToolTip, place, list.viewport()->mapToGlobal(place));
            QApplication::sendEvent(list.viewport(), &event);
        };
        ask(0);
        QVERIFY(QToolTip::text().isEmpty());
        ask(1);
        QVERIFY2(QToolTip::text().contains(u"&lt;b&gt;much too long&lt;/b&gt; for a list as narrow as this one"_s),
                 qPrintable(QToolTip::text()));
        ask(0);
        QTRY_VERIFY(QToolTip::text().isEmpty());
    }

    void aRoomWithALongNameTellsIt()
    {
        const QString name = u"Everything about the warehouse behind the second gate "_s + heart;
        Shown shown(Role::Member, [&](SampleAccount &sample) {
            Cache cache(sample.profile().cacheFile(sample.account()));
            const EntityKey key{u"room"_s, SampleAccount::stock.value};
            Room room = *cache.entities().find<Room>(key);
            room.name = name;
            ++room.version;
            QVERIFY(cache.entities().merge(key, room));
        });
        auto &list = shown.find<RoomListPane>();
        auto *view = list.findChild<QListView *>();
        shown.open(SampleAccount::stock);
        const QPoint place = view->visualRect(view->currentIndex()).center();
        QHelpEvent event(QEvent::ToolTip, place, view->viewport()->mapToGlobal(place));
        QApplication::sendEvent(view->viewport(), &event);
        QVERIFY2(QToolTip::text().contains(name), qPrintable(QToolTip::text()));
        QToolTip::hideText();
    }

    void aTitleShowsItsEmojiInColour()
    {
        if (m_theme.emojiFamilies().isEmpty())
            QSKIP("no emoji font is installed");
        ElidedLabel label(m_theme);
        m_theme.dress(label, TextStyle::Title);
        label.resize(300, 40);
        label.setFullText(u"Friends "_s + heart);
        QVERIFY(coloured(label.grab().toImage()) > 20);
    }

    void whatIsHiddenStaysHiddenWhateverIsDoneToIt()
    {
        // Of the same widths, so that only what is hidden could tell them apart.
        const QImage one = bubbleOf(u"It was ||iiii||!"_s, false);
        QVERIFY(one == bubbleOf(u"It was ||ii"_s + u"ii||!"_s, false));
        const auto differs = [&](bool selected) {
            const QImage left = bubbleOf(u"He ||\U0001F600|| ok"_s, selected);
            const QImage right = bubbleOf(u"He ||\U0001F621|| ok"_s, selected);
            return left != right;
        };
        QVERIFY2(!differs(false), "the colours of emoji show through");
        QVERIFY2(!differs(true), "a selection uncovers what is hidden");
        QVERIFY2(bubbleOf(u"He ||\U0001F7E5|| ok"_s, false) == bubbleOf(u"He ||\U0001F7E6|| ok"_s, false),
                 "signs that fill their square show a rim");
        QVERIFY2(bubbleOf(u"He \U0001F600 ok"_s, false) != bubbleOf(u"He \U0001F621 ok"_s, false),
                 "the two could not be told apart anyway");
    }

    void linesWithEmojiAreAsHighAsOthers()
    {
        QCOMPARE(bubbleOf(u"one\ntwo"_s, false).height(), bubbleOf(u"one 🎉\ntwo "_s + heart, false).height());
    }
};

QTEST_MAIN(UiLinesTest)
#include "ui_lines_test.moc"
