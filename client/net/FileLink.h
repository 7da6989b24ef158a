#pragma once

#include "net/Profile.h"
#include "protocol/Files.h"

#include <QNetworkAccessManager>
#include <QPointer>
#include <functional>

class QFile;
class QNetworkReply;

namespace rialto {

class TokenKeeper;

/// The contents of files over HTTP, in pieces and in bounded memory. Every call is answered once, unless its context is
/// gone by then; Unavailable: the server cannot be reached, or not now. Lives on: the GUI thread.
class FileLink : public QObject
{
    Q_OBJECT

public:
    enum class Part { Content, Thumbnail };
    using OffsetDone = std::function<void(Result<qint64>)>;
    using PutDone = std::function<void(Result<File>)>;
    using Done = std::function<void(Result<>)>;
    /// Bytes so far, of how many. Downloads tell of every piece that came.
    using Progress = std::function<void(qint64, qint64)>;

    static constexpr qint64 kPiece = 1024 * 1024;

    /// `profile` and `tokens` must outlive it.
    FileLink(const ServerAddress &server, const Profile &profile, TokenKeeper &tokens, QObject *parent = nullptr);

    /// How many bytes of an upload the server has.
    void askOffset(FileId id, QObject *context, OffsetDone done);
    /// Sends the bytes from `first` on of a file of `size` bytes. The file that comes back is ready after the last
    /// ones.
    void put(FileId id, const QByteArray &piece, qint64 first, qint64 size, QObject *context, PutDone done,
             Progress progress = {});
    /// Fetches into the file `target`, which is there as a whole or not at all. What a cut left goes on from there.
    /// More than `atMost` bytes are not taken.
    void get(FileId id, Part part, const QString &target, qint64 atMost, QObject *context, Done done,
             Progress progress = {});

private:
    void send(FileId id, Part part, const std::function<QNetworkReply *(const QNetworkRequest &)> &start,
              QObject *context, const std::function<void(Result<QNetworkReply *>)> &done);
    Result<> check(QNetworkReply &reply);
    void checkCertificate(QNetworkReply *reply, const QList<QSslError> &errors);

    const ServerAddress m_server;
    const Profile &m_profile;
    TokenKeeper &m_tokens;
    QNetworkAccessManager m_network;
};

} // namespace rialto
