#pragma once

#include "protocol/Codec.h"
#include "protocol/Protocol.h"

#include <QByteArray>
#include <QList>

namespace rialto::test {

/// One method's one field, with the JSON of values for it.
struct FieldCase
{
    MethodInfo method;
    QByteArray field;
    QByteArray others; ///< `"name":value,` for each other field that is required.
    bool isRequired = false;
    QByteArrayList wrong;      ///< Values of another type, or none that the type has.
    std::optional<Rules> text; ///< Of a free text.
};

inline QByteArrayList wrongNumbers()
{
    return {"\"1\"",      "\"\"", "true", "[]", "{}", "[1]", "1.5", "-0.5", "1e300", "-1e300", "9007199254740993",
            "\"\\ud800\""};
}

template <Described M> QByteArrayList wrongObjects();

template <typename M> QByteArrayList wrongValues()
{
    if constexpr (IsOptional<M>::value)
        return wrongValues<typename M::value_type>();
    else if constexpr (std::is_same_v<M, QString>)
        return {"1", "-1.5", "true", "false", "[]", "{}", "[\"x\"]", "{\"x\":\"y\"}"};
    else if constexpr (WordEnum<M>)
        return {"1", "true", "[]", "{}", "\"\"", "\"no such word\"", "\"\\u0000\"", "\"\\ud800\""};
    else if constexpr (std::is_same_v<M, bool>)
        return {"0", "1", "\"true\"", "\"\"", "[]", "{}"};
    else if constexpr (std::is_same_v<M, Quantity>)
        return {"\"1\"", "true", "[]", "{}", "0.0001", "1e300", "-1e300"};
    else if constexpr (IsList<M>::value)
        return {"1", "\"x\"", "true", "{}"};
    else if constexpr (Described<M>)
        return wrongObjects<M>();
    else
        return wrongNumbers();
}

template <Described M> QByteArrayList wrongObjects()
{
    QByteArrayList values{"1", "\"x\"", "true", "[]", "[{}]"};
    forEachField<M>([&](const auto &field) {
        using Inner = std::remove_cvref_t<decltype(std::declval<M>().*field.member)>;
        for (const QByteArray &value : wrongValues<Inner>())
            values.append("{\"" + QByteArray(field.name) + "\":" + value + '}');
    });
    return values;
}

/// The JSON of some value that the field takes.
template <typename M> QByteArray goodValue(const Rules &rules)
{
    if constexpr (std::is_same_v<M, QString>) {
        for (const char *text : {"aaaaaaaa", "EUR", "id", "a@b.example"}) {
            QString out;
            if (decodeValue(QJsonValue(QLatin1StringView(text)), rules, Check::Rules, out))
                return '"' + QByteArray(text) + '"';
        }
        return "\"\"";
    } else if constexpr (WordEnum<M>) {
        return '"' + QByteArray(EnumWords<M>::words[0]) + '"';
    } else if constexpr (std::is_same_v<M, bool>) {
        return "true";
    } else {
        return QByteArray::number(std::max<qint64>(1, rules.minimum));
    }
}

template <Method T> QByteArray requiredExcept(const char *without)
{
    QByteArray json;
    forEachField<T>([&](const auto &field) {
        using M = std::remove_cvref_t<decltype(std::declval<T>().*field.member)>;
        if (field.rules.required && QByteArrayView(field.name) != QByteArrayView(without))
            json += '"' + QByteArray(field.name) + "\":" + goodValue<M>(field.rules) + ',';
    });
    return json;
}

/// Every field of every method of the contract.
inline QList<FieldCase> everyField()
{
    QList<FieldCase> cases;
    Methods::forEach([&]<typename T>() {
        forEachField<T>([&](const auto &field) {
            using M = std::remove_cvref_t<decltype(std::declval<T>().*field.member)>;
            FieldCase one{T::method,        field.name,  requiredExcept<T>(field.name), field.rules.required,
                          wrongValues<M>(), std::nullopt};
            if (std::is_same_v<M, QString> || std::is_same_v<M, std::optional<QString>>)
                one.text = field.rules;
            cases.append(one);
        });
    });
    return cases;
}

} // namespace rialto::test
