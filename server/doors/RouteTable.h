#pragma once

#include "core/Router.h"

namespace rialto {

/// A path of the API as it was asked for: who serves it, with the texts found in the path.
struct RouteMatch
{
    const Route *route = nullptr;
    QHash<QByteArray, QString> values; ///< {field} of the template -> text of the path.
};

QByteArray verbName(Verb verb);

/// Finds the route of a verb and a path below /api/v1. Built once from the contract.
class RouteTable
{
public:
    explicit RouteTable(const Router &router);

    /// The most literal route for this verb, if any.
    std::optional<RouteMatch> find(const QByteArray &verb, const QString &path) const;
    /// Every verb that this path knows, for Allow; empty when nobody serves the path.
    QByteArrayList verbsOf(const QString &path) const;

private:
    struct Entry
    {
        QByteArray verb;
        QStringList segments;
        const Route *route = nullptr;
        int literals = 0;
    };
    QList<const Entry *> matching(const QStringList &segments) const;

    QList<Entry> m_entries;
};

} // namespace rialto
