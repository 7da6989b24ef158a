#include <QLabel>
#include <QTextBlock>
#include <QtTest>

#include "client/Menus.h"
#include "features/chat/Composer.h"
#include "features/chat/ComposerField.h"
#include "ui/Shortcuts.h"
#include "ui/Spelling.h"
#include "ui/Theme.h"
#include "ui/UiSettings.h"

using namespace rialto;
using namespace Qt::StringLiterals;

/// The spelling of what one writes, by dictionaries of a few words, and which keys send it.
class UiSpellingTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    void writeDictionary(const QString &name, const QByteArray &encoding, const QStringList &words,
                         const QByteArray &rules = {})
    {
        QFile aff(m_folder.filePath(name + u".aff"_s));
        QVERIFY(aff.open(QIODevice::WriteOnly));
        aff.write("SET " + encoding + "\n" + rules);
        QFile dic(m_folder.filePath(name + u".dic"_s));
        QVERIFY(dic.open(QIODevice::WriteOnly));
        const QString text = QString::number(words.size()) + u'\n' + words.join(u'\n') + u'\n';
        dic.write(encoding == "ISO8859-1" ? text.toLatin1() : text.toUtf8());
    }

    /// A window with a composer that knows these dictionaries.
    struct Desk
    {
        explicit Desk(const QString &dictionaries)
            : settings(folder.path()), theme(*qApp), spelling(settings, {dictionaries}), composer(theme, spelling)
        {
            composer.resize(600, 60);
            composer.show();
            composer.activateWindow();
            composer.setFocus();
            // The first words of each script only say which dictionaries are wanted.
            spelling.isWrong(u"a"_s);
            spelling.isWrong(u"а"_s);
        }
        QStringList underlined()
        {
            QStringList words;
            for (QTextBlock block = composer.field().document()->begin(); block.isValid(); block = block.next()) {
                for (const QTextLayout::FormatRange &range : block.layout()->formats()) {
                    if (range.format.underlineStyle() == QTextCharFormat::SpellCheckUnderline)
                        words.append(block.text().mid(range.start, range.length));
                }
            }
            return words;
        }
        QTemporaryDir folder;
        UiSettings settings;
        Theme theme;
        Spelling spelling;
        Composer composer;
    };

    static void waitForDictionaries(Desk &desk)
    {
        QTRY_VERIFY(desk.spelling.isWrong(u"qqqq"_s) && desk.spelling.isWrong(u"щщщщ"_s));
    }

    /// Asks for the menu by its key.
    static void askForMenu(Desk &desk)
    {
        QPlainTextEdit &field = desk.composer.field();
        QContextMenuEvent event(QContextMenuEvent::Keyboard, field.cursorRect().center(),
                                field.viewport()->mapToGlobal(field.cursorRect().center()));
        QCoreApplication::sendEvent(field.viewport(), &event);
    }
    static void press(Desk &desk, const QString &entry)
    {
        inMenu({entry});
        askForMenu(desk);
    }

