#include "net/FileLink.h"

#include "net/RestClient.h"
#include "net/TlsPin.h"
#include "net/TokenKeeper.h"

#include <QFile>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <memory>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

constexpr int kTimeoutMs = 30'000; // Without progress.
constexpr qint64 kReadBuffer = 256 * 1024;

/// A download into `target`.part, which becomes `target` at its end.
class Download
{
public:
    Download(const QString &target, qint64 atMost) : m_target(target), m_file(target + u".part"_s), m_atMost(atMost)
    {
        // Unbuffered: what cannot be written is known at once.
        m_isOpen = m_file.open(QFile::ReadWrite | QFile::Append | QFile::Unbuffered);
    }
    bool isOpen() const { return m_isOpen; }
    qint64 size() const { return m_file.size(); }
    void take(QNetworkReply &reply)
    {
        // The server sent all of it although a part was asked for: then what was there is not wanted.
        if (!m_hasBegun && reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200)
            m_file.resize(0);
        m_hasBegun = true;
        const QByteArray bytes = reply.readAll();
        m_isTooLarge = m_isTooLarge || m_file.size() + bytes.size() > m_atMost;
        if (m_isTooLarge)
            reply.abort();
        else if (!m_isBroken && m_file.write(bytes) != bytes.size())
            m_isBroken = true;
    }
    Result<> finish()
    {
        m_file.close();
        if (!m_isBroken) { // Qt has refused a body that is shorter than it was said to be.
            QFile::remove(m_target);
            if (m_file.rename(m_target))
                return {};
        }
        const QString why = m_file.errorString();
        drop(); // What has a gap is no beginning to go on from.
        return failLocally(ErrorCode::StorageFull, FileLink::tr("The file cannot be written: %1").arg(why));
    }
    void drop() { m_file.remove(); }
    bool isTooLarge() const { return m_isTooLarge; }

private:
    const QString m_target;
    QFile m_file;
    bool m_isOpen = false;
    bool m_hasBegun = false;
    bool m_isBroken = false;
    const qint64 m_atMost;
    bool m_isTooLarge = false; ///< The server sends more than there is.
};

} // namespace

FileLink::FileLink(const ServerAddress &server, const Profile &profile, TokenKeeper &tokens, QObject *parent)
    : QObject(parent), m_server(server), m_profile(profile), m_tokens(tokens)
{
    m_network.setProxy(QNetworkProxy::NoProxy);
    m_network.setTransferTimeout(kTimeoutMs);
    connect(&m_network, &QNetworkAccessManager::sslErrors, this, &FileLink::checkCertificate);
}

void FileLink::send(FileId id, Part part, const std::function<QNetworkReply *(const QNetworkRequest &)> &start,
                    QObject *context, const std::function<void(Result<QNetworkReply *>)> &done)
{
    m_tokens.withToken(context, [=, this](const Result<QString> &token) {
        if (!token)
            return done(tl::unexpected(token.error()));
        const QString what = part == Part::Content ? u"content"_s : u"thumbnail"_s;
        QNetworkRequest request(m_server.restUrl(u"files/%1/%2"_s.arg(id.value).arg(what)));
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setSslConfiguration(TlsPin(m_profile, m_server).configuration());
        request.setRawHeader("Authorization", "Bearer " + token->toLatin1());
        request.setRawHeader("Accept-Encoding", "identity");
        QNetworkReply *const reply = start(request);
        reply->setReadBufferSize(kReadBuffer); // Whatever the other side sends.
        connect(reply, &QNetworkReply::finished, context, [reply, done] { done(reply); });
        // Ending tells of itself at once, and the context is half gone by now.
        connect(context, &QObject::destroyed, reply, [reply](QObject *gone) {
            QObject::disconnect(reply, nullptr, gone, nullptr);
            reply->abort();
        });
        connect(reply, &QNetworkReply::finished, reply, &QNetworkReply::deleteLater);
    });
}

Result<> FileLink::check(QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 200 && status < 300 && reply.error() == QNetworkReply::NoError)
        return {};
    if (status == 401)
        m_tokens.distrust();
    return tl::unexpected(RestClient::errorOf(reply, reply.readAll()));
}

