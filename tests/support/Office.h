#pragma once

#include "support/TestServer.h"

namespace rialto::test {

using namespace Qt::StringLiterals;

/// A server with two people.
struct Office
{
    TestServer server;
    Person jane = server.aUser(u"jane"_s);
    Person omar = server.aUser(u"omar"_s);

    QJsonArray notificationsOf(const Person &who, const QString &query = {})
    {
        return server.api("GET", u"notifications"_s + query, who).body.value("items"_L1).toArray();
    }
    qint64 direct() { return server.api("PUT", u"rooms/direct/%1"_s.arg(omar.id), jane).id(); }
    qint64 say(qint64 room, const QString &text)
    {
        return server.api("POST", u"rooms/%1/messages"_s.arg(room), jane, {{u"text"_s, text}}).id();
    }
    QByteArray logged()
    {
        const auto database = Database::open(server.databasePath(), dialect::Mode::ReadOnly);
        QByteArray all;
        (*database)->each("SELECT payload FROM event_log", [&](const Row &row) { all += row.value(0).toByteArray(); });
        return all;
    }
};

} // namespace rialto::test
