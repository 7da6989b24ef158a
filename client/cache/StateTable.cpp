#include "cache/StateTable.h"

using namespace Qt::StringLiterals;

namespace rialto {

LogPosition StateTable::position() const
{
    return {value(u"epoch"_s), value(u"seq"_s).toLongLong(), value(u"complete"_s) == "1"_L1};
}

void StateTable::setPosition(const LogPosition &position)
{
    setValue(u"epoch"_s, position.epoch);
    setSeq(position.seq);
    setValue(u"complete"_s, position.complete ? u"1"_s : u"0"_s);
}

void StateTable::setSeq(qint64 seq)
{
    setValue(u"seq"_s, QString::number(seq));
}

qint64 StateTable::largestFile() const
{
    return value(u"largestFile"_s).toLongLong();
}

void StateTable::setLargestFile(qint64 bytes)
{
    setValue(u"largestFile"_s, QString::number(bytes));
}

QString StateTable::serverId() const
{
    return value(u"serverId"_s);
}

void StateTable::setServerId(const QString &id)
{
    setValue(u"serverId"_s, id);
}

QString StateTable::serverName() const
{
    return value(u"serverName"_s);
}

void StateTable::setServerName(const QString &name)
{
    setValue(u"serverName"_s, name);
}

bool StateTable::takesWrites()
{
    const int before = m_database.failureCount();
    m_database.run(u"INSERT OR REPLACE INTO state (name, value) VALUES ('probe', hex(zeroblob(524288)))"_s).finish();
    m_database.run(u"DELETE FROM state WHERE name = 'probe'"_s).finish();
    return m_database.failureCount() == before;
}

QString StateTable::value(const QString &name) const
{
    QSqlQuery &query = m_database.run(u"SELECT value FROM state WHERE name = ?"_s, {name});
    const QString value = query.next() ? query.value(0).toString() : QString();
    query.finish();
    return value;
}

void StateTable::setValue(const QString &name, const QString &value)
{
    m_database
        .run(uR"(INSERT INTO state (name, value) VALUES (?, ?)
                 ON CONFLICT (name) DO UPDATE SET value = excluded.value)"_s,
             {name, value.isNull() ? u""_s : value})
        .finish();
}

} // namespace rialto
