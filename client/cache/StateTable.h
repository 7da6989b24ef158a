#pragma once

#include "cache/Database.h"

namespace rialto {

/// Where the event log of the server was left.
struct LogPosition
{
    QString epoch; ///< Empty before the first sign-in.
    qint64 seq = 0;
    bool complete = false; ///< Whether all lists were fetched since the log was joined; else they must be again.
};

class StateTable
{
public:
    explicit StateTable(Database &database) : m_database(database) {}

    LogPosition position() const;
    void setPosition(const LogPosition &position);
    void setSeq(qint64 seq);
    /// Bytes of the largest file that the server takes; 0 when it never said.
    qint64 largestFile() const;
    void setLargestFile(qint64 bytes);
    /// What the server calls itself in links; empty when it never said.
    QString serverId() const;
    void setServerId(const QString &id);
    /// What people call the server; empty when it never said.
    QString serverName() const;
    void setServerName(const QString &name);
    /// Whether there is room for a megabyte: writes and removes it.
    bool takesWrites();

private:
    QString value(const QString &name) const;
    void setValue(const QString &name, const QString &value);

    Database &m_database;
};

} // namespace rialto
