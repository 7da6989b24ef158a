// What is looked for, and the texts it is looked for in, both written by anybody.

#include "fuzz/Fuzz.h"
#include "text/SearchQuery.h"

using namespace rialto;
using fuzz::require;

namespace {

void tryText(const QString &text)
{
    qsizetype start = 0;
    for (const Word &word : wordsOf(text)) {
        require(!word.folded.isEmpty() && word.folded.size() <= kLongestWord, "a word has a bounded size");
        require(!word.folded.contains(u' ') && !word.folded.contains(u'"'), "a word is one word to an index");
        require(word.start >= start && word.length > 0, "words stand in order");
        require(word.start + word.length <= text.size(), "a word stands in its text");
        start = word.start;
    }
    const QString folded = indexText(text);
    require(indexText(folded) == folded, "folding what is folded changes nothing");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QByteArray rest = fuzz::bytesOf(data, size);
    const QString asked = QString::fromUtf8(fuzz::takeUntil(rest, '\n'));
    const QString text = QString::fromUtf8(rest);
    tryText(asked);
    tryText(text);
    const auto query = SearchQuery::parse(asked, QTimeZone(7200));
    if (!query) {
        require(!query.error().toText().isEmpty(), "every refusal has words");
        return 0;
    }
    const auto again = SearchQuery::parse(query->toText());
    require(again.has_value() && *again == *query, "a query that is written out is the same query");
    qsizetype end = 0;
    const QList<Word> found = query->findIn(text);
    for (const Word &place : found) {
        require(place.start >= end && place.length > 0, "places follow one another");
        end = place.start + place.length;
        require(end <= text.size(), "a place ends within its text");
    }
    if (!query->terms.isEmpty() && query->matches({text}, query->createdFromMs.value_or(0)))
        require(!found.isEmpty(), "what matches can be shown");
    return 0;
}
