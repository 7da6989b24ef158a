#pragma once

#include "text/SearchQuery.h"

namespace rialto {

/// What indexEntry() makes of a message. It grows with every change of the rules, so that indexes are built anew.
inline constexpr int kIndexRules = kWordRules + 1;

// What the full-text indexes of server and client hold of a message: the words of its text and of the names of its
// files, where it is, who wrote it, whether it has a link, a file and a picture, each as one token. The index tells
// where something may be; SearchQuery::matches() decides.

/// The tokens of one message, for the column of the index.
QString indexEntry(qint64 roomId, qint64 authorId, const Searched &message);

/// The expression of SQLite's FTS5 for a query within these rooms and by these authors; none given means any. Empty
/// when the query narrows nothing down that the index knows.
QString indexExpression(const SearchQuery &query, const QList<qint64> &roomIds, const QList<qint64> &authorIds);

} // namespace rialto
