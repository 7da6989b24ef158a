#include "text/SearchQuery.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

// One thing of a query as it was typed: a word, or `key:value`; either part may have been in quotes.
struct Piece
{
    QString key; ///< Lower case; empty without a known key.
    QString value;
    bool isQuoted = false;
};

const QStringList kKeys = {u"from"_s, u"in"_s, u"before"_s, u"after"_s, u"has"_s};

tl::unexpected<SearchProblem> problem(SearchProblem::Kind kind, const QString &part)
{
    return tl::unexpected(SearchProblem{kind, part});
}

/// The quotes that keyboards of our three languages and text programs make.
const QString kOpeningQuotes = u"\"\u201c\u201e\u00ab"_s;
const QString kClosingQuotes = u"\"\u201c\u201d\u00bb"_s;

// Takes `"..."` or everything up to the next space from the front of `rest`. A quote that is not closed goes to the
// end.
QString takeValue(QStringView &rest, bool &isQuoted)
{
    isQuoted = !rest.isEmpty() && kOpeningQuotes.contains(rest.front());
    if (isQuoted)
        rest = rest.sliced(1);
    qsizetype end = 0;
    while (end < rest.size() && (isQuoted ? !kClosingQuotes.contains(rest[end]) : !rest[end].isSpace()))
        ++end;
    const QString value = rest.first(end).toString();
    rest = rest.sliced(std::min(rest.size(), end + (isQuoted ? 1 : 0)));
    return value;
}

QList<Piece> piecesOf(const QString &text)
{
    QList<Piece> pieces;
    for (QStringView rest = QStringView(text).trimmed(); !rest.isEmpty(); rest = rest.trimmed()) {
        Piece piece;
        const qsizetype colon = rest.indexOf(u':');
        const QString key = colon > 0 ? rest.first(colon).toString().toLower() : QString();
        if (kKeys.contains(key)) {
            piece.key = key;
            rest = rest.sliced(colon + 1);
        }
        piece.value = takeValue(rest, piece.isQuoted);
        pieces.append(piece);
    }
    return pieces;
}

std::optional<SearchTerm> termOf(const Piece &piece)
{
    SearchTerm term;
    for (const Word &word : wordsOf(piece.value))
        term.words.append(word.folded);
    term.isPrefix = !piece.isQuoted;
    return term.words.isEmpty() ? std::nullopt : std::optional(term);
}

// The first moment of a day, or of the day after it.
std::optional<qint64> instantOf(const QString &value, int daysLater, const QTimeZone &zone)
{
    QDate day = QDate::fromString(value, u"yyyy-MM-dd"_s);
    if (!day.isValid())
        day = QDate::fromString(value, u"d.M.yyyy"_s);
    QDateTime instant;
    if (day.isValid())
        instant = day.addDays(daysLater).startOfDay(zone);
    else if (value.endsWith(u'Z'))
        instant = QDateTime::fromString(value, Qt::ISODateWithMs);
    // Both sides must take what one of them wrote, so the year that counts is that of UTC.
    const int year = instant.toUTC().date().year();
    return instant.isValid() && year >= 1900 && year <= 9000 ? std::optional(instant.toMSecsSinceEpoch())
                                                             : std::nullopt;
}

QString isoOf(qint64 instantMs)
{
    return QDateTime::fromMSecsSinceEpoch(instantMs, Qt::UTC).toString(Qt::ISODateWithMs);
}

std::optional<SearchProblem> addTime(SearchQuery &query, const Piece &piece, const QTimeZone &zone)
{
    const bool isBefore = piece.key == "before"_L1;
    const auto instant = instantOf(piece.value, isBefore ? 0 : 1, zone);
    if (!instant)
        return SearchProblem{SearchProblem::BadDay, piece.value};
    (isBefore ? query.createdBeforeMs : query.createdFromMs) = instant;
    return {};
}

std::optional<SearchProblem> addHas(SearchQuery &query, const Piece &piece)
{
    const QString what = piece.value.toLower();
    if (what == "link"_L1)
        query.hasLink = true;
    else if (what == "file"_L1)
        query.hasFile = true;
    else if (what == "image"_L1)
        query.hasPicture = true;
    else
        return SearchProblem{SearchProblem::UnknownHas, piece.value};
    return {};
}

std::optional<SearchProblem> addPiece(SearchQuery &query, const Piece &piece, const QTimeZone &zone)
{
    const std::optional<SearchTerm> term = termOf(piece);
    if (piece.key.isEmpty()) {
        if (term)
            query.terms.append(*term);
    } else if (piece.key == "from"_L1) {
        if (!term)
            return SearchProblem{SearchProblem::NoPerson, {}};
        query.fromMe = term == SearchTerm{{u"me"_s}, true};
        query.from = query.fromMe ? std::nullopt : term;
    } else if (piece.key == "in"_L1) {
        if (!term)
            return SearchProblem{SearchProblem::NoRoom, {}};
        query.in = term;
    } else if (piece.key == "has"_L1) {
        return addHas(query, piece);
    } else {
        return addTime(query, piece, zone);
    }
    return {};
}

} // namespace

