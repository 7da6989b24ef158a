#include "features/people/model/AvatarUpload.h"

#include "net/ApiClient.h"
#include "net/ClientId.h"
#include "net/FileLink.h"

using namespace Qt::StringLiterals;

namespace rialto {

AvatarUpload::AvatarUpload(ApiClient &api, FileLink &files, const Clock &clock, QObject *parent)
    : QObject(parent), m_api(&api), m_files(files), m_clock(clock)
{
}

// Where the server cannot be asked, it forgets the file by itself; where the profile names it after all, it refuses.
AvatarUpload::~AvatarUpload()
{
    if (m_api && m_file.isValid() && !m_isKept)
        m_api->call<DeleteFile>({m_file, makeClientId(m_clock)}, m_api, {});
}

void AvatarUpload::start(const QByteArray &picture, Done done)
{
    m_picture = picture;
    m_done = std::move(done);
    const CreateFile request{makeClientId(m_clock), u"avatar.jpg"_s, m_picture.size(), {}};
    m_api->call<CreateFile>(request, this, [this](const Result<File> &file) {
        if (!file)
            return m_done(tl::unexpected(file.error()));
        m_file = file->id;
        sendFrom(0);
    });
}

void AvatarUpload::sendFrom(qint64 offset)
{
    const QByteArray piece = m_picture.mid(offset, FileLink::kPiece);
    m_files.put(
        m_file, piece, offset, m_picture.size(), this,
        [this, reached = offset + piece.size()](const Result<File> &file) {
            if (!file)
                m_done(tl::unexpected(file.error()));
            else if (file->status == FileStatus::Ready)
                m_done(m_file);
            else
                sendFrom(reached);
        },
        [this](qint64 sent, qint64 total) { Q_EMIT progressed(sent, total); });
}

} // namespace rialto
