#pragma once

#include "text/Words.h"

#include <QTimeZone>
#include <optional>
#include <tl/expected.hpp>

namespace rialto {

/// What a text has to contain: words that follow one another.
struct SearchTerm
{
    QStringList words;    ///< Folded, at least one.
    bool isPrefix = true; ///< The last word may go on in the text; only where it has two characters or more.

    bool operator==(const SearchTerm &) const = default;

    /// Whether it stands at words[at] and after.
    bool standsAt(const QList<Word> &text, qsizetype at) const;
    bool isIn(const QList<Word> &text) const;
    /// The folded words as one would type them.
    QString toText() const;
};

/// Why a query cannot be read, and the part of it that is to blame.
struct SearchProblem
{
    enum Kind { Nothing, NoPerson, NoRoom, BadDay, UnknownHas, TooManyWords };
    Kind kind = Nothing;
    QString part;

    /// In English, as the server says it.
    QString toText() const;
};

/// What search sees of a message.
struct Searched
{
    QString text;
    QString fileNames = {}; ///< Of what it carries, with `/` between them, which no name has; empty without files.
    bool hasPicture = false;
};

/// What is looked for, as both sides read it: a server in its database and a client in its cache find the same.
///
/// Words are all wanted, in any order, in the text or the names of files, and found by their beginnings; `"in quotes"`
/// they are wanted as they stand. Then
/// `from:` a person (or `me`), `in:` a room, `before:` and `after:` a day (neither with the day itself; 2026-12-31,
/// 31.12.2026) or an instant (2026-12-31T22:00:00Z), `has:link`, `has:file` of any kind, `has:image`. What follows any
/// other colon are words.
struct SearchQuery
{
    static constexpr qsizetype kMaximumTerms = 16;

    QList<SearchTerm> terms;
    std::optional<SearchTerm> from; ///< In a person's name or display name.
    bool fromMe = false;
    std::optional<SearchTerm> in;          ///< In a room's name, or that of the other person of a direct one.
    std::optional<qint64> createdFromMs;   ///< Epoch milliseconds, inclusive.
    std::optional<qint64> createdBeforeMs; ///< Epoch milliseconds, exclusive.
    bool hasLink = false;
    bool hasFile = false;
    bool hasPicture = false;

    bool operator==(const SearchQuery &) const = default;

    /// Reads what somebody typed; days are those of `zone`, from 1900 to 9000.
    static tl::expected<SearchQuery, SearchProblem> parse(const QString &text,
                                                          const QTimeZone &zone = QTimeZone::utc());
    /// The same query written out, for parse() in any zone.
    QString toText() const;

    /// Whether what a message says and carries and its time fit; whose and where it is, is for the caller to know.
    bool matches(const Searched &message, qint64 createdAtMs) const;
    /// Where the words of the query stand in a text, from its start, without overlaps.
    QList<Word> findIn(QStringView text) const;
};

/// Whether a text has an address of the web in it.
bool containsLink(QStringView text);

} // namespace rialto
