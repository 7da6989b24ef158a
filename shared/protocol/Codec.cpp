#include "protocol/Codec.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <algorithm>
#include <charconv>
#include <cmath>
#include <span>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

constexpr int kMaximumDepth = 32;

// Rejects deep nesting before the recursive parser sees it.
bool isWithinDepth(QByteArrayView utf8)
{
    int depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const char c = utf8[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            if (++depth > kMaximumDepth)
                return false;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return true;
}

qsizetype codePoints(const QString &text)
{
    qsizetype count = 0;
    for (const QChar unit : text)
        count += unit.isLowSurrogate() ? 0 : 1;
    return count;
}

qsizetype utf8Length(const QString &text)
{
    qsizetype bytes = 0;
    for (const QChar unit : text) {
        const char16_t u = unit.unicode();
        bytes += u < 0x80 ? 1 : u < 0x800 ? 2 : unit.isSurrogate() ? 2 : 3;
    }
    return bytes;
}

struct Range
{
    char32_t first;
    char32_t last;
};

bool isIn(std::span<const Range> ranges, char32_t c)
{
    return std::any_of(ranges.begin(), ranges.end(), [c](Range range) { return c >= range.first && c <= range.last; });
}

// Characters that cannot be seen, or turn others round, make two different names look the same (Unicode TR 36, TR 39):
// controls, the Default_Ignorable_Code_Points of DerivedCoreProperties.txt but the sixteen variation selectors that
// emoji are written with, separators of lines, and places that are no characters.
constexpr Range kDeceptive[] = {
    {0x00, 0x1f},     {0x7f, 0x9f},     {0xad, 0xad},       {0x34f, 0x34f},     {0x61c, 0x61c},
    {0x115f, 0x1160}, {0x17b4, 0x17b5}, {0x180b, 0x180f},   {0x200b, 0x200f},   {0x2028, 0x202e},
    {0x2060, 0x206f}, {0x3164, 0x3164}, {0xfdd0, 0xfdef},   {0xfeff, 0xfeff},   {0xffa0, 0xffa0},
    {0xfff0, 0xfffb}, {0xfffe, 0xffff}, {0x1bca0, 0x1bca3}, {0x1d173, 0x1d17a}, {0xe0000, 0xe0fff},
};

// Longer texts keep what they are written with: breaks and tabs, the joiners of Persian words and of emoji, the
// variants of Mongolian and Chinese characters.
constexpr Range kInBlocks[] = {{'\t', '\t'}, {'\n', '\n'}, {0x180b, 0x180d}, {0x200c, 0x200d}, {0xe0100, 0xe01ef}};

bool isDeceptive(const QString &text, bool linesAllowed)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size();
        const char32_t c = isPair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode();
        i += isPair ? 1 : 0;
        const bool isNone = c > 0xffff && (c & 0xfffe) == 0xfffe;
        if ((isNone || isIn(kDeceptive, c)) && !(linesAllowed && isIn(kInBlocks, c)))
            return true;
    }
    return false;
}

bool matches(const char *pattern, const QString &text)
{
    thread_local QHash<const char *, QRegularExpression> compiled;
    QRegularExpression &expression = compiled[pattern];
    if (expression.pattern().isEmpty())
        expression = QRegularExpression(QLatin1StringView(pattern), QRegularExpression::UseUnicodePropertiesOption);
    return expression.match(text).hasMatch();
}

tl::unexpected<Error> invalid(const QString &message)
{
    return fail(ErrorCode::Invalid, message);
}

Result<> checkText(const QString &text, const Rules &rules)
{
    const qsizetype length = codePoints(text);
    if (length < rules.minLength || (rules.notBlank && text.trimmed().isEmpty()))
        return rules.minLength > 1 ? invalid(u"must have at least %1 characters"_s.arg(rules.minLength))
                                   : invalid(u"must not be empty"_s);
    if (length > rules.maxLength)
        return invalid(u"must have at most %1 characters"_s.arg(rules.maxLength));
    if (rules.maxBytes > 0 && utf8Length(text) > rules.maxBytes)
        return invalid(u"must have at most %1 bytes"_s.arg(rules.maxBytes));
    if (rules.text != TextRule::Exact && isDeceptive(text, rules.text == TextRule::Block))
        return invalid(u"must not contain control or invisible characters"_s);
    if (rules.pattern && !matches(rules.pattern, text))
        return invalid(u"must match %1"_s.arg(QLatin1StringView(rules.pattern)));
    return {};
}

} // namespace

namespace {

bool needsEscape(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

void appendEscaped(QByteArray &out, char c)
{
    static constexpr char kHex[] = "0123456789abcdef";
    if (c == '"' || c == '\\')
        out.append('\\').append(c);
    else
        out.append("\\u00").append(kHex[c >> 4]).append(kHex[c & 15]);
}

} // namespace

void appendJson(QByteArray &out, qint64 number)
{
    char digits[std::numeric_limits<qint64>::digits10 + 3];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), number).ptr;
    out.append(digits, end - digits);
}

