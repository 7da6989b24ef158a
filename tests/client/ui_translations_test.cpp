#include <QDirIterator>
#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QtTest>

#include "support/Places.h"

using namespace Qt::StringLiterals;

namespace {

struct Entry
{
    QString source;
    QStringList translations;
    bool plural = false;
    bool finished = true;
};

QList<Entry> readTranslations(const QString &language)
{
    QFile file(rialto::places::source(u"translations/rialto_%1.ts"_s).arg(language));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Entry> entries;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "message"_L1)
            entries.append({{}, {}, xml.attributes().value("numerus"_L1) == "yes"_L1, true});
        else if (xml.name() == "source"_L1)
            entries.last().source = xml.readElementText();
        else if (xml.name() == "translation"_L1) {
            entries.last().finished = !xml.attributes().hasAttribute("type"_L1);
            if (!entries.last().plural)
                entries.last().translations.append(xml.readElementText());
        } else if (xml.name() == "numerusform"_L1)
            entries.last().translations.append(xml.readElementText());
    }
    return entries;
}

QSet<QString> places(const QString &text)
{
    static const QRegularExpression place(u"%(\\d|L?n)"_s);
    QSet<QString> found;
    for (auto it = place.globalMatch(text); it.hasNext();)
        found.insert(it.next().captured());
    return found;
}

} // namespace

class UiTranslationsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everythingIsTranslated_data();
    void everythingIsTranslated();
    void sourcesAreTranslated();
    void contextsAreThoseThatAreAskedFor();
};

void UiTranslationsTest::everythingIsTranslated_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("forms");
    QTest::newRow("English") << u"en"_s << 2;
    QTest::newRow("Russian") << u"ru"_s << 3;
    QTest::newRow("Ukrainian") << u"uk"_s << 3;
}

void UiTranslationsTest::everythingIsTranslated()
{
    QFETCH(QString, language);
    QFETCH(int, forms);
    const QList<Entry> entries = readTranslations(language);
    QVERIFY(!entries.isEmpty());
    for (const Entry &entry : entries) {
        QVERIFY2(entry.finished, qPrintable(entry.source));
        QCOMPARE(entry.translations.size(), entry.plural ? forms : 1);
        for (const QString &translation : entry.translations) {
            QVERIFY2(!translation.isEmpty(), qPrintable(entry.source));
            QVERIFY2(places(translation) == places(entry.source), qPrintable(translation));
        }
    }
}

/// Finds tr("...") literals of one line in the sources that no translation file knows: somebody forgot lupdate.
void UiTranslationsTest::sourcesAreTranslated()
{
    QSet<QString> known;
    for (const Entry &entry : readTranslations(u"uk"_s))
        known.insert(entry.source);
    static const QRegularExpression literal(u"\\btr\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*[),]"_s);
    QDirIterator files(rialto::places::source(u"client"_s), {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        for (auto it = literal.globalMatch(text); it.hasNext();) {
            const QString source = it.next().captured(1).replace(u"\\\""_s, u"\""_s).replace(u"\\n"_s, u"\n"_s);
            QVERIFY2(known.contains(source), qPrintable(file.fileName() + u": "_s + source));
        }
    }
}

/// A string in a context that no class has is never found.
void UiTranslationsTest::contextsAreThoseThatAreAskedFor()
{
    QString sources;
    QDirIterator files(rialto::places::source(u"client"_s), {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        sources += QString::fromUtf8(file.readAll());
    }
    static const QRegularExpression context(u"<name>(?:rialto::)?([^<]*)</name>"_s);
    for (const QString &language : {u"ru"_s, u"uk"_s}) {
        QFile file(rialto::places::source(u"translations/rialto_%1.ts"_s).arg(language));
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (auto it = context.globalMatch(QString::fromUtf8(file.readAll())); it.hasNext();) {
            const QString name = it.next().captured(1);
            const bool isClass = sources.contains(QRegularExpression(u"\\bclass %1\\b"_s.arg(name)));
            QVERIFY2(isClass || sources.contains(u"translate(\"%1\""_s.arg(name)) || name == "QObject"_L1,
                     qPrintable(name));
        }
    }
}

QTEST_GUILESS_MAIN(UiTranslationsTest)
#include "ui_translations_test.moc"
