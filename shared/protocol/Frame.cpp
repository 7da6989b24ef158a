#include "protocol/Frame.h"

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

constexpr qsizetype kMaximumIdLength = 64;

// The JSON text of a usable request id, empty when it is neither a whole number nor a short text.
QByteArray idText(const QJsonValue &id)
{
    QByteArray out;
    qint64 number = 0;
    if (id.isDouble() && decodeValue(id, {}, Check::Shape, number))
        appendJson(out, number);
    else if (id.isString() && id.toString().size() <= kMaximumIdLength && QStringView(id.toString()).isValidUtf16())
        appendJson(out, id.toString());
    return out;
}

} // namespace

Result<RequestFrame> parseRequest(QByteArrayView utf8, QByteArray &id)
{
    id = "null";
    const Result<QJsonObject> object = parseObject(utf8);
    if (!object)
        return tl::unexpected(object.error());
    const QByteArray text = idText(object->value("id"_L1));
    if (text.isEmpty())
        return fail(ErrorCode::Invalid, u"id must be a number or a text of at most 64 characters."_s, u"id"_s);
    id = text;
    const QJsonValue method = object->value("method"_L1);
    if (!method.isString())
        return fail(ErrorCode::Invalid, u"method must be a text."_s, u"method"_s);
    const QJsonValue params = object->value("params"_L1);
    if (!params.isObject() && !params.isUndefined())
        return fail(ErrorCode::Invalid, u"params must be an object."_s, u"params"_s);
    return RequestFrame{text, method.toString(), params.toObject()};
}

QByteArray requestFrame(qint64 id, const char *method, QByteArrayView paramsJson)
{
    return "{\"id\":" + QByteArray::number(id) + ",\"method\":\"" + method +
           "\",\"params\":" + paramsJson.toByteArray() + '}';
}

QByteArray replyFrame(QByteArrayView id, QByteArrayView resultJson)
{
    QByteArray out;
    out.reserve(id.size() + resultJson.size() + 20);
    out.append("{\"id\":").append(id).append(",\"result\":").append(resultJson).append('}');
    return out;
}

QByteArray errorFrame(QByteArrayView id, const Error &error)
{
    QByteArray out = "{\"id\":" + id.toByteArray() + ",\"error\":";
    appendJson(out, QJsonValue(errorToJson(error)));
    return out + '}';
}

QByteArray eventFrame(qint64 seq, QByteArrayView topic, QByteArrayView type, QByteArrayView dataJson)
{
    QByteArray out;
    out.reserve(dataJson.size() + topic.size() + type.size() + 64);
    out.append('{');
    if (seq > 0)
        out.append("\"seq\":").append(QByteArray::number(seq)).append(',');
    out.append("\"topic\":\"").append(topic).append("\",\"type\":\"").append(type);
    out.append("\",\"data\":").append(dataJson).append('}');
    return out;
}

QJsonObject errorToJson(const Error &error)
{
    QJsonObject object{{u"code"_s, QString(wireName(error.code))}, {u"message"_s, error.message}};
    if (!error.field.isEmpty())
        object.insert(u"field"_s, error.field);
    if (!error.current.isEmpty())
        object.insert(u"current"_s, error.current);
    if (error.retryAfterSeconds > 0)
        object.insert(u"retryAfter"_s, error.retryAfterSeconds);
    return object;
}

Error errorFromJson(const QJsonObject &object)
{
    return Error{errorCodeFromWire(object.value("code"_L1).toString()), object.value("message"_L1).toString(),
                 object.value("field"_L1).toString(), object.value("current"_L1).toObject(),
                 object.value("retryAfter"_L1).toInt()};
}

Result<ServerFrame> parseServerFrame(QByteArrayView utf8)
{
    const Result<QJsonObject> object = parseObject(utf8);
    if (!object)
        return tl::unexpected(object.error());
    ServerFrame frame;
    if (object->contains("type"_L1)) {
        frame.seq = object->value("seq"_L1).toInteger();
        frame.topic = object->value("topic"_L1).toString();
        frame.type = object->value("type"_L1).toString();
        frame.body = object->value("data"_L1).toObject();
        return frame;
    }
    frame.id = object->value("id"_L1).toInteger();
    if (object->contains("error"_L1))
        frame.error = errorFromJson(object->value("error"_L1).toObject());
    frame.body = object->value("result"_L1).toObject();
    return frame;
}

} // namespace rialto
