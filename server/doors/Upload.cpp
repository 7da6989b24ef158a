#include "doors/Upload.h"

#include <QRegularExpression>
#include <atomic>

using namespace Qt::StringLiterals;

namespace rialto {

// Ends when an answer says how far the upload is, or on whichever thread drops the last copy, where there was none; the
// set itself belongs to the net thread.
class Upload::Claim
{
public:
    Claim(FileDoor &door, FileId id) : m_door(door), m_id(id) { door.m_uploading.insert(id); }
    ~Claim()
    {
        if (!m_isOver)
            m_door.m_services.inbox.post([&door = m_door, id = m_id] { door.m_uploading.remove(id); });
    }
    Q_DISABLE_COPY_MOVE(Claim)

    /// On the net thread, when nothing is being written any more: the copies elsewhere mean nothing from now on.
    void end()
    {
        if (!m_isOver.exchange(true))
            m_door.m_uploading.remove(m_id);
    }

private:
    FileDoor &m_door;
    const FileId m_id;
    std::atomic<bool> m_isOver = false;
};

Upload::Upload(FileDoor &door, const HttpRequest &request, const RouteMatch &match, qint64 bodySize)
    : FileTransfer(door, request, match), m_bodySize(bodySize)
{
}

void Upload::cancel()
{
    FileTransfer::cancel();
    m_claim.reset();
}

// RFC 9110 section 14.4; without the header the body is the whole file.
Result<Upload::Piece> Upload::pieceOf(const File &file) const
{
    const QByteArray range = this->request().header("content-range");
    if (range.isEmpty()) {
        if (m_bodySize == file.size)
            return Piece{0, m_bodySize};
        return fail(ErrorCode::Malformed,
                    u"The body has %1 bytes, but %2 were announced."_s.arg(m_bodySize).arg(file.size));
    }
    static const QRegularExpression form(u"^bytes (?:(\\d{1,15})-(\\d{1,15})|\\*)/(\\d{1,15})$"_s);
    const auto match = form.match(QString::fromLatin1(range));
    if (!match.hasMatch() || match.captured(3).toLongLong() != file.size)
        return fail(ErrorCode::Malformed, u"Content-Range must be bytes FIRST-LAST/%1."_s.arg(file.size));
    if (match.captured(1).isEmpty() && m_bodySize == 0)
        return Piece{file.size, 0};
    const qint64 first = match.captured(1).toLongLong();
    const qint64 last = match.captured(2).toLongLong();
    if (match.captured(1).isEmpty() || last - first + 1 != m_bodySize || m_bodySize == 0 || last >= file.size)
        return fail(ErrorCode::Malformed, u"Content-Range and the length of the body do not fit."_s);
    return Piece{first, m_bodySize};
}

void Upload::begin(const File &file)
{
    m_file = file;
    if (file.ownerId != caller().userId)
        return refuse({ErrorCode::Forbidden, u"Only its owner may send a file's content."_s, {}, {}, 0});
    if (file.status == FileStatus::Ready)
        return sendFile(file, 200, file.size);
    const auto piece = pieceOf(file);
    if (!piece)
        return refuse(piece.error());
    if (door().m_uploading.contains(file.id))
        return refuse({ErrorCode::Unavailable, u"Another upload of this file is under way. Try again."_s, {}, {}, 1});
    m_claim = std::make_shared<Claim>(door(), file.id);
    onDisk([&store = services().store, id = file.id] { return store.partSize(id); },
           [self = QPointer(this), piece = *piece, claim = m_claim](qint64 offset) {
               if (self && self->m_claim)
                   self->beginAt(offset, piece);
           });
}

void Upload::beginAt(qint64 offset, const Piece &piece)
{
    if (piece.size > 0 && piece.start != offset) {
        m_claim->end();
        return refuse({ErrorCode::Conflict, u"The next byte to send is byte %1."_s.arg(offset), {}, {}, 0}, 0,
                      offsetHeader(offset));
    }
    m_offset = offset;
    m_bodyLeft = piece.size;
    if (m_bodyLeft > 0)
        Q_EMIT bodyWanted();
    else
        complete();
}

void Upload::receive(const QByteArray &piece)
{
    m_bodyLeft -= piece.size();
    onDisk([&store = services().store, id = m_file.id, offset = m_offset,
            piece] { return store.append(id, offset, piece); },
           [self = QPointer(this), size = piece.size(), claim = m_claim](const Result<> &result) {
               if (self && self->m_claim)
                   self->handleWritten(result, size);
           });
}

void Upload::handleWritten(const Result<> &result, qint64 size)
{
    if (!result) {
        m_claim->end();
        return refuse(result.error());
    }
    m_offset += size;
    if (m_bodyLeft > 0)
        Q_EMIT bodyWanted();
    else
        complete();
}

// Whoever has the answer may go on at once.
void Upload::complete()
{
    if (m_offset < m_file.size) {
        m_claim->end();
        return sendFile(m_file, 202, m_offset);
    }
    // The claim goes along: nobody may begin another write while the file is being finished.
    ask(PutContent::method, [this, claim = m_claim](const Result<File> &file) {
        // What is refused for what it is would be refused again.
        const bool isOver = file || file.error().code == ErrorCode::Invalid;
        if (!isOver)
            claim->end();
        if (file)
            sendFile(*file, 200, file->size);
        else
            refuse(file.error());
        if (isOver)
            onDisk([&store = services().store, id = m_file.id] { return store.dropPart(id), true; }, [claim](bool) {});
    });
}

void Upload::sendFile(const File &file, int status, qint64 offset)
{
    HttpResponse response;
    response.status = status;
    response.contentType = "application/json";
    response.headers = offsetHeader(offset);
    response.body = toJson(file);
    respond(std::move(response));
}

} // namespace rialto
