#pragma once

#include "chaos/History.h"
#include "chaos/World.h"

#include <QJsonArray>

namespace rialto::chaos {

/// Reads a server's database from outside, with SQL of its own, so that a mistake in the server's queries is not
/// repeated here. Fails the run when the file cannot be read.
class ServerData
{
public:
    explicit ServerData(const QString &databaseFile);

    /// What this person must see.
    World worldOf(UserId user) const;
    /// Whose name this is; an invalid id when nobody's.
    UserId userNamed(const QString &name) const;
    /// Every row and every event of the log, as records of the client "server".
    void write(HistoryWriter &history) const;
    /// SQLite's own check of the file: "ok", or what is wrong.
    QString integrity() const;

private:
    QList<QJsonObject> query(const QByteArray &sql) const;
    QList<QJsonObject> messages() const;
    QList<QJsonObject> rooms() const;
    QList<QJsonObject> members() const;
    QList<QJsonObject> friendships() const;
    QList<QJsonObject> notifications() const;
    QMap<qint64, QJsonArray> attachments() const;
    QList<QJsonObject> contents() const;

    const QByteArray m_file;
};

} // namespace rialto::chaos
