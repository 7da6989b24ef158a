#include "doors/RouteTable.h"

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

bool isVariable(const QString &segment)
{
    return segment.startsWith(u'{');
}

bool matches(const QStringList &pattern, const QStringList &segments)
{
    if (pattern.size() != segments.size())
        return false;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (isVariable(pattern[i]) ? segments[i].isEmpty() : pattern[i] != segments[i])
            return false;
    }
    return true;
}

} // namespace

QByteArray verbName(Verb verb)
{
    switch (verb) {
    case Verb::Get:
        return "GET";
    case Verb::Post:
        return "POST";
    case Verb::Put:
        return "PUT";
    case Verb::Patch:
        return "PATCH";
    case Verb::Delete:
        return "DELETE";
    case Verb::None:
        break;
    }
    return {};
}

RouteTable::RouteTable(const Router &router)
{
    for (const Route *route : router.routes()) {
        if (route->info.verb == Verb::None)
            continue;
        const QStringList segments = QString::fromLatin1(route->info.path).split(u'/');
        const auto literals =
            std::count_if(segments.begin(), segments.end(), [](const QString &s) { return !isVariable(s); });
        m_entries.append({verbName(route->info.verb), segments, route, static_cast<int>(literals)});
    }
}

QList<const RouteTable::Entry *> RouteTable::matching(const QStringList &segments) const
{
    QList<const Entry *> found;
    int mostLiterals = 0;
    for (const Entry &entry : m_entries) {
        if (!matches(entry.segments, segments))
            continue;
        // users/me hides users/{userId}.
        if (entry.literals > mostLiterals)
            found.clear();
        if (entry.literals >= mostLiterals)
            found.append(&entry);
        mostLiterals = std::max(mostLiterals, entry.literals);
    }
    return found;
}

std::optional<RouteMatch> RouteTable::find(const QByteArray &verb, const QString &path) const
{
    const QStringList segments = path.split(u'/');
    for (const Entry *entry : matching(segments)) {
        if (entry->verb != verb)
            continue;
        RouteMatch match{entry->route, {}};
        for (qsizetype i = 0; i < segments.size(); ++i) {
            if (isVariable(entry->segments[i]))
                match.values.insert(entry->segments[i].mid(1).chopped(1).toLatin1(), segments[i]);
        }
        return match;
    }
    return std::nullopt;
}

QByteArrayList RouteTable::verbsOf(const QString &path) const
{
    QByteArrayList verbs;
    for (const Entry *entry : matching(path.split(u'/')))
        verbs.append(entry->verb);
    if (verbs.contains("GET"))
        verbs.append("HEAD");
    if (!verbs.isEmpty())
        verbs.append("OPTIONS");
    std::sort(verbs.begin(), verbs.end());
    return verbs;
}

} // namespace rialto
