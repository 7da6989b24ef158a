#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

#include "support/Places.h"

using namespace Qt::StringLiterals;

namespace {

/// What shows, says or asks something; the first word of what is looked at.
const QStringList kVisible = {
    u"QLabel"_s,
    u"QAction"_s,
    u"QCheckBox"_s,
    u"QRadioButton"_s,
    u"QPushButton"_s,
    u"QGroupBox"_s,
    u"QMessageBox"_s,
    u"Button"_s,
    u"IconButton"_s,
    u"Dialog"_s,
    u"Confirm"_s,
    u"TextField"_s,
    u"EmptyState"_s,
    u"Banner"_s,
    u"LinkCard"_s,
    u"Snippet"_s,
    u"setText"_s,
    u"setFullText"_s,
    u"setTitle"_s,
    u"setWindowTitle"_s,
    u"setToolTip"_s,
    u"setStatusTip"_s,
    u"setWhatsThis"_s,
    u"setPlaceholderText"_s,
    u"setPlaceholder"_s,
    u"setAccessibleName"_s,
    u"setLabel"_s,
    u"setAccessibleDescription"_s,
    u"setLabelText"_s,
    u"setName"_s,
    u"setWords"_s,
    u"setHint"_s,
    u"setExplanation"_s,
    u"setProblem"_s,
    u"setError"_s,
    u"setNotice"_s,
    u"setAction"_s,
    u"setHeaderData"_s,
    u"addAction"_s,
    u"addMenu"_s,
    u"addItem"_s,
    u"insertItem"_s,
    u"addTab"_s,
    u"addSection"_s,
    u"addRow"_s,
    u"addButton"_s,
    u"addPrimary"_s,
    u"addSecondary"_s,
    u"say"_s,
    u"tell"_s,
    u"said"_s,
    u"showNote"_s,
    u"showFieldError"_s,
    u"setAddressError"_s,
    u"showMessage"_s,
    u"failLocally"_s,
    u"getText"_s,
    u"getOpenFileName"_s,
    u"getSaveFileName"_s,
    u"getOpenFileNames"_s,
    u"information"_s,
    u"warning"_s,
    u"critical"_s,
    u"question"_s,
    u"drawText"_s,
    u"drawStaticText"_s,
    u"elidedText"_s,
    u"horizontalAdvance"_s,
    u"pickPeople"_s,
    u"setInformativeText"_s,
};

// Words that are the same in every language, or that nobody sees.
const QSet<QString> kAllowed = {
    u"Rialto"_s,                     // The name.
    u"english русский українська"_s, // By which one finds the language, in whichever it is; never shown.
    u"rialto qt server"_s,           // By which one finds what this program is; never shown.
    u" (*.md);;JSON (*.json)"_s,     // The kinds of files, by their endings.
    u" (*.png *.jpg *.jpeg *.webp *.gif)"_s,
    u"name"_s, // Names of fields ...
    u"password"_s,
    u"muted"_s, // ... and of tones.
    u"accent"_s,
    u"warning"_s,
    u"danger"_s,
};

/// One call with what stands between its brackets.
struct Call
{
    QString name;
    QString arguments;
    qsizetype line = 0;
};

/// Without comments; texts keep what looks like one.
QString codeOf(const QString &source)
{
    static const QRegularExpression part(
        u"\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\\n]|\\\\.)+'|//[^\\n]*|/\\*.*?\\*/"_s,
        QRegularExpression::DotMatchesEverythingOption);
    QString code;
    qsizetype from = 0;
    for (auto it = part.globalMatch(source); it.hasNext();) {
        const auto match = it.next();
        code += source.mid(from, match.capturedStart() - from);
        code += match.captured().startsWith(u'/') ? QString(match.captured().count(u'\n'), u'\n') : match.captured();
        from = match.capturedEnd();
    }
    return code + source.mid(from);
}

/// Where the bracket that opens before `from` closes; brackets in texts do not count.
qsizetype endOf(const QString &code, qsizetype from)
{
    int depth = 1;
    bool isText = false;
    for (qsizetype i = from; i < code.size(); ++i) {
        const QChar c = code.at(i);
        if (isText && c == u'\\')
            ++i;
        else if (c == u'"')
            isText = !isText;
        else if (!isText && c == u'\'' && (i == 0 || !code.at(i - 1).isDigit()))
            i = code.indexOf(u'\'', i + (code.at(i + 1) == u'\\' ? 3 : 2));
        else if (!isText && (c == u'(' || c == u'{'))
            ++depth;
        else if (!isText && (c == u')' || c == u'}') && --depth == 0)
            return i;
    }
    return code.size();
}

QList<Call> callsIn(const QString &code, const QRegularExpression &names)
{
    QList<Call> calls;
    for (auto it = names.globalMatch(code); it.hasNext();) {
        const auto match = it.next();
        const qsizetype end = endOf(code, match.capturedEnd());
        calls.append({match.captured(1), code.mid(match.capturedEnd(), end - match.capturedEnd()),
                      code.left(match.capturedStart()).count(u'\n') + 1});
    }
    return calls;
}

/// What remains of the arguments when everything that is translated is taken away.
QString untranslated(QString arguments)
{
    static const QRegularExpression translated(u"\\b(tr|translate|QT_TRANSLATE_NOOP|QT_TR_NOOP)\\("_s);
    for (auto match = translated.match(arguments); match.hasMatch(); match = translated.match(arguments)) {
        const qsizetype end = endOf(arguments, match.capturedEnd());
        arguments.remove(match.capturedStart(), end + 1 - match.capturedStart());
    }
    return arguments;
}

/// The texts with letters in them that are neither the name of an icon nor known to be no words.
QStringList wordsIn(const QString &arguments)
{
    static const QRegularExpression text(u"\"((?:[^\"\\\\]|\\\\.)*)\""_s);
    static const QRegularExpression letter(u"\\p{L}"_s);
    QStringList words;
    for (auto it = text.globalMatch(arguments); it.hasNext();) {
        const QString found = it.next().captured(1);
        const bool isIcon = QFile::exists(rialto::places::source(u"resources/icons/"_s) + found + u".svg"_s);
        if (found.contains(letter) && !isIcon && !kAllowed.contains(found) && !found.startsWith(u"rialto://"_s))
            words.append(found);
    }
    return words;
}

QStringList untranslatedIn(const QString &source)
{
    static const QRegularExpression visible(u"\\b("_s + kVisible.join(u'|') + u")(?:\\s+\\w+)?\\s*[({]"_s);
    QStringList found;
    for (const Call &call : callsIn(codeOf(source), visible)) {
        for (const QString &words : wordsIn(untranslated(call.arguments)))
            found.append(u"%1: %2(\"%3\")"_s.arg(QString::number(call.line), call.name, words));
    }
    return found;
}

} // namespace

