#pragma once

#include <QList>
#include <QString>

namespace rialto {

/// One emoji of resources/emoji/emoji.txt with its CLDR names.
struct EmojiEntry
{
    QString emoji;
    QString name;      ///< English.
    QString shortcode; ///< As typed between colons: `thumbs_up`.
    QString others;    ///< Russian and Ukrainian names, lower case, for the search.
};

/// All emoji in the order of the Unicode charts. Read once; lives on: GUI thread.
class EmojiList
{
public:
    static const EmojiList &instance();

    const QList<EmojiEntry> &all() const { return m_entries; }
    /// Where each group of the charts begins in all(): smileys, people, animals and nature, food and drink, travel and
    /// places, activities, objects, symbols, flags.
    const QList<qsizetype> &groups() const { return m_groups; }
    /// Those whose shortcode or a word of whose names, in any of the three languages, begins with the query; those
    /// whose shortcode does stand first.
    QList<EmojiEntry> find(const QString &query, qsizetype atMost) const;
    /// The emoji of a whole shortcode, empty when there is none.
    QString ofShortcode(const QString &code) const;

private:
    void readAliases();
    EmojiList();

    QHash<QString, QString> m_aliases;
    QList<EmojiEntry> m_entries;
    QList<qsizetype> m_groups;
};

/// Replaces every `:shortcode:` that names an emoji, outside of code.
QString withEmoji(const QString &text);

} // namespace rialto