void appendKey(QByteArray &out, char separator, QByteArrayView name)
{
    const qsizetype begin = out.size();
    out.resize(begin + name.size() + 4);
    char *at = out.data() + begin;
    *at++ = separator;
    *at++ = '"';
    at = std::copy(name.begin(), name.end(), at);
    *at++ = '"';
    *at = ':';
}

// Texts are copied in runs between the few characters that need an escape.
void appendJson(QByteArray &out, QStringView text)
{
    out += '"';
    const QByteArray utf8 = text.toUtf8();
    for (auto rest = utf8.begin(); rest != utf8.end();) {
        const auto special = std::find_if(rest, utf8.end(), needsEscape);
        out.append(rest, special - rest);
        if (special == utf8.end())
            break;
        appendEscaped(out, *special);
        rest = special + 1;
    }
    out += '"';
}

void appendJson(QByteArray &out, const QJsonValue &value)
{
    // An array of one is the only way to let Qt write a bare value.
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    out.append(wrapped.constData() + 1, wrapped.size() - 2);
}

Result<QJsonObject> parseObject(QByteArrayView utf8)
{
    if (!isWithinDepth(utf8))
        return fail(ErrorCode::Malformed, u"The JSON is nested deeper than %1 levels."_s.arg(kMaximumDepth));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromRawData(utf8.data(), utf8.size()), &error);
    if (error.error != QJsonParseError::NoError)
        return fail(ErrorCode::Malformed,
                    u"This is not readable JSON: %1 at byte %2."_s.arg(error.errorString()).arg(error.offset));
    if (!document.isObject())
        return fail(ErrorCode::Malformed, u"A JSON object is expected."_s);
    return document.object();
}

Result<> decodeValue(const QJsonValue &json, const Rules &rules, Check check, QString &out)
{
    if (!json.isString())
        return invalid(u"must be a text"_s);
    QString text = json.toString();
    if (check == Check::Shape) {
        out = std::move(text);
        return {};
    }
    if (!QStringView(text).isValidUtf16() || text.contains(QChar(0)))
        return invalid(u"must be valid Unicode without NUL"_s);
    if (rules.text != TextRule::Exact)
        text = text.normalized(QString::NormalizationForm_C).trimmed();
    if (auto result = checkText(text, rules); !result)
        return result;
    out = std::move(text);
    return {};
}

Result<> decodeValue(const QJsonValue &json, const Rules &rules, Check check, qint64 &out)
{
    const double number = json.toDouble(std::nan(""));
    constexpr auto limit = static_cast<double>(Rules::kMaximumInteger);
    if (!json.isDouble() || std::trunc(number) != number || std::abs(number) > limit)
        return invalid(u"must be a whole number"_s);
    out = static_cast<qint64>(number);
    if (check == Check::Rules && (out < rules.minimum || out > rules.maximum))
        return invalid(u"must be between %1 and %2"_s.arg(rules.minimum).arg(rules.maximum));
    return {};
}

Result<> decodeValue(const QJsonValue &json, const Rules &rules, Check check, int &out)
{
    Rules narrow = rules;
    narrow.maximum = std::min<qint64>(rules.maximum, std::numeric_limits<int>::max());
    qint64 wide = 0;
    if (auto result = decodeValue(json, narrow, check, wide); !result)
        return result;
    out = static_cast<int>(std::clamp<qint64>(wide, std::numeric_limits<int>::min(), std::numeric_limits<int>::max()));
    return {};
}

Result<> decodeValue(const QJsonValue &json, const Rules &, Check, bool &out)
{
    if (!json.isBool())
        return invalid(u"must be true or false"_s);
    out = json.toBool();
    return {};
}

Result<> decodeValue(const QJsonValue &json, const Rules &rules, Check check, Quantity &out)
{
    const std::optional<Quantity> quantity = Quantity::fromDouble(json.toDouble(std::nan("")));
    if (!json.isDouble() || !quantity)
        return invalid(u"must be a number with at most three decimal places"_s);
    out = *quantity;
    if (check == Check::Rules && (out.thousandths < rules.minimum * 1000 || out.thousandths > rules.maximum * 1000))
        return invalid(u"must be between %1 and %2"_s.arg(rules.minimum).arg(rules.maximum));
    return {};
}

tl::unexpected<Error> unknownWord(const char *const *words, size_t count)
{
    QStringList known;
    for (size_t i = 0; i < count; ++i)
        known.append(QLatin1StringView(words[i]));
    return invalid(u"must be one of: %1"_s.arg(known.join(u", "_s)));
}

Error inField(Error error, const char *name)
{
    if (error.field.isEmpty()) {
        error.field = QLatin1StringView(name);
        error.message = u"%1 %2."_s.arg(error.field, error.message);
    } else {
        error.field = QLatin1StringView(name) + u"."_s + error.field;
    }
    return error;
}

} // namespace rialto