bool SearchTerm::standsAt(const QList<Word> &text, qsizetype at) const
{
    if (text.size() - at < words.size())
        return false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &present = text[at + i].folded;
        const QString &wanted = words[i];
        const bool mayGoOn = isPrefix && i == words.size() - 1 && wanted.size() > 1;
        if (mayGoOn ? !present.startsWith(wanted) : present != wanted)
            return false;
    }
    return true;
}

bool SearchTerm::isIn(const QList<Word> &text) const
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (standsAt(text, at))
            return true;
    }
    return false;
}

QString SearchTerm::toText() const
{
    return isPrefix ? words.join(u'-') : u'"' + words.join(u' ') + u'"';
}

QString SearchProblem::toText() const
{
    switch (kind) {
    case Nothing:
        return u"Say what to look for."_s;
    case NoPerson:
        return u"Say whose messages after from:."_s;
    case NoRoom:
        return u"Say which room after in:."_s;
    case BadDay:
        return u"before: and after: want a day such as 2026-12-31, not \"%1\"."_s.arg(part);
    case UnknownHas:
        return u"has: knows link, file and image, not \"%1\"."_s.arg(part);
    case TooManyWords:
        return u"Look for fewer words, %1 at most."_s.arg(SearchQuery::kMaximumTerms);
    }
    return {};
}

tl::expected<SearchQuery, SearchProblem> SearchQuery::parse(const QString &text, const QTimeZone &zone)
{
    SearchQuery query;
    for (const Piece &piece : piecesOf(text)) {
        if (const auto wrong = addPiece(query, piece, zone))
            return tl::unexpected(*wrong);
    }
    if (query.terms.size() > kMaximumTerms)
        return problem(SearchProblem::TooManyWords, {});
    if (query == SearchQuery())
        return problem(SearchProblem::Nothing, {});
    return query;
}

QString SearchQuery::toText() const
{
    QStringList pieces;
    for (const SearchTerm &term : terms)
        pieces.append(term.toText());
    if (from || fromMe)
        pieces.append(u"from:"_s + (fromMe ? u"me"_s : from->toText()));
    if (in)
        pieces.append(u"in:"_s + in->toText());
    if (createdBeforeMs)
        pieces.append(u"before:"_s + isoOf(*createdBeforeMs));
    if (createdFromMs)
        pieces.append(u"after:"_s + isoOf(*createdFromMs));
    if (hasLink)
        pieces.append(u"has:link"_s);
    if (hasFile)
        pieces.append(u"has:file"_s);
    if (hasPicture)
        pieces.append(u"has:image"_s);
    return pieces.join(u' ');
}

bool SearchQuery::matches(const Searched &message, qint64 createdAtMs) const
{
    if (createdAtMs < createdFromMs.value_or(createdAtMs) || createdAtMs >= createdBeforeMs.value_or(createdAtMs + 1))
        return false;
    if ((hasFile && message.fileNames.isEmpty()) || (hasPicture && !message.hasPicture) ||
        (hasLink && !containsLink(message.text)))
        return false;
    if (terms.isEmpty())
        return true;
    const QList<Word> said = wordsOf(message.text);
    const QList<Word> carried = wordsOf(message.fileNames);
    return std::all_of(terms.begin(), terms.end(),
                       [&](const SearchTerm &term) { return term.isIn(said) || term.isIn(carried); });
}

QList<Word> SearchQuery::findIn(QStringView text) const
{
    QList<Word> found;
    const QList<Word> words = wordsOf(text);
    for (qsizetype at = 0; at < words.size(); ++at) {
        qsizetype longest = 0;
        for (const SearchTerm &term : terms)
            longest = std::max(longest, term.standsAt(words, at) ? term.words.size() : 0);
        if (longest == 0)
            continue;
        const Word &last = words[at + longest - 1];
        const qsizetype start = words[at].start;
        // Words that fold from one another's character share its place.
        if (found.isEmpty() || found.last().start + found.last().length <= start)
            found.append({words[at].folded, start, last.start + last.length - start});
        at += longest - 1;
    }
    return found;
}

bool containsLink(QStringView text)
{
    for (const QLatin1StringView scheme : {"http://"_L1, "https://"_L1}) {
        const qsizetype at = text.indexOf(scheme, 0, Qt::CaseInsensitive);
        if (at >= 0 && at + scheme.size() < text.size() && text[at + scheme.size()].isLetterOrNumber())
            return true;
    }
    return false;
}

} // namespace rialto
