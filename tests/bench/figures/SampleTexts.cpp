#include "figures/SampleTexts.h"

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace rialto::bench {
namespace {

constexpr int kLanguages = 3;
constexpr int kUkrainian = 0;
constexpr int kRussian = 1;
constexpr int kEnglish = 2;
/// Words of each language; the one of rank r comes as often as 1 / r lets it (Zipf's law).
constexpr int kRanks = 60'000;

/// The commonest words first; those of higher ranks are made of syllables.
const std::array<QStringList, kLanguages> &commonWords()
{
    static const std::array<QStringList, kLanguages> words = {
        u"на що не і в ми це до як за з та вже ще так але треба накладна склад товар полиця палета сьогодні завтра "
        u"дякую "
        "будь ласка перевірю замовлення клієнт рахунок ціна п'ять додам можна зранку машина залишок комірка каталог"_s
            .split(u' '),
        u"и в не на что это я с как мы по уже надо но да только ещё нет если заказ склад товар полка накладная сегодня "
        "завтра спасибо проверьте пожалуйста счёт цена поставщик приезжает машина остаток клиент каталог ящик новый"_s
            .split(u' '),
        u"the to is a in of and it we for on that this at be have not please order shelf stock price invoice today "
        "tomorrow thanks check customer delivery pallet warehouse lamp moved count list back need still new just"_s
            .split(u' ')};
    return words;
}

const std::array<QStringList, kLanguages> &syllables()
{
    static const std::array<QStringList, kLanguages> parts = {
        u"ба ві га до зе жу кі ла мо ну пе ри со та фу хі ця ча ше ля ді ро не є"_s.split(u' '),
        u"бы ва го ды зе жу ки ла мё ну пе ры со та фу хо ця че ше ля ди ро не эм"_s.split(u' '),
        u"ba ve ga do ze ju ki la mo nu pe ri so ta fu hy wa che she ly di ro ne ex"_s.split(u' ')};
    return parts;
}

QString word(int language, int rank)
{
    const QStringList &common = commonWords().at(static_cast<std::size_t>(language));
    if (rank < common.size())
        return common.at(rank);
    const QStringList &parts = syllables().at(static_cast<std::size_t>(language));
    QString made = parts.at(rank % parts.size());
    for (qsizetype rest = rank / parts.size(); rest > 0; rest /= parts.size())
        made += parts.at(rest % parts.size());
    return made;
}

/// SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014).
class Dice
{
public:
    explicit Dice(qint64 seed) : m_state(static_cast<quint64>(seed) * 0x9E3779B97F4A7C15U) {}

    int below(int sides) { return static_cast<int>(next() % static_cast<quint64>(sides)); }
    /// From 0 on, below 1.
    double share() { return static_cast<double>(next() >> 11U) / 9007199254740992.0; }

private:
    quint64 next()
    {
        quint64 z = m_state += 0x9E3779B97F4A7C15U;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }

    quint64 m_state;
};

QString someWord(Dice &dice, int language)
{
    return word(language, static_cast<int>(std::pow(kRanks, dice.share())) - 1);
}

QString sentence(Dice &dice, int language, int words)
{
    QString text = someWord(dice, language);
    text[0] = text.at(0).toUpper();
    for (int i = 1; i < words; ++i)
        text += (dice.below(9) == 0 ? u", "_s : u" "_s) + someWord(dice, language);
    constexpr std::array<QStringView, 5> kEnds = {u".", u"", u"?", u"!", u" 👍"};
    text += kEnds.at(static_cast<std::size_t>(dice.below(kEnds.size())));
    return text;
}

QString page(Dice &dice, int language)
{
    QString text = u"**"_s + sentence(dice, language, 4) + u"**\n"_s;
    for (int i = 0; i < 4; ++i)
        text += u"- "_s + sentence(dice, language, 6 + dice.below(9)) + u'\n';
    return text + u"\n```\n"_s + sentence(dice, kEnglish, 12) + u"\n```\n"_s + sentence(dice, language, 25);
}

QStringList wordsOfRanks(std::initializer_list<int> languages, int first, int step, int count)
{
    QStringList words;
    for (int i = 0; i < count; ++i) {
        for (const int language : languages)
            words.append(word(language, first + i * step));
    }
    return words;
}

QStringList prefixes()
{
    QStringList found;
    for (const QString &whole : wordsOfRanks({kUkrainian, kRussian, kEnglish}, 20, 611, 20))
        found.append(whole.first(std::min<qsizetype>(whole.size(), 2 + found.size() % 3)));
    return found;
}

QStringList together(const QString &before, const QStringList &words, const QString &after = {})
{
    QStringList queries;
    for (const QString &one : words)
        queries.append(before + one + after);
    return queries;
}

} // namespace

QString sampleText(qint64 number)
{
    Dice dice(number);
    const int language = dice.below(kLanguages);
    const int kind = dice.below(100);
    if (kind == 0)
        return page(dice, language);
    if (kind == 1)
        return sentence(dice, language, 5) + u" https://office-server/docs/"_s + QString::number(number);
    if (kind < 15)
        return sentence(dice, language, 1 + dice.below(3));
    QString text = sentence(dice, language, 3 + dice.below(10));
    if (kind > 70)
        text += u' ' + sentence(dice, language, 4 + dice.below(12));
    return text;
}

int sampleDice(qint64 number, int salt, int sides)
{
    Dice dice(number * 31 + salt);
    return dice.below(sides);
}

QList<QueryKind> sampleQueries()
{
    const QStringList all = wordsOfRanks({kUkrainian, kRussian, kEnglish}, 0, 7, 6) +
                            wordsOfRanks({kUkrainian, kRussian, kEnglish}, 500, 977, 14);
    return {{u"rare words"_s, wordsOfRanks({kUkrainian, kRussian, kEnglish}, 40'000, 977, 20)},
            {u"common words"_s, wordsOfRanks({kUkrainian, kRussian, kEnglish}, 0, 2, 20)},
            {u"beginnings of words"_s, prefixes()},
            {u"Cyrillic words"_s, wordsOfRanks({kUkrainian, kRussian}, 30, 131, 30)},
            {u"two words"_s, together(u"склад "_s, wordsOfRanks({kUkrainian, kRussian}, 0, 41, 15)) +
                                 together(u"order "_s, wordsOfRanks({kEnglish}, 0, 41, 30))},
            {u"from: and a word"_s, together(u"from:maya "_s, all)},
            {u"in: and a word"_s, together(u"in:склад "_s, all)},
            {u"from: and in: alone"_s,
             {u"from:maya"_s, u"from:andrii in:склад"_s, u"in:склад"_s, u"from:me"_s, u"from:taras in:it"_s}},
            {u"words nobody wrote"_s, together({}, all, u"qxz"_s)},
            {u"phrases nobody wrote"_s,
             {u"\"the please order the order\""_s, u"\"склад склад товар\""_s, u"\"на на на\""_s, u"\"to to the a\""_s},
             false}};
}

} // namespace rialto::bench
