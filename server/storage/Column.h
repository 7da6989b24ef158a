#pragma once

#include "protocol/Fields.h"

#include <QVariant>

namespace rialto {

// How values stand in the database: ids, times and quantities as integers, enums as their words, texts never NULL.
// Only an empty optional is NULL.
namespace column {

inline QVariant bound(qint64 value) { return value; }
inline QVariant bound(int value) { return static_cast<qint64>(value); }
inline QVariant bound(bool value) { return static_cast<qint64>(value ? 1 : 0); }
inline QVariant bound(const QString &text) { return text.isNull() ? QString(QLatin1StringView("")) : text; }
inline QVariant bound(const QByteArray &bytes) { return bytes; }
inline QVariant bound(Quantity quantity) { return quantity.thousandths; }
template <typename Tag>
QVariant bound(Id<Tag> id)
{
    return id.value;
}
template <WordEnum T>
QVariant bound(T value)
{
    return QString(wordOf(value));
}
template <typename T>
QVariant bound(const std::optional<T> &value)
{
    return value ? bound(*value) : QVariant();
}

inline void read(const QVariant &value, qint64 &out) { out = value.toLongLong(); }
inline void read(const QVariant &value, int &out) { out = value.toInt(); }
inline void read(const QVariant &value, bool &out) { out = value.toLongLong() != 0; }
inline void read(const QVariant &value, QString &out) { out = value.toString(); }
inline void read(const QVariant &value, QByteArray &out) { out = value.toByteArray(); }
inline void read(const QVariant &value, Quantity &out) { out.thousandths = value.toLongLong(); }
template <typename Tag>
void read(const QVariant &value, Id<Tag> &out)
{
    out.value = value.toLongLong();
}
template <WordEnum T>
void read(const QVariant &value, T &out)
{
    out = enumFromWord<T>(value.toString()).value_or(T{});
}
template <typename T>
void read(const QVariant &value, std::optional<T> &out)
{
    if (value.isNull())
        out.reset();
    else
        read(value, out.emplace());
}

/// The column of a field: `createdAt` stands in `created_at`.
QString nameOf(const char *field);

} // namespace column
} // namespace rialto
