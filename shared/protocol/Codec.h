#pragma once

#include "protocol/Fields.h"

#include <QJsonArray>
#include <QJsonValue>

namespace rialto {

/// Whether decoding enforces the table's rules (a request from outside) or only the shapes (a reply of the server).
enum class Check { Rules, Shape };

// ---- Encoding: straight to UTF-8, several times faster than building a QJsonDocument.

void appendJson(QByteArray &out, QStringView text);
void appendJson(QByteArray &out, const QJsonValue &value);
inline void appendJson(QByteArray &out, const QString &text)
{
    appendJson(out, QStringView(text));
}
void appendJson(QByteArray &out, qint64 number);
inline void appendJson(QByteArray &out, int number)
{
    appendJson(out, static_cast<qint64>(number));
}
inline void appendJson(QByteArray &out, bool value)
{
    out += value ? "true" : "false";
}
inline void appendJson(QByteArray &out, Quantity quantity)
{
    out += quantity.toDecimal();
}
template <typename Tag> void appendJson(QByteArray &out, Id<Tag> id)
{
    appendJson(out, id.value);
}
template <WordEnum T> void appendJson(QByteArray &out, T value)
{
    appendJson(out, QString(wordOf(value)));
}
template <Described T> void appendJson(QByteArray &out, const T &value);

template <typename T> void appendJson(QByteArray &out, const std::optional<T> &value)
{
    if (value)
        appendJson(out, *value);
    else
        out += "null";
}

template <typename T> void appendJson(QByteArray &out, const QList<T> &list)
{
    out += '[';
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (i > 0)
            out += ',';
        appendJson(out, list[i]);
    }
    out += ']';
}

/// Writes `{"name":` or `,"name":` in one go; the fields of a message are many and short.
void appendKey(QByteArray &out, char separator, QByteArrayView name);

template <Described T> void appendJson(QByteArray &out, const T &value)
{
    char separator = '{';
    forEachField<T>([&](const auto &field) {
        if (field.rules.sparse && isAbsent(value.*field.member))
            return;
        appendKey(out, separator, field.name);
        appendJson(out, value.*field.member);
        separator = ',';
    });
    if (separator == '{')
        out += '{';
    out += '}';
}

template <Described T> QByteArray toJson(const T &value)
{
    QByteArray out;
    out.reserve(256);
    appendJson(out, value);
    return out;
}

// ---- Decoding. Every function returns an Error that names the field.

/// Parses bytes into an object; refuses broken UTF-8, trailing bytes and nesting deeper than 32.
Result<QJsonObject> parseObject(QByteArrayView utf8);

Result<> decodeValue(const QJsonValue &json, const Rules &rules, Check check, QString &out);
Result<> decodeValue(const QJsonValue &json, const Rules &rules, Check check, qint64 &out);
Result<> decodeValue(const QJsonValue &json, const Rules &rules, Check check, int &out);
Result<> decodeValue(const QJsonValue &json, const Rules &rules, Check check, bool &out);
Result<> decodeValue(const QJsonValue &json, const Rules &rules, Check check, Quantity &out);
tl::unexpected<Error> unknownWord(const char *const *words, size_t count);

template <typename Tag> Result<> decodeValue(const QJsonValue &json, const Rules &rules, Check check, Id<Tag> &out)
{
    Rules idRules = rules;
    idRules.minimum = check == Check::Rules ? 1 : 0;
    return decodeValue(json, idRules, check, out.value);
}

template <WordEnum T> Result<> decodeValue(const QJsonValue &json, const Rules &, Check, T &out)
{
    const std::optional<T> value = enumFromWord<T>(json.toString());
    if (!value)
        return unknownWord(EnumWords<T>::words, std::size(EnumWords<T>::words));
    out = *value;
    return {};
}

template <Described T> Result<> decodeValue(const QJsonValue &json, const Rules &rules, Check check, T &out);

template <typename T>
Result<> decodeValue(const QJsonValue &json, const Rules &rules, Check check, std::optional<T> &out)
{
    if (json.isNull())
        return {};
    return decodeValue(json, rules, check, out.emplace());
}

template <typename T> Result<> decodeValue(const QJsonValue &json, const Rules &rules, Check check, QList<T> &out)
{
    if (!json.isArray())
        return fail(ErrorCode::Invalid, QStringLiteral("must be a list"));
    if (check == Check::Rules && json.toArray().size() > rules.maxItems)
        return fail(ErrorCode::Invalid, QStringLiteral("holds more than %1 entries").arg(rules.maxItems));
    for (const auto &element : json.toArray()) {
        T item{};
        if (auto result = decodeValue(element, rules, check, item); !result)
            return result;
        out.append(std::move(item));
    }
    return {};
}

/// Turns the error of a field's value into a sentence that names the field.
Error inField(Error error, const char *name);

template <Described T> Result<> decodeObject(const QJsonObject &object, Check check, T &out)
{
    Result<> result;
    forEachField<T>([&](const auto &field) {
        if (!result)
            return;
        const QJsonValue value = object.value(QLatin1StringView(field.name));
        if (value.isUndefined() || (value.isNull() && !field.rules.required)) {
            if (field.rules.required && check == Check::Rules)
                result = tl::unexpected(
                    inField(Error{ErrorCode::Invalid, QStringLiteral("is required"), {}, {}, 0}, field.name));
            return;
        }
        if (auto decoded = decodeValue(value, field.rules, check, out.*field.member); !decoded)
            result = tl::unexpected(inField(std::move(decoded.error()), field.name));
    });
    return result;
}

template <Described T> Result<> decodeValue(const QJsonValue &json, const Rules &, Check check, T &out)
{
    if (!json.isObject())
        return fail(ErrorCode::Invalid, QStringLiteral("must be an object"));
    return decodeObject(json.toObject(), check, out);
}

/// Decodes a struct; unknown members are ignored, so that newer clients can talk to older servers.
template <Described T> Result<T> fromJson(const QJsonObject &object, Check check)
{
    T value{};
    if (auto result = decodeObject(object, check, value); !result)
        return tl::unexpected(std::move(result.error()));
    return value;
}

/// The same for bytes that this project wrote itself: log payloads, stored replies, cache rows.
template <Described T> Result<T> fromJson(QByteArrayView utf8, Check check = Check::Shape)
{
    const Result<QJsonObject> object = parseObject(utf8);
    if (!object)
        return tl::unexpected(object.error());
    return fromJson<T>(*object, check);
}

} // namespace rialto
