#pragma once

#include "protocol/Codec.h"

namespace rialto {

/// The largest WebSocket message that either side takes, in bytes.
inline constexpr int kMaximumFrameBytes = 256 * 1024;

/// A request as it came over the WebSocket. `id` is the JSON text of the number or short string to echo.
struct RequestFrame
{
    QByteArray id;
    QString method;
    QJsonObject params;
};

/// Reads a request. When the id could be read but the rest is wrong, `id` is set all the same, so that the refusal
/// reaches its sender; otherwise it is "null".
Result<RequestFrame> parseRequest(QByteArrayView utf8, QByteArray &id);

QByteArray requestFrame(qint64 id, const char *method, QByteArrayView paramsJson);
QByteArray replyFrame(QByteArrayView id, QByteArrayView resultJson);
QByteArray errorFrame(QByteArrayView id, const Error &error);
QByteArray eventFrame(qint64 seq, QByteArrayView topic, QByteArrayView type, QByteArrayView dataJson);

/// The error as it stands in `error` of a frame and, with more around it, in a problem document.
QJsonObject errorToJson(const Error &error);
Error errorFromJson(const QJsonObject &object);

/// What a client receives: a reply (id set) or an event (type set). `seq` is 0 for volatile events.
struct ServerFrame
{
    std::optional<qint64> id;
    std::optional<Error> error;
    qint64 seq = 0;
    QString topic;
    QString type;
    QJsonObject body; ///< `result` of a reply, `data` of an event.
};

Result<ServerFrame> parseServerFrame(QByteArrayView utf8);

} // namespace rialto
