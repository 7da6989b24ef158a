#pragma once

#include "core/Directory.h"
#include "core/Feature.h"
#include "protocol/Chat.h"
#include "text/SearchQuery.h"

namespace rialto {

/// Finds messages among those that one may read. Lives on: the reader threads; it keeps nothing.
class SearchService
{
public:
    explicit SearchService(Directory &directory) : m_directory(directory) {}

    /// Newest first. Looks at a bounded number of messages for one page, so that a page may be short.
    Result<Page<Message>> search(ReadContext &context, const SearchMessages &request) const;

private:
    struct Scope;
    class Walk;

    Result<Scope> scopeOf(ReadContext &context, const SearchMessages &request) const;
    QList<qint64> authorsNamed(Database &database, const SearchTerm &name) const;
    QList<qint64> roomsNamed(ReadContext &context, const SearchTerm &name) const;
    bool isNamed(Database &database, const Room &room, UserId me, const SearchTerm &name) const;

    Directory &m_directory;
};

} // namespace rialto
