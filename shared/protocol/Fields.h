#pragma once

#include "base/Error.h"
#include "base/Id.h"
#include "base/Quantity.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <optional>
#include <tuple>

// A message of the protocol is a struct with a static function fields() that returns a tuple of Field: its table.
// Everything else is derived from that table: decoding and encoding (Codec.h), the documents (Schema.h), the rows of
// the database (named like the fields, in snake_case).
namespace rialto {

/// How a text is treated on its way in (Unicode: see the notes of TextRule in Codec.cpp).
enum class TextRule {
    Exact, ///< Kept byte for byte; only NUL and broken UTF-16 are refused. Messages, passwords, tokens.
    Line,  ///< One line: NFC, trimmed, no control, bidirectional or zero-width characters. Names.
    Block, ///< Several lines: as Line, but line breaks and tabs may stay. Descriptions.
};

/// The constraints of one field. What a request leaves out takes the struct's own default.
struct Rules
{
    bool required = false;
    int minLength = 0;   ///< Code points.
    int maxLength = 255; ///< Code points.
    int maxBytes = 0;    ///< UTF-8 bytes; 0 = four times maxLength.
    int maxItems = 100;  ///< Of a list.
    qint64 minimum = 0;  ///< Integers, and whole units of a Quantity.
    qint64 maximum = kMaximumInteger;
    const char *pattern = nullptr; ///< ECMA 262 regular expression that the whole text must match.
    TextRule text = TextRule::Line;
    bool notBlank = false; ///< At least one character that is not white space.
    bool sparse = false;   ///< Left out of the JSON while it is null, false or an empty list: rare in frequent things.

    static constexpr qint64 kMaximumInteger = (Q_INT64_C(1) << 53) - 1;
};

constexpr Rules required(Rules rules)
{
    rules.required = true;
    return rules;
}

/// The idempotency key of a write; unique among the writes of one person.
inline constexpr Rules kClientIdRules = {.maxLength = 64, .text = TextRule::Exact};

template <typename Struct, typename Member> struct Field
{
    const char *name;
    Member Struct::*member;
    Rules rules;
    const char *description;
};

template <typename Struct, typename Member>
Field(const char *, Member Struct::*, Rules, const char *) -> Field<Struct, Member>;

template <typename T>
concept Described = requires
{
    T::fields();
};

/// Calls visit(field) for every field of T in order.
template <Described T, typename Visit> constexpr void forEachField(Visit &&visit)
{
    std::apply([&](const auto &...field) { (visit(field), ...); }, T::fields());
}

/// Words of an enum on the wire and in the database; specialised beside each enum, in the order of its values from 0.
template <typename Enum> struct EnumWords;

template <typename T>
concept WordEnum = std::is_enum_v<T> && requires
{
    EnumWords<T>::words;
};

template <WordEnum T> QLatin1StringView wordOf(T value)
{
    return QLatin1StringView(EnumWords<T>::words[static_cast<size_t>(value)]);
}

template <WordEnum T, typename Text> std::optional<T> enumFromWord(const Text &word)
{
    for (size_t i = 0; i < std::size(EnumWords<T>::words); ++i) {
        if (word == QLatin1StringView(EnumWords<T>::words[i]))
            return static_cast<T>(i);
    }
    return std::nullopt;
}

template <typename T> struct IsOptional : std::false_type
{
};
template <typename T> struct IsOptional<std::optional<T>> : std::true_type
{
};
template <typename T> struct IsList : std::false_type
{
};
template <typename T> struct IsList<QList<T>> : std::true_type
{
};
template <typename T> struct IsId : std::false_type
{
};
template <typename Tag> struct IsId<Id<Tag>> : std::true_type
{
};

/// What a sparse field leaves out.
template <typename T> bool isAbsent(const std::optional<T> &value)
{
    return !value.has_value();
}
template <typename T> bool isAbsent(const QList<T> &list)
{
    return list.isEmpty();
}
inline bool isAbsent(bool value)
{
    return !value;
}
template <typename T> bool isAbsent(const T &)
{
    return false;
}

/// A reply that carries nothing: `{}` on the WebSocket, 204 over REST.
struct Nothing
{
    static auto fields() { return std::tuple{}; }
};

/// One page of a list. `nextCursor` is null on the last page.
template <typename Item> struct Page
{
    QList<Item> items;
    std::optional<QString> nextCursor;

    using ItemType = Item;
    static auto fields()
    {
        return std::tuple{
            Field{"items", &Page::items, {}, "The entities of this page."},
            Field{"nextCursor", &Page::nextCursor, {}, "Opaque; asks for the next page. Null at the end."}};
    }
};

} // namespace rialto