void FileLink::askOffset(FileId id, QObject *context, OffsetDone done)
{
    const auto start = [this](const QNetworkRequest &request) { return m_network.head(request); };
    send(id, Part::Content, start, context, [this, done](const Result<QNetworkReply *> &reply) {
        if (!reply)
            return done(tl::unexpected(reply.error()));
        const int status = (*reply)->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        // The answer to HEAD has no words.
        if (status == 404)
            return done(fail(ErrorCode::NotFound, tr("The server no longer has this upload.")));
        if (const Result<> checked = check(**reply); !checked)
            return done(tl::unexpected(checked.error()));
        const bool isReady = !(*reply)->hasRawHeader("Upload-Offset");
        done(isReady ? (*reply)->header(QNetworkRequest::ContentLengthHeader).toLongLong()
                     : (*reply)->rawHeader("Upload-Offset").toLongLong());
    });
}

void FileLink::put(FileId id, const QByteArray &piece, qint64 first, qint64 size, QObject *context, PutDone done,
                   Progress progress)
{
    const QByteArray range = piece.isEmpty()
                                 ? QByteArray("*") // All is there; it only has to be finished.
                                 : QByteArray::number(first) + '-' + QByteArray::number(first + piece.size() - 1);
    const auto start = [=, this](QNetworkRequest request) {
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/octet-stream"_s);
        request.setRawHeader("Content-Range", "bytes " + range + '/' + QByteArray::number(size));
        QNetworkReply *const reply = m_network.put(request, piece);
        if (progress)
            connect(reply, &QNetworkReply::uploadProgress, context,
                    [=](qint64 sent, qint64) { progress(first + sent, size); });
        return reply;
    };
    send(id, Part::Content, start, context, [this, done](const Result<QNetworkReply *> &reply) {
        if (!reply)
            return done(tl::unexpected(reply.error()));
        if (const Result<> checked = check(**reply); !checked)
            return done(tl::unexpected(checked.error()));
        done(fromJson<File>(QByteArrayView((*reply)->readAll())));
    });
}

void FileLink::get(FileId id, Part part, const QString &target, qint64 atMost, QObject *context, Done done,
                   Progress progress)
{
    // Shared by the pieces that come and the end.
    const auto download = std::make_shared<Download>(target, atMost);
    if (!download->isOpen())
        return done(failLocally(ErrorCode::StorageFull, tr("The file %1 cannot be written.").arg(target)));
    const qint64 begun = download->size();
    const auto start = [=, this](QNetworkRequest request) {
        if (begun > 0)
            request.setRawHeader("Range", "bytes=" + QByteArray::number(begun) + '-');
        QNetworkReply *const reply = m_network.get(request);
        const auto isContent = [reply] {
            return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() / 100 == 2;
        };
        connect(reply, &QNetworkReply::readyRead, context, [=] {
            if (!isContent())
                return;
            download->take(*reply);
            if (progress)
                progress(download->size(), begun + reply->header(QNetworkRequest::ContentLengthHeader).toLongLong());
        });
        return reply;
    };
    send(id, part, start, context, [=, this](const Result<QNetworkReply *> &reply) {
        if (!reply)
            return done(tl::unexpected(reply.error()));
        const Result<> checked = check(**reply);
        if (checked)
            download->take(**reply);
        // What is there is no beginning of this file: the next attempt starts anew.
        if (download->isTooLarge() || download->size() == 0 || (!checked && checked.error().code == ErrorCode::Invalid))
            download->drop();
        if (download->isTooLarge())
            return done(failLocally(ErrorCode::TooLarge, tr("The server sent more than the file has.")));
        done(checked ? download->finish() : checked);
    });
}

void FileLink::checkCertificate(QNetworkReply *reply, const QList<QSslError> &errors)
{
    if (TlsPin(m_profile, m_server).mayIgnore(TlsPin::presentedIn(reply->sslConfiguration(), errors)))
        reply->ignoreSslErrors(errors);
}

} // namespace rialto
