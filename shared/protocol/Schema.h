#pragma once

#include "protocol/Codec.h"
#include "protocol/Method.h"

#include <QJsonArray>

namespace rialto {

/// The name of a described struct as it stands in the documents: its C++ name, `MessagePage` for Page<Message>.
template <typename T> QString typeName()
{
    // GCC and Clang both write "T = Name" or "T = rialto::Name" into the signature, followed by ';' or ']'.
    const auto signature = QLatin1StringView(__PRETTY_FUNCTION__);
    qsizetype start = signature.indexOf(QLatin1StringView("T = ")) + 4;
    if (signature.sliced(start).startsWith(QLatin1StringView("rialto::")))
        start += 8;
    qsizetype end = start;
    while (end < signature.size() && QChar(signature[end]).isLetterOrNumber())
        ++end;
    return QString(signature.mid(start, end - start));
}

template <typename T>
concept PageType = requires
{
    typename T::ItemType;
};

template <PageType T> QString schemaName()
{
    return typeName<typename T::ItemType>() + QStringLiteral("Page");
}

template <typename T> QString schemaName()
{
    return typeName<T>();
}

/// Collects JSON Schemas (draft 2020-12, the dialect of OpenAPI 3.1 and AsyncAPI 3) of described structs.
class SchemaSet
{
public:
    /// Registers T and all it contains; returns the reference to it.
    template <Described T> QJsonObject reference()
    {
        const QString name = schemaName<T>();
        if (!m_schemas.contains(name)) {
            m_schemas.insert(name, QJsonObject{});
            m_schemas.insert(name, objectSchema<T>());
        }
        return {{QStringLiteral("$ref"), QStringLiteral("#/components/schemas/") + name}};
    }

    /// The schema of T without the fields named in `without`, which travel elsewhere (in the path, say).
    template <Described T> QJsonObject objectSchema(const QStringList &without = {});

    template <typename M> QJsonObject valueSchema(const Rules &rules);

    QJsonObject schemas() const { return m_schemas; }

private:
    QJsonObject m_schemas;
};

QJsonObject textSchema(const Rules &rules);
QJsonObject integerSchema(const Rules &rules);
QJsonObject quantitySchema(const Rules &rules);
QJsonObject wordSchema(const char *const *words, size_t count);
QJsonObject listSchema(const QJsonObject &items, const Rules &rules);
QJsonObject nullable(QJsonObject schema);
/// The JSON of a value on its own, for "default".
template <typename M> QJsonValue jsonValueOf(const M &value)
{
    QByteArray json = "{\"v\":";
    appendJson(json, value);
    return parseObject(json + '}').value_or(QJsonObject{}).value(QLatin1StringView("v"));
}

template <typename M> QJsonObject SchemaSet::valueSchema(const Rules &rules)
{
    if constexpr (IsOptional<M>::value)
        return nullable(valueSchema<typename M::value_type>(rules));
    else if constexpr (IsList<M>::value)
        return listSchema(valueSchema<typename M::value_type>(rules), rules);
    else if constexpr (IsId<M>::value || std::is_same_v<M, qint64> || std::is_same_v<M, int>)
        return integerSchema(rules);
    else if constexpr (std::is_same_v<M, bool>)
        return {{QStringLiteral("type"), QStringLiteral("boolean")}};
    else if constexpr (std::is_same_v<M, Quantity>)
        return quantitySchema(rules);
    else if constexpr (WordEnum<M>)
        return wordSchema(EnumWords<M>::words, std::size(EnumWords<M>::words));
    else if constexpr (Described<M>)
        return reference<M>();
    else
        return textSchema(rules);
}

template <Described T> QJsonObject SchemaSet::objectSchema(const QStringList &without)
{
    QJsonObject properties;
    QJsonArray required;
    const T defaults{};
    forEachField<T>([&](const auto &field) {
        using M = std::remove_cvref_t<decltype(defaults.*field.member)>;
        const QString name = QLatin1StringView(field.name);
        if (without.contains(name))
            return;
        Rules rules = field.rules;
        if (!Method<T>)
            rules.maxLength = rules.maxItems =
                0; // What the server answers keeps the limits of the requests that made it.
        QJsonObject schema = valueSchema<M>(rules);
        schema.insert(QStringLiteral("description"), QLatin1StringView(field.description));
        if constexpr (Method<T> && !IsOptional<M>::value && !IsId<M>::value) {
            if (!field.rules.required)
                schema.insert(QStringLiteral("default"), jsonValueOf(defaults.*field.member));
        }
        properties.insert(name, schema);
        if (field.rules.required || (!Method<T> && !field.rules.sparse))
            required.append(name);
    });
    QJsonObject schema{{QStringLiteral("type"), QStringLiteral("object")}, {QStringLiteral("properties"), properties}};
    if (!required.isEmpty())
        schema.insert(QStringLiteral("required"), required);
    return schema;
}

} // namespace rialto
