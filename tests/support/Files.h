#pragma once

#include "support/RawSocket.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QImage>
#include <QPainter>

namespace rialto::test {

/// Sends a file's content over a socket of its own and reads it back.
class FileClient
{
public:
    FileClient(TestServer &server, const Person &who) : m_server(server), m_who(who) {}

    /// Announces a file; its id.
    qint64 create(const QString &name, qint64 size)
    {
        return m_server
            .api("POST", QStringLiteral("files"), m_who,
                 {{QStringLiteral("name"), name}, {QStringLiteral("size"), size}})
            .id();
    }
    RawAnswer send(const QByteArray &verb, const QByteArray &target, const QByteArray &headers = {},
                   const QByteArray &body = {})
    {
        RawSocket socket(m_server.port());
        socket.send(head(verb, target, headers, body.size()) + body);
        return socket.answer(verb == "HEAD");
    }
    QByteArray head(const QByteArray &verb, const QByteArray &target, const QByteArray &headers, qint64 size) const
    {
        return verb + " /api/v1/files/" + target + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + m_who.token +
               "\r\n" + headers + "Content-Length: " + QByteArray::number(size) + "\r\n\r\n";
    }
    RawAnswer put(qint64 id, const QByteArray &body, const QByteArray &range = {})
    {
        return send("PUT", QByteArray::number(id) + "/content",
                    range.isEmpty() ? QByteArray() : "Content-Range: bytes " + range + "\r\n", body);
    }
    RawAnswer get(qint64 id, const QByteArray &headers = {}, const QByteArray &what = "/content")
    {
        return send("GET", QByteArray::number(id) + what, headers);
    }
    /// A file that is there as a whole; its id.
    qint64 upload(const QString &name, const QByteArray &content)
    {
        const qint64 id = create(name, content.size());
        return put(id, content).status == 200 ? id : 0;
    }
    /// How far an upload has come; -1 when nobody says.
    qint64 offset(qint64 id)
    {
        const RawAnswer answer = send("HEAD", QByteArray::number(id) + "/content");
        return answer.headers.contains("upload-offset") ? answer.headers.value("upload-offset").toLongLong() : -1;
    }

private:
    TestServer &m_server;
    const Person m_who;
};

inline QByteArray aPicture(const char *format, QSize size = {120, 80})
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(QColor(20, 120, 130));
    QPainter painter(&image);
    painter.fillRect(QRect(QPoint(), size / 2), Qt::yellow);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, format))
        qFatal("There is no plugin for %s", format);
    return bytes;
}

inline QJsonObject bodyOf(const RawAnswer &answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

/// Bytes that are not the same anywhere.
inline QByteArray someBytes(qsizetype size)
{
    QByteArray content(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        content[i] = static_cast<char>(i * 7 + i / 251);
    return content;
}

/// The parameters of a message with files.
inline QJsonObject withFiles(const QString &text, const QList<qint64> &ids)
{
    using namespace Qt::StringLiterals;
    QJsonArray list;
    for (const qint64 id : ids)
        list.append(id);
    return {{u"text"_s, text}, {u"fileIds"_s, list}};
}

/// Removes what nothing names any more, and waits for that.
inline void cleanUp(TestServer &server)
{
    bool isDone = false;
    server.app().cleanUp([&] { isDone = true; });
    QVERIFY(waitFor([&] { return isDone; }));
}

/// Whether the store has this content.
inline bool isStored(const TestServer &server, const QByteArray &content)
{
    using namespace Qt::StringLiterals;
    const QString hash = QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
    return QFile::exists(QFileInfo(server.databasePath()).path() + u"/files/blobs/"_s + hash.left(2) + u'/' + hash);
}

} // namespace rialto::test
