#include "features/chat/EmojiList.h"

#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

QString shortcodeOf(const QString &name)
{
    static const QRegularExpression separators(u"[^a-z0-9+]+"_s);
    QString code = name.toLower().normalized(QString::NormalizationForm_KD);
    code.remove(QRegularExpression(u"[’'\\p{M}]"_s, QRegularExpression::UseUnicodePropertiesOption));
    code.replace(separators, u"_"_s);
    while (code.endsWith(u'_'))
        code.chop(1);
    return code;
}

bool hasWordWith(const QString &names, const QString &beginning)
{
    for (qsizetype at = names.indexOf(beginning); at >= 0; at = names.indexOf(beginning, at + 1)) {
        if (at == 0 || !names.at(at - 1).isLetterOrNumber())
            return true;
    }
    return false;
}

} // namespace

const EmojiList &EmojiList::instance()
{
    static const EmojiList list;
    return list;
}

EmojiList::EmojiList()
{
    readAliases();
    QFile file(u":/emoji/emoji.txt"_s);
    if (!file.open(QIODevice::ReadOnly))
        return;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList columns = line.split(u'\t');
        if (columns.size() == 1 && line.startsWith(u'#'))
            m_groups.append(m_entries.size());
        else if (columns.size() == 4)
            m_entries.append(
                {columns[0], columns[1], shortcodeOf(columns[1]), columns[2].toLower() + u' ' + columns[3].toLower()});
    }
}

QList<EmojiEntry> EmojiList::find(const QString &query, qsizetype atMost) const
{
    const QString wanted = query.toLower().trimmed();
    const QString code = QString(wanted).replace(u' ', u'_');
    QList<EmojiEntry> first;
    QList<EmojiEntry> others;
    const QString known = code.isEmpty() ? QString() : m_aliases.value(code);
    QList<EmojiEntry> exact;
    QList<EmojiEntry> usual; // Whose short name begins so: it is what people have in their fingers.
    QSet<QString> begins;
    for (auto alias = m_aliases.cbegin(); alias != m_aliases.cend(); ++alias) {
        if (!code.isEmpty() && alias.key().startsWith(code))
            begins.insert(alias.value());
    }
    for (const EmojiEntry &entry : m_entries) {
        if (entry.emoji == known || entry.shortcode == code)
            exact.append(entry);
        else if (begins.contains(entry.emoji))
            usual.append(entry);
        else if (entry.shortcode.startsWith(code))
            first.append(entry);
        else if (hasWordWith(entry.shortcode, code) || hasWordWith(entry.others, wanted))
            others.append(entry);
    }
    std::stable_sort(first.begin(), first.end(), [](const EmojiEntry &left, const EmojiEntry &right) {
        return left.shortcode.size() < right.shortcode.size();
    });
    return (exact + usual + first + others).mid(0, atMost);
}

QString EmojiList::ofShortcode(const QString &code) const
{
    if (code.isEmpty())
        return {};
    for (const EmojiEntry &entry : m_entries) {
        if (entry.shortcode == code)
            return entry.emoji;
    }
    return m_aliases.value(code);
}

/// The short names that people bring along from other programs: two columns, the name and the emoji.
void EmojiList::readAliases()
{
    QFile file(u":/emoji/aliases.txt"_s);
    if (!file.open(QIODevice::ReadOnly))
        return;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList columns = line.split(u'\t');
        if (columns.size() == 2)
            m_aliases.insert(columns[0], columns[1]);
    }
}

QString withEmoji(const QString &text)
{
    // Code comes first, so that nothing is found in it.
    static const QRegularExpression code(u"(`+)(?s:.*?)(?<!`)\\1(?!`)|(?<![\\w:]):([a-z0-9_+\\-]{2,60}):(?!\\w)"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    if (text.count(u':') < 2)
        return text;
    QString result;
    qsizetype from = 0;
    for (auto it = code.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        const QString emoji = EmojiList::instance().ofShortcode(match.captured(2));
        if (emoji.isEmpty())
            continue;
        result += text.mid(from, match.capturedStart() - from) + emoji;
        from = match.capturedEnd();
    }
    return result + text.mid(from);
}

} // namespace rialto
