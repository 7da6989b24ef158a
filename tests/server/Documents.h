#pragma once

#include "protocol/Protocol.h"

#include <QJsonArray>
#include <QJsonObject>

namespace rialto::test {

/// Compares a JSON Schema of the generated documents with the table of a struct, down to the last struct inside it, and
/// collects what differs as sentences. It knows how JSON Schema is written, not how the server writes it.
class SchemaCheck
{
public:
    explicit SchemaCheck(const QJsonObject &document) : m_document(document) {}

    const QStringList &differences() const { return m_differences; }

    template <Described T> static QStringList fieldsOf()
    {
        QStringList names;
        forEachField<T>([&](const auto &field) { names.append(QLatin1StringView(field.name)); });
        names.sort();
        return names;
    }

    /// `without`: what travels elsewhere.
    template <Described T>
    void compareStruct(const QString &where, const QJsonValue &schema, const QStringList &without = {})
    {
        const QJsonObject properties = resolved(schema).value(QLatin1StringView("properties")).toObject();
        QStringList expected = fieldsOf<T>();
        for (const QString &name : without)
            expected.removeOne(name);
        expect(where, properties.keys() == expected,
               QStringLiteral("has ") + properties.keys().join(QStringLiteral(", ")));
        forEachField<T>([&](const auto &field) {
            using M = std::remove_cvref_t<decltype(std::declval<T>().*field.member)>;
            const QString name = QLatin1StringView(field.name);
            if (properties.contains(name))
                compareField<T, M>(where + QLatin1Char('.') + name, properties.value(name), field.rules);
        });
    }

    /// One field of T, wherever it travels.
    template <Described T, typename M>
    void compareField(const QString &where, const QJsonValue &schema, const Rules &rules)
    {
        compareValue<M>(where, schema);
        if constexpr (Method<T> && (std::is_same_v<M, QString> || std::is_same_v<M, std::optional<QString>>))
            compareText(where, schema.toObject(), rules);
    }

    void expect(const QString &where, bool holds, const QString &otherwise)
    {
        if (!holds)
            m_differences.append(where + QLatin1Char(' ') + otherwise);
    }

    QJsonObject resolved(const QJsonValue &schema) const
    {
        const QString reference = schema.toObject().value(QLatin1StringView("$ref")).toString();
        if (reference.isEmpty())
            return schema.toObject();
        QJsonValue found = m_document;
        for (const QString &step : reference.mid(2).split(QLatin1Char('/')))
            found = found.toObject().value(step);
        return found.toObject();
    }

private:
    template <typename M> void compareValue(const QString &where, const QJsonValue &schema)
    {
        if constexpr (IsOptional<M>::value)
            compareValue<typename M::value_type>(where, present(where, schema.toObject()));
        else if constexpr (IsList<M>::value)
            compareValue<typename M::value_type>(where + QStringLiteral("[]"), itemsOf(where, schema.toObject()));
        else if constexpr (WordEnum<M>)
            compareWords<M>(where, schema.toObject());
        else if constexpr (Described<M>)
            compareStruct<M>(where, schema);
        else
            expectType(where, schema, typeOf<M>());
    }

    template <typename M> static QString typeOf()
    {
        if constexpr (std::is_same_v<M, QString>)
            return QStringLiteral("string");
        else if constexpr (std::is_same_v<M, bool>)
            return QStringLiteral("boolean");
        else if constexpr (std::is_same_v<M, Quantity>)
            return QStringLiteral("number");
        else
            return QStringLiteral("integer");
    }

    void expectType(const QString &where, const QJsonValue &schema, const QString &type)
    {
        expect(where, schema.toObject().value(QLatin1StringView("type")).toString() == type,
               QStringLiteral("is no ") + type);
    }

    template <typename M> void compareWords(const QString &where, const QJsonObject &schema)
    {
        QJsonArray words;
        for (const char *word : EnumWords<M>::words)
            words.append(QLatin1StringView(word));
        expect(where, schema.value(QLatin1StringView("enum")).toArray() == words, QStringLiteral("has other words"));
    }

    void compareText(const QString &where, const QJsonObject &schema, const Rules &rules)
    {
        expect(where, schema.value(QLatin1StringView("maxLength")).toInt() == rules.maxLength,
               QStringLiteral("tells another length"));
        expect(where, schema.value(QLatin1StringView("minLength")).toInt() == rules.minLength,
               QStringLiteral("tells another least length"));
        expect(where, schema.value(QLatin1StringView("pattern")).toString() == QLatin1StringView(rules.pattern),
               QStringLiteral("tells another pattern"));
    }

    QJsonValue itemsOf(const QString &where, const QJsonObject &schema)
    {
        expectType(where, schema, QStringLiteral("array"));
        return schema.value(QLatin1StringView("items"));
    }

    // What the value is when it is not null.
    QJsonValue present(const QString &where, QJsonObject schema)
    {
        const QJsonArray either = schema.value(QLatin1StringView("anyOf")).toArray();
        if (!either.isEmpty())
            return either.first();
        const QJsonArray types = schema.value(QLatin1StringView("type")).toArray();
        expect(where, types.contains(QStringLiteral("null")), QStringLiteral("is never null"));
        schema.insert(QStringLiteral("type"), types.first());
        return schema;
    }

    const QJsonObject m_document;
    QStringList m_differences;
};

} // namespace rialto::test
