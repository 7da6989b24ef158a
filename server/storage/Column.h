#pragma once

#include "protocol/Fields.h"
#include "storage/Sqlite.h"

namespace rialto {

// How values stand in the database: ids, times and quantities as integers, enums as their words, texts never NULL.
// Only an empty optional is NULL.
namespace column {

inline void bind(SqliteStatement &to, int at, qint64 value)
{
    to.bind(at, value);
}
inline void bind(SqliteStatement &to, int at, int value)
{
    to.bind(at, static_cast<qint64>(value));
}
inline void bind(SqliteStatement &to, int at, bool value)
{
    to.bind(at, static_cast<qint64>(value ? 1 : 0));
}
inline void bind(SqliteStatement &to, int at, const QString &text)
{
    to.bindText(at, text.toUtf8());
}
/// For words of ASCII letters.
inline void bind(SqliteStatement &to, int at, QLatin1StringView word)
{
    to.bindText(at, QByteArray::fromRawData(word.data(), word.size()));
}
inline void bind(SqliteStatement &to, int at, const QByteArray &bytes)
{
    to.bind(at, bytes);
}
inline void bind(SqliteStatement &to, int at, Quantity quantity)
{
    to.bind(at, quantity.thousandths);
}
template <typename Tag> void bind(SqliteStatement &to, int at, Id<Tag> id)
{
    to.bind(at, id.value);
}
template <WordEnum T> void bind(SqliteStatement &to, int at, T value)
{
    bind(to, at, wordOf(value));
}
template <typename T> void bind(SqliteStatement &to, int at, const std::optional<T> &value)
{
    if (value)
        bind(to, at, *value);
    else
        to.bindNull(at);
}

inline void read(const SqlValue &value, qint64 &out)
{
    out = value.toLongLong();
}
inline void read(const SqlValue &value, int &out)
{
    out = static_cast<int>(value.toLongLong());
}
inline void read(const SqlValue &value, bool &out)
{
    out = value.toLongLong() != 0;
}
inline void read(const SqlValue &value, QString &out)
{
    out = value.toString();
}
inline void read(const SqlValue &value, QByteArray &out)
{
    out = value.toByteArray();
}
inline void read(const SqlValue &value, Quantity &out)
{
    out.thousandths = value.toLongLong();
}
template <typename Tag> void read(const SqlValue &value, Id<Tag> &out)
{
    out.value = value.toLongLong();
}
template <WordEnum T> void read(const SqlValue &value, T &out)
{
    out = enumFromWord<T>(value.toWord()).value_or(T{});
}
template <typename T> void read(const SqlValue &value, std::optional<T> &out)
{
    if (value.isNull())
        out.reset();
    else
        read(value, out.emplace());
}

/// The column of a field: `createdAt` stands in `created_at`.
QByteArray nameOf(const char *field);

} // namespace column
} // namespace rialto
