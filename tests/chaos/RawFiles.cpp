// The part of RawClient that sends files.
#include "chaos/RawClient.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace rialto::chaos {
namespace {

constexpr int kMostBytes = 32 * 1024;

} // namespace

void RawClient::askHttp(const QByteArray &verb, const QString &path, const QByteArray &type, const QByteArray &body,
                        std::function<void(const QJsonObject &)> then)
{
    QNetworkRequest request(QUrl(u"http://127.0.0.1:%1/api/v1/%2"_s.arg(m_setup.port).arg(path)));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setHeader(QNetworkRequest::ContentTypeHeader, type);
    request.setRawHeader("Authorization", "Bearer " + m_accessToken.toLatin1());
    QNetworkReply *const reply = m_http.sendCustomRequest(request, verb, body);
    connect(reply, &QNetworkReply::finished, this, [this, reply, then = std::move(then)] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const bool isWhole = reply->error() == QNetworkReply::NoError && (status == 200 || status == 201);
        // What was not acknowledged may be lost. After the work nothing new is begun.
        if (isWhole && m_work.isActive())
            then(QJsonDocument::fromJson(reply->readAll()).object());
    });
}

// Into the room that is never deleted: what others carried is let go of in time.
void RawClient::sendFile()
{
    QByteArray content = token().toUtf8() + '\n';
    content.append(QByteArray(chance(kMostBytes), static_cast<char>('a' + chance(26))));
    const QJsonObject file{{u"name"_s, u"note.txt"_s}, {u"size"_s, content.size()}};
    askHttp("POST", u"files"_s, "application/json", QJsonDocument(file).toJson(), [=, this](const QJsonObject &made) {
        const qint64 id = made["id"_L1].toInteger();
        askHttp("PUT", u"files/%1/content"_s.arg(id), "application/octet-stream", content,
                [=, this](const QJsonObject &) {
                    const QByteArray hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
                    invoke("chat.send",
                           {{u"roomId"_s, m_setup.general.value},
                            {u"text"_s, token() + u" with a file"_s},
                            {u"fileIds"_s, QJsonArray{id}}},
                           {}, {{u"contents"_s, QJsonArray{QString::fromLatin1(hash)}}});
                });
    });
}

} // namespace rialto::chaos
