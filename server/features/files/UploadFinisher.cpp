#include "features/files/UploadFinisher.h"

#include "features/files/PictureCleaner.h"
#include "features/files/Thumbnail.h"
#include "ops/Log.h"

#include <QFile>
#include <memory>
#include <openssl/evp.h>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

constexpr qint64 kWindow = 4 * 1024 * 1024; // How much of a file is read at a time.
constexpr qint64 kHead = 64 * 1024;
constexpr int kMostScans = 64; // Programs write about ten; each takes a decoder as long as the picture is large.

/// SHA-256 by OpenSSL, which uses what the processor has for it.
class Digest
{
public:
    Digest() : m_context(EVP_MD_CTX_new(), &EVP_MD_CTX_free)
    {
        EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr);
    }
    void add(QByteArrayView bytes)
    {
        EVP_DigestUpdate(m_context.get(), bytes.data(), static_cast<size_t>(bytes.size()));
    }
    QByteArray hex()
    {
        QByteArray digest(EVP_MAX_MD_SIZE, Qt::Uninitialized);
        unsigned int size = 0;
        EVP_DigestFinal_ex(m_context.get(), reinterpret_cast<unsigned char *>(digest.data()), &size);
        return digest.left(static_cast<qsizetype>(size)).toHex();
    }

private:
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> m_context;
};

tl::unexpected<Error> unreadable(const QFile &file)
{
    qCWarning(logStorage).noquote() << file.fileName() << file.errorString();
    return fail(ErrorCode::Unavailable, u"The server cannot read what has come. Try again later."_s);
}

Result<QByteArray> hashOf(QFile &file)
{
    Digest digest;
    QByteArray piece(kWindow, Qt::Uninitialized);
    file.seek(0);
    for (;;) {
        const qint64 count = file.read(piece.data(), piece.size());
        if (count < 0)
            return unreadable(file);
        if (count == 0)
            return digest.hex();
        digest.add(QByteArrayView(piece.constData(), count));
    }
}

/// Writes a cleaned picture to a file of its own and counts and hashes it on the way.
class PictureWriter
{
public:
    explicit PictureWriter(FileStore &store) : m_file(store.newWorkPath()) {}
    bool write(QByteArrayView piece)
    {
        m_result = m_file.write(piece);
        m_size += piece.size();
        m_digest.add(piece);
        return m_result.has_value();
    }
    /// After the last piece.
    Result<> finish() { return m_result ? m_file.flush() : m_result; }
    const QString &path() const { return m_file.path(); }
    qint64 size() const { return m_size; }
    QByteArray hash() { return m_digest.hex(); }

private:
    WorkFile m_file;
    qint64 m_size = 0;
    Digest m_digest;
    Result<> m_result;
};

void addThumbnail(FileStore &store, File &file)
{
    const QByteArray hash = file.hash.toLatin1();
    const WorkFile work(store.newWorkPath());
    file.hasThumbnail =
        makeThumbnail(store.blobPath(hash), work.path()) && store.putThumbnail(work.path(), hash).has_value();
}

Result<FinishedUpload> finishPicture(FileStore &store, File file, QByteArrayView content, PictureKind kind)
{
    PictureWriter writer(store);
    const auto clean = cleanPicture(content, kind, [&](QByteArrayView piece) { return writer.write(piece); });
    if (auto result = writer.finish(); !result)
        return tl::unexpected(result.error());
    if (!clean)
        return fail(ErrorCode::Invalid,
                    u"The picture %1 is damaged, so that what it tells of its place and time cannot "
                    "be removed. Send it inside an archive."_s.arg(file.name));
    const QSize size = pictureSizeOf(content, kind);
    file.size = writer.size();
    file.width = clean->orientation > 4 ? size.height() : size.width();
    file.height = clean->orientation > 4 ? size.width() : size.height();
    const QByteArray hash = writer.hash();
    file.hash = QString::fromLatin1(hash);
    FinishedUpload finished{file, std::make_shared<FileStore::Hold>(store, hash)};
    if (auto result = store.put(writer.path(), hash); !result)
        return tl::unexpected(result.error());
    if (size.isEmpty())
        finished.file.width = finished.file.height = 0;
    else if (clean->scans <= kMostScans)
        addThumbnail(store, finished.file);
    return finished;
}

} // namespace

Result<FinishedUpload> finishUpload(FileStore &store, const File &announced)
{
    File file = announced;
    QFile part(store.partPath(file.id));
    if (!part.open(QFile::ReadOnly))
        return unreadable(part);
    const QByteArray head = part.read(kHead);
    file.mediaType = mediaTypeOf(head);
    const PictureKind kind = pictureKindOf(head);
    if (kind != PictureKind::None) {
        const uchar *bytes = part.map(0, part.size());
        if (!bytes)
            return unreadable(part);
        return finishPicture(store, file, QByteArrayView(bytes, part.size()), kind);
    }
    if (isPictureNotTaken(head))
        return fail(ErrorCode::Invalid,
                    u"What a picture of this kind (%1) tells of its place and time cannot be removed. Send it as PNG, "
                    "JPEG, GIF or WebP, or inside an archive."_s.arg(file.mediaType));
    const auto hash = hashOf(part);
    if (!hash)
        return tl::unexpected(hash.error());
    file.hash = QString::fromLatin1(*hash);
    FinishedUpload finished{file, std::make_shared<FileStore::Hold>(store, *hash)};
    if (auto result = store.putPart(file.id, *hash); !result)
        return tl::unexpected(result.error());
    return finished;
}

} // namespace rialto
