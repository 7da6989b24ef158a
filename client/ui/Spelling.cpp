#include "ui/Spelling.h"

#include <QDir>
#include <QLocale>
#include <QRegularExpression>
#include <QStringConverter>
#include <hunspell/hunspell.hxx>

#include "ui/Language.h"
#include "ui/UiSettings.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr qsizetype mostSuggestions = 5;
constexpr qsizetype rememberedWords = 20'000;
/// Longer ones are no words, and to look for similar ones would take seconds.
constexpr qsizetype longestWord = 64;

/// Dictionaries write the apostrophe as ASCII does, people as they can.
QString withPlainApostrophes(QString word)
{
    return word.replace(u'’', u'\'').replace(u'ʼ', u'\'');
}

/// Of a letter that belongs to one: the apostrophe U+02BC is a letter of all.
bool hasScript(QChar letter)
{
    return letter.isLetter() && letter.script() > QChar::Script_Common;
}

QChar::Script scriptOf(const QString &word)
{
    const auto letter = std::find_if(word.begin(), word.end(), hasScript);
    return letter == word.end() ? QChar::Script_Unknown : letter->script();
}

bool mixesScripts(const QString &word)
{
    const QChar::Script script = scriptOf(word);
    return std::any_of(word.begin(), word.end(),
                       [script](QChar letter) { return hasScript(letter) && letter.script() != script; });
}

/// A language in its own words.
QString nameOf(const QString &language)
{
    return Language::codes().contains(language) ? Language::nameOf(language) : QLocale(language).nativeLanguageName();
}

/// Abbreviations, and names such as QtHttpServer.
bool hasCapitalsWithin(QStringView word)
{
    return std::any_of(word.begin() + 1, word.end(), [](QChar letter) { return letter.isUpper(); });
}

/// `en_GB.aff` where the system speaks so, else where the language is at home, else the first of its countries; empty
/// where there is none.
QString findDictionary(const QString &language, const QStringList &folders)
{
    QStringList wanted;
    for (QString name : QLocale::system().uiLanguages())
        wanted.append(name.replace(u'-', u'_') + u".aff"_s);
    wanted.append(QLocale(language).name() + u".aff"_s);
    for (const QString &folder : folders) {
        const QStringList files = QDir(folder).entryList({language + u"_*.aff"_s, language + u".aff"_s}, QDir::Files);
        if (files.isEmpty())
            continue;
        const auto best =
            std::find_if(wanted.begin(), wanted.end(), [&](const QString &name) { return files.contains(name); });
        return folder + u'/' + (best != wanted.end() ? *best : files.first());
    }
    return {};
}

} // namespace

struct Spelling::Dictionary
{
    QString path; ///< Of the .aff; its words stand beside it.
    QString name; ///< Of its language.
    QChar::Script script = scriptOf(name);
    enum class State { Unasked, Loading, Ready, Unusable };
    State state = State::Unasked;
    std::shared_ptr<Hunspell> words = nullptr; ///< Null until it is loaded.
    std::optional<QStringConverter::Encoding> encoding = std::nullopt;

    bool knows(const QString &word) const
    {
        const std::string bytes = encoded(word); // Empty where it has letters that the dictionary's encoding lacks.
        return !bytes.empty() && words->spell(bytes);
    }
    std::string encoded(const QString &word) const
    {
        QStringEncoder encoder(*encoding);
        const QByteArray bytes = encoder(word);
        return encoder.hasError() ? std::string() : bytes.toStdString();
    }
    QStringList similar(const QString &word) const
    {
        QStringList found;
        QStringDecoder decoder(*encoding);
        for (const std::string &one : words->suggest(encoded(word)))
            found.append(decoder(QByteArrayView(one)));
        return found;
    }
};