private Q_SLOTS:
    void initTestCase()
    {
        writeDictionary(u"en_US"_s, "UTF-8",
                        {u"a"_s, u"hello"_s, u"well"_s, u"known"_s, u"I"_s, u"don't"_s, u"world"_s});
        writeDictionary(u"en_AU"_s, "UTF-8", {u"arvo"_s});
        writeDictionary(u"ru_RU"_s, "UTF-8", {u"привет"_s, u"мир"_s, u"а"_s});
        writeDictionary(u"uk_UA"_s, "UTF-8", {u"привіт"_s, u"п'ять"_s, u"сім"_s});
    }

    void onlyWordsOfALanguageAreJudged_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("plain") << u"Hello, wide world!"_s << QStringList{u"Hello"_s, u"wide"_s, u"world"_s};
        QTest::newRow("apostrophes") << u"don't п’ять об'єкт 'quoted'"_s
                                     << QStringList{u"don't"_s, u"п’ять"_s, u"об'єкт"_s, u"quoted"_s};
        QTest::newRow("hyphens") << u"well-known - so"_s << QStringList{u"well-known"_s, u"so"_s};
        QTest::newRow("single letters") << u"я и ты"_s << QStringList{u"ты"_s};
        QTest::newRow("addresses") << u"see https://a.example/helo and me@host.example, file.txt"_s
                                   << QStringList{u"see"_s, u"and"_s};
        QTest::newRow("names") << u"@olena #purchases /home/x :heart: a_b v2 QtHttpServer USB"_s << QStringList{};
        QTest::newRow("marks of Markdown")
            << u"**bold** ~~gone~~ ||secret||"_s << QStringList{u"bold"_s, u"gone"_s, u"secret"_s};
        QTest::newRow("code") << u"run `helo wrld` now `unclosed words"_s << QStringList{u"run"_s, u"now"_s};
        QTest::newRow("too long") << QString(65, u'x') << QStringList{};
        QTest::newRow("combining") << u"cafe\u0301 ok"_s << QStringList{u"cafe\u0301"_s, u"ok"_s};
    }

    void onlyWordsOfALanguageAreJudged()
    {
        QFETCH(QString, line);
        QStringList words;
        for (const WordPlace &word : wordsToCheck(line))
            words.append(line.mid(word.start, word.length));
        QTEST(words, "words");
    }

    void aWordIsRightInAnyLanguageOfItsScript()
    {
        Desk desk(m_folder.path());
        QVERIFY(!desk.spelling.isWrong(u"qqqq"_s)); // The dictionaries are on their way.
        waitForDictionaries(desk);
        QCOMPARE(desk.spelling.languages(), (QStringList{u"English"_s, u"Русский"_s, u"Українська"_s}));
        for (const QString &right : {u"hello"_s, u"Hello"_s, u"don’t"_s, u"well-known"_s, u"привет"_s, u"привіт"_s,
                                     u"пʼять"_s, u"п’ять"_s, u"שלום"_s, u"hellо"_s /* with a Cyrillic о */})
            QVERIFY2(!desk.spelling.isWrong(right), qPrintable(right));
        for (const QString &wrong : {u"helo"_s, u"well-knwon"_s, u"превет"_s, u"пять"_s, u"arvo"_s})
            QVERIFY2(desk.spelling.isWrong(wrong), qPrintable(wrong));
        QVERIFY(desk.spelling.suggestions(u"helo"_s).contains(u"hello"_s));
        QCOMPARE(desk.spelling.suggestions(u"превет"_s).first(), u"привет"_s);
    }

    void encodingsAreRead()
    {
        QTemporaryDir other;
        std::swap(other, m_folder);
        writeDictionary(u"en_US"_s, "ISO8859-1", {u"café"_s});
        writeDictionary(u"ru_RU"_s, "KOI-unknown", {u"да"_s});
        writeDictionary(u"uk_UA"_s, "UTF-8", {u"так"_s});
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"ru_RU.aff is in an encoding"_s));
        std::swap(other, m_folder);
        Desk desk(other.path());
        QTRY_VERIFY(desk.spelling.isWrong(u"cafe"_s));
        QVERIFY(!desk.spelling.isWrong(u"café"_s));
        QVERIFY(desk.spelling.isWrong(u"naïvé"_s));
        // Where one dictionary cannot be read, nobody can tell what is wrong in its script.
        QTRY_COMPARE(desk.spelling.languages(), (QStringList{u"English"_s, u"Українська"_s}));
        QVERIFY(!desk.spelling.isWrong(u"щщщщ"_s));
        QVERIFY(desk.spelling.isWrong(u"č"_s + u"afe"_s)); // No letter of that dictionary's.
    }

    void withoutDictionariesNothingIsWrong()
    {
        QTemporaryDir empty;
        Desk desk(empty.path());
        QVERIFY(desk.spelling.languages().isEmpty());
        QTest::keyClicks(&desk.composer.field(), u"qqqq wwww "_s);
        QCOMPARE(desk.underlined(), QStringList{});
    }

    void whatIsMisspeltIsUnderlinedOnceItIsWritten()
    {
        Desk desk(m_folder.path());
        waitForDictionaries(desk);
        QVERIFY(QTest::qWaitForWindowActive(&desk.composer));
        QPlainTextEdit &field = desk.composer.field();
        QTest::keyClicks(&field, u"hello wrld"_s);
        QCOMPARE(desk.underlined(), QStringList{});
        QTest::keyClicks(&field, u" "_s);
        QCOMPARE(desk.underlined(), QStringList{u"wrld"_s});
        QTest::keyClick(&field, Qt::Key_Left);
        QCOMPARE(desk.underlined(), QStringList{});
        QTest::keyClick(&field, Qt::Key_Left);
        QCOMPARE(desk.underlined(), QStringList{u"wrld"_s});
        // To look elsewhere, or otherwise, is not to type.
        QSignalSpy typed(&desk.composer, &Composer::draftChanged);
        QTest::keyClick(&field, Qt::Key_End);
        field.clearFocus();
        QCOMPARE(desk.underlined(), QStringList{u"wrld"_s});
        field.setFocus();
        desk.spelling.setOn(false);
        QCOMPARE(typed.size(), 0);
        QCOMPARE(desk.underlined(), QStringList{});
        desk.spelling.setOn(true);
        field.setPlainText(u"one\n```\nhelo wrld\n```\ntwoo hello"_s);
        QCOMPARE(desk.underlined(), (QStringList{u"one"_s, u"twoo"_s}));
        // Lines that Shift+Enter begins are lines, too.
        desk.composer.setText(QString());
        QTest::keyClicks(&field, u"```"_s);
        QTest::keyClick(&field, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(&field, u"helo"_s);
        QTest::keyClick(&field, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(&field, u"```"_s);
        QTest::keyClick(&field, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(&field, u"https://x.y"_s);
        QTest::keyClick(&field, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(&field, u"twoo hello "_s);
        QCOMPARE(desk.underlined(), QStringList{u"twoo"_s});
    }

    /// What was there before the dictionaries is judged when they have come.
    void dictionariesThatComeLateJudgeWhatStandsThere()
    {
        Desk desk(m_folder.path());
        desk.composer.setText(u"wrld hello "_s);
        QCOMPARE(desk.underlined(), QStringList{});
        QTRY_COMPARE(desk.underlined(), QStringList{u"wrld"_s});
    }

    void theMenuOffersWhatMayHaveBeenMeant()
    {
        Desk desk(m_folder.path());
        waitForDictionaries(desk);
        QVERIFY(QTest::qWaitForWindowActive(&desk.composer));
        QPlainTextEdit &field = desk.composer.field();
        desk.composer.setText(u"helo there, wrld"_s);
        field.moveCursor(QTextCursor::Start);
        press(desk, u"hello"_s);
        QCOMPARE(desk.composer.text(), u"hello there, wrld"_s);
        field.undo();
        QCOMPARE(desk.composer.text(), u"helo there, wrld"_s);
        field.moveCursor(QTextCursor::Start);
        for (int step = 0; step < 6; ++step)
            field.moveCursor(QTextCursor::NextCharacter);
        QVERIFY(desk.underlined().contains(u"there"_s));
        press(desk, u"Add to the dictionary"_s);
        QVERIFY(!desk.underlined().contains(u"there"_s));
        QVERIFY(!entriesOf([&] { askForMenu(desk); }).contains(u"Add to the dictionary"_s));
        Spelling later(desk.settings, {m_folder.path()});
        QVERIFY(!later.isWrong(u"there"_s));
        QTRY_VERIFY(later.isWrong(u"wrld"_s));
        QVERIFY(!later.isWrong(u"there"_s));
    }

    void keysPutMarksAroundWords()
    {
        Desk desk(m_folder.path());
        QPlainTextEdit &field = desk.composer.field();
        desk.composer.setText(u"one two"_s);
        QTextCursor cursor = field.textCursor();
        cursor.movePosition(QTextCursor::WordLeft, QTextCursor::KeepAnchor);
        field.setTextCursor(cursor);
        QTest::keyClick(&field, Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(desk.composer.text(), u"one **two**"_s);
        QCOMPARE(field.textCursor().selectedText(), u"two"_s);
        QTest::keyClick(&field, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(desk.composer.text(), u"one **||two||**"_s);
        QTest::keyClick(&field, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClick(&field, Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(desk.composer.text(), u"one two"_s);
        field.undo();
        QCOMPARE(desk.composer.text(), u"one **two**"_s);
        // Italic within bold is both.
        field.moveCursor(QTextCursor::Start);
        QVERIFY(field.find(u"two"_s));
        QTest::keyClick(&field, Qt::Key_I, Qt::ControlModifier);
        QCOMPARE(desk.composer.text(), u"one ***two***"_s);
        QTest::keyClick(&field, Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(desk.composer.text(), u"one *two*"_s);
        // Where nothing is selected one writes between them.
        desk.composer.setText(QString());
        QTest::keyClick(&field, Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClicks(&field, u"x"_s);
        QCOMPARE(desk.composer.text(), u"`x`"_s);
    }

    void aMessageIsNotEditedAway()
    {
        Desk desk(m_folder.path());
        QSignalSpy edited(&desk.composer, &Composer::editConfirmed);
        desk.composer.startEditing(u"hello"_s);
        desk.composer.field().selectAll();
        QTest::keyClick(&desk.composer.field(), Qt::Key_Delete);
        QTest::keyClick(&desk.composer.field(), Qt::Key_Return);
        QCOMPARE(edited.size(), 0);
        const QList<QLabel *> labels = desk.composer.findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().startsWith("A message cannot become empty"_L1);
        }));
        QTest::keyClick(&desk.composer.field(), Qt::Key_Escape);
        QVERIFY(!desk.composer.isEditing());
    }

    void enterSendsOrBreaksTheLine()
    {
        Desk desk(m_folder.path());
        QPlainTextEdit &field = desk.composer.field();
        QSignalSpy sent(&desk.composer, &Composer::sendRequested);
        desk.composer.setText(u"one"_s);
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(sent.size(), 1);
        setEnterSends(false);
        QTest::keyClick(&field, Qt::Key_Return);
        QTest::keyClicks(&field, u"two"_s);
        QTest::keyClick(&field, Qt::Key_Enter);
        QTest::keyClick(&field, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(sent.size(), 1);
        QCOMPARE(desk.composer.text().count(u'\n'), 3);
        QTest::keyClick(&field, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(sent.size(), 2);
        QCOMPARE(shortcutText(Shortcut::SendMessage), u"Ctrl+Enter"_s);
        QCOMPARE(shortcutText(Shortcut::BreakLine), u"Enter"_s);
        setEnterSends(true);
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(sent.size(), 3);
    }
};

QTEST_MAIN(UiSpellingTest)
#include "ui_spelling_test.moc"