/// What people read is written once, in English, and handed to the translators: no words go around tr().
class WordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsAroundTheTranslatorsAreSeen_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<int>("found");
        QTest::newRow("set") << u"label->setText(u\"Hello\"_s);"_s << 1;
        QTest::newRow("made") << u"auto *label = new QLabel(\"Hello\");"_s << 1;
        QTest::newRow("member") << u"m_ok(new Button(theme, ButtonKind::Primary, u\"Save (all)\"_s)),"_s << 1;
        QTest::newRow("variable") << u"Confirm question(theme, u\"Really?\"_s, tr(\"No\"), parent);"_s << 1;
        QTest::newRow("joined") << u"say(tr(\"Saved as %1\").arg(name) + u\" at once\"_s, u\"check\"_s);"_s << 1;
        QTest::newRow("chosen") << u"setToolTip(is ? tr(\"On\") : u\"Off\"_s);"_s << 1;
        QTest::newRow("painted") << u"painter.drawText(rect, Qt::AlignCenter, u\"Привіт\"_s);"_s << 1;
        QTest::newRow("on lines") << u"menu.addAction(icon,\n    u\"Copy\"_s, // tr(\n    this);"_s << 1;
        QTest::newRow("translated") << u"label->setText(tr(\"Hello (%1)\").arg(name));"_s << 0;
        QTest::newRow("elsewhere") << u"setText(QCoreApplication::translate(\"Timeline\", \"Reply\"));"_s << 0;
        QTest::newRow("plural") << u"setText(tr(\"%n file(s)\", nullptr, int(files.size())));"_s << 0;
        QTest::newRow("icon") << u"say(tr(\"Copied\"), u\"copy\"_s);"_s << 0;
        QTest::newRow("signs") << u"setText(u\"%1 · %2\"_s.arg(a, b) + u')');"_s << 0;
        QTest::newRow("comment") << u"// setText(\"Hello\")\nsetText(name); /* QLabel(\"x\") */"_s << 0;
        QTest::newRow("none") << u"value.insert(u\"name\"_s, 1);"_s << 0;
    }
    void wordsAroundTheTranslatorsAreSeen()
    {
        QFETCH(QString, source);
        QTEST(int(untranslatedIn(source).size()), "found");
    }

    void noWordsGoAroundTheTranslators()
    {
        const QString root = rialto::places::source(u"client"_s);
        QStringList found;
        int files = 0;
        for (QDirIterator it(root, {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            ++files;
            for (const QString &one : untranslatedIn(QString::fromUtf8(file.readAll())))
                found.append(file.fileName().mid(root.size() + 1) + u':' + one);
        }
        QVERIFY(files > 100);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(WordsTest)
#include "words_test.moc"
