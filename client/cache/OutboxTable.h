#pragma once

#include "cache/Database.h"

#include <QJsonObject>

namespace rialto {

/// A write that the server has not acknowledged.
struct OutboxItem
{
    qint64 position = 0; ///< Order of sending; set by the table.
    QString clientId;    ///< Idempotency key, the same at every attempt.
    QString method;      ///< For example "chat.send".
    QString subject;     ///< What it is about: "room:3", "message:9", "product:4", "new:<clientId>".
    QString dependsOn;   ///< clientId of the item that must be acknowledged first; empty when none.
    QJsonObject params;
    qint64 createdAtMs = 0; ///< Wall clock, epoch milliseconds.
    bool attempted = false; ///< It may have reached the server: its params must stay as they are.
    bool failed = false;    ///< Refused for good, parked until the person decides.
    Error error;            ///< Why, when failed.
};

/// The outbox as it survives a crash. Every change is durable once the transaction around it has been committed.
class OutboxTable
{
public:
    explicit OutboxTable(Database &database) : m_database(database) {}

    QList<OutboxItem> all() const;
    /// Appends; returns the item's position.
    qint64 add(const OutboxItem &item);
    /// Stores all but position and clientId.
    void update(const OutboxItem &item);
    void remove(const QString &clientId);

private:
    Database &m_database;
};

} // namespace rialto
