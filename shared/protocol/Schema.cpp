#include "protocol/Schema.h"

using namespace Qt::StringLiterals;

namespace rialto {

QJsonObject textSchema(const Rules &rules)
{
    QJsonObject schema{{u"type"_s, u"string"_s}};
    if (rules.maxLength > 0)
        schema.insert(u"maxLength"_s, rules.maxLength);
    if (rules.minLength > 0)
        schema.insert(u"minLength"_s, rules.minLength);
    if (rules.pattern)
        schema.insert(u"pattern"_s, QLatin1StringView(rules.pattern));
    if (rules.maxBytes > 0)
        schema.insert(u"x-maxBytes"_s, rules.maxBytes);
    return schema;
}

QJsonObject integerSchema(const Rules &rules)
{
    return {{u"type"_s, u"integer"_s}, {u"minimum"_s, rules.minimum}, {u"maximum"_s, rules.maximum}};
}

QJsonObject quantitySchema(const Rules &rules)
{
    return {{u"type"_s, u"number"_s},
            {u"minimum"_s, rules.minimum},
            {u"maximum"_s, rules.maximum},
            {u"multipleOf"_s, 0.001}};
}

QJsonObject wordSchema(const char *const *words, size_t count)
{
    QJsonArray known;
    for (size_t i = 0; i < count; ++i)
        known.append(QLatin1StringView(words[i]));
    return {{u"type"_s, u"string"_s}, {u"enum"_s, known}};
}

QJsonObject listSchema(const QJsonObject &items, const Rules &rules)
{
    QJsonObject schema{{u"type"_s, u"array"_s}, {u"items"_s, items}};
    if (rules.maxItems > 0)
        schema.insert(u"maxItems"_s, rules.maxItems);
    return schema;
}

QJsonObject nullable(QJsonObject schema)
{
    if (schema.contains("$ref"_L1) || schema.contains("enum"_L1))
        return {{u"anyOf"_s, QJsonArray{schema, QJsonObject{{u"type"_s, u"null"_s}}}}};
    schema.insert(u"type"_s, QJsonArray{schema.value("type"_L1), u"null"_s});
    return schema;
}

} // namespace rialto