QList<WordPlace> wordsToCheck(const QString &line)
{
    static const QRegularExpression code(u"`[^`]*`?"_s);
    static const QRegularExpression piece(u"\\S+"_s);
    static const QRegularExpression name(u"[@#/\\\\_=&%\\d]|:\\S*:|\\w\\.\\w"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression word(u"\\p{L}[\\p{L}\\p{M}]*(?:['’ʼ-]\\p{L}[\\p{L}\\p{M}]*)*"_s);
    QString prose = line;
    for (auto it = code.globalMatch(line); it.hasNext();) {
        const auto match = it.next();
        prose.replace(match.capturedStart(), match.capturedLength(), QString(match.capturedLength(), u' '));
    }
    QList<WordPlace> words;
    for (auto pieces = piece.globalMatch(prose); pieces.hasNext();) {
        const auto run = pieces.next();
        if (name.match(run.captured()).hasMatch())
            continue;
        for (auto found = word.globalMatch(run.captured()); found.hasNext();) {
            const auto match = found.next();
            if (match.capturedLength() > 1 && match.capturedLength() <= longestWord &&
                !hasCapitalsWithin(match.capturedView()))
                words.append({run.capturedStart() + match.capturedStart(), match.capturedLength()});
        }
    }
    return words;
}

Spelling::Spelling(UiSettings &settings, const QStringList &folders, QObject *parent)
    : QObject(parent), m_settings(settings), m_isOn(settings.checksSpelling())
{
    const QStringList learnt = settings.learntWords();
    m_learnt = {learnt.begin(), learnt.end()};
    QStringList languages = Language::codes();
    for (const QString &name : QLocale::system().uiLanguages())
        languages.append(name.section(u'-', 0, 0));
    languages.removeDuplicates();
    for (const QString &language : std::as_const(languages)) {
        const QString path = findDictionary(language, folders);
        if (!path.isEmpty())
            m_dictionaries.push_back(std::make_unique<Dictionary>(Dictionary{.path = path, .name = nameOf(language)}));
    }
}

Spelling::~Spelling() = default;

QStringList Spelling::systemFolders()
{
    return {u"/usr/share/hunspell"_s, u"/usr/local/share/hunspell"_s, u"/usr/share/myspell/dicts"_s};
}

void Spelling::setOn(bool on)
{
    m_isOn = on;
    m_settings.setChecksSpelling(on);
    Q_EMIT changed();
}

QStringList Spelling::languages() const
{
    QStringList names;
    for (const auto &dictionary : m_dictionaries) {
        if (dictionary->state != Dictionary::State::Unusable)
            names.append(dictionary->name);
    }
    return names;
}

bool Spelling::isWrong(const QString &word)
{
    if (!m_isOn || m_learnt.contains(word) || mixesScripts(word))
        return false;
    int ready = 0;
    for (const auto &dictionary : m_dictionaries) {
        if (dictionary->script != scriptOf(word))
            continue;
        if (dictionary->state == Dictionary::State::Unasked)
            load(*dictionary);
        if (dictionary->state != Dictionary::State::Ready)
            return false; // It might know the word.
        ++ready;
    }
    if (ready == 0)
        return false;
    if (m_judged.size() > rememberedWords)
        m_judged.clear();
    const auto known = m_judged.constFind(word);
    return known != m_judged.cend() ? *known : *m_judged.insert(word, !isKnown(word));
}

/// A word with hyphens is known, too, when each of its parts is.
bool Spelling::isKnown(const QString &word) const
{
    const QString plain = withPlainApostrophes(word);
    for (const auto &dictionary : m_dictionaries) {
        if (!dictionary->words || dictionary->script != scriptOf(word))
            continue;
        const QStringList parts = plain.split(u'-');
        if (dictionary->knows(plain) ||
            std::all_of(parts.begin(), parts.end(), [&](const QString &part) { return dictionary->knows(part); }))
            return true;
    }
    return false;
}

QStringList Spelling::suggestions(const QString &word) const
{
    QList<QStringList> found;
    for (const auto &dictionary : m_dictionaries) {
        if (dictionary->words && dictionary->script == scriptOf(word))
            found.append(dictionary->similar(withPlainApostrophes(word)));
    }
    // The best of each language before the second best of any.
    QStringList all;
    for (qsizetype rank = 0; rank < mostSuggestions; ++rank) {
        for (const QStringList &one : std::as_const(found)) {
            if (rank < one.size() && all.size() < mostSuggestions && !all.contains(one.at(rank)))
                all.append(one.at(rank));
        }
    }
    return all;
}

void Spelling::learn(const QString &word)
{
    m_learnt.insert(word);
    m_settings.learnWord(word);
    Q_EMIT changed();
}

void Spelling::load(Dictionary &dictionary)
{
    dictionary.state = Dictionary::State::Loading;
    const auto work = [path = dictionary.path] {
        const QString words = path.chopped(3) + u"dic"_s;
        return std::make_shared<Hunspell>(QFile::encodeName(path).constData(), QFile::encodeName(words).constData());
    };
    m_background.run(this, work, [this, &dictionary](const std::shared_ptr<Hunspell> &words) {
        dictionary.encoding = QStringConverter::encodingForName(words->get_dict_encoding().c_str());
        dictionary.state = dictionary.encoding ? Dictionary::State::Ready : Dictionary::State::Unusable;
        if (!dictionary.encoding) {
            qWarning("The dictionary %s is in an encoding that cannot be read.", qUtf8Printable(dictionary.path));
            return;
        }
        dictionary.words = words;
        m_judged.clear();
        Q_EMIT changed();
    });
}

} // namespace rialto
