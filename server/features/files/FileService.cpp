#include "features/files/FileService.h"

#include "features/files/FileTable.h"

#include <QLocale>
#include <QSet>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

constexpr qint64 kHourMs = 60LL * 60 * 1000;
// Each as long as people are away: an upload may be cut and go on, and the message that a file is for may wait for its
// author to be online again. Both count in what their owner may keep. The contract tells it; see CreateFile.
constexpr qint64 kUploadMs = 14 * 24 * kHourMs;
constexpr qint64 kUnsentMs = 14 * 24 * kHourMs;
constexpr qint64 kReleasedMs = kHourMs;

tl::unexpected<Error> noSuchFile(const QString &field = {})
{
    return fail(ErrorCode::NotFound, u"There is no such file."_s, field);
}

QString words(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 1);
}

Attachment attachmentOf(const File &file)
{
    return {file.id, file.name, file.size, file.mediaType, file.width, file.height, file.hasThumbnail};
}

} // namespace

FileService::FileService(FileStore &store, FileLimits limits) : m_store(store), m_limits(limits) {}

Result<> FileService::checkQuota(Database &database, UserId owner, qint64 size) const
{
    if (size > m_limits.file)
        return fail(ErrorCode::TooLarge,
                    u"The file is larger than %1, which this server takes at most."_s.arg(words(m_limits.file)),
                    u"size"_s);
    if (m_limits.person > 0 && file_table::usage(database, owner) + size > m_limits.person)
        return fail(ErrorCode::StorageFull,
                    u"Your files would take more than the %1 that this server gives to everybody."_s.arg(
                        words(m_limits.person)),
                    u"size"_s);
    if (m_limits.store > 0 && file_table::usage(database, {}) + size > m_limits.store)
        return fail(ErrorCode::StorageFull, u"The server's room for files is used up."_s, u"size"_s);
    return {};
}

Result<> FileService::checkRoom(WriteContext &context, RoomId room) const
{
    for (const FileHolder &holder : m_hooks->fileHolders) {
        if (!holder.mayPost)
            continue;
        if (auto allowed = holder.mayPost(context.database, context.caller, room); !allowed)
            return allowed;
    }
    return {};
}

Result<File> FileService::create(WriteContext &context, const CreateFile &request)
{
    const UserId me = context.caller.userId;
    if (request.roomId) {
        if (auto allowed = checkRoom(context, *request.roomId); !allowed)
            return tl::unexpected(allowed.error());
    }
    if (auto fits = checkQuota(context.database, me, request.size); !fits)
        return tl::unexpected(fits.error());
    const FileId id = file_table::add(context.database, request, me, context.nowMs, context.nowMs + kUploadMs);
    file_table::addUsage(context.database, me, request.size);
    return *file_table::find(context.database, id);
}

bool FileService::isCarried(Database &database, FileId id) const
{
    return std::any_of(m_hooks->fileHolders.begin(), m_hooks->fileHolders.end(),
                       [&](const FileHolder &holder) { return holder.carries(database, id); });
}

// The owner's until something carries it; then whose that is, also where the owner is no longer among them.
bool FileService::mayRead(Database &database, const Caller &caller, const File &file) const
{
    if (!isCarried(database, file.id))
        return file.ownerId == caller.userId;
    return std::any_of(m_hooks->fileHolders.begin(), m_hooks->fileHolders.end(),
                       [&](const FileHolder &holder) { return holder.mayRead(database, caller, file.id); });
}

Result<File> FileService::get(ReadContext &context, FileId id)
{
    const auto file = file_table::find(context.database, id);
    return file && mayRead(context.database, context.caller, *file) ? Result<File>(*file) : noSuchFile();
}

Result<File> FileService::getReady(ReadContext &context, FileId id)
{
    auto file = get(context, id);
    if (file && file->status != FileStatus::Ready)
        return fail(ErrorCode::Conflict, u"The file has not been uploaded as a whole."_s);
    return file;
}

void FileService::blank(WriteContext &context, const File &file)
{
    file_table::addUsage(context.database, file.ownerId, -file.size);
    const QString clientId = file_table::findClientId(context.database, file.id);
    file_table::remove(context.database, file.id);
    if (!clientId.isEmpty())
        idempotency::forgetReply(context, file.ownerId, CreateFile::method.name, clientId);
}

Result<Nothing> FileService::remove(WriteContext &context, const DeleteFile &request)
{
    const auto file = file_table::find(context.database, request.fileId);
    if (!file || !mayRead(context.database, context.caller, *file))
        return noSuchFile();
    if (file->ownerId != context.caller.userId)
        return fail(ErrorCode::Forbidden, u"Only its owner may remove a file."_s);
    if (isCarried(context.database, file->id))
        return fail(ErrorCode::Conflict, u"A message or a profile carries this file; remove it there."_s);
    blank(context, *file);
    return Nothing{};
}

Result<FinishedUpload> FileService::prepareContent(ReadContext &context, const PutContent &request)
{
    const auto file = file_table::find(context.database, request.fileId);
    if (!file || !mayRead(context.database, context.caller, *file))
        return noSuchFile();
    if (file->ownerId != context.caller.userId)
        return fail(ErrorCode::Forbidden, u"Only its owner may send a file's content."_s);
    if (file->status == FileStatus::Ready)
        return FinishedUpload{*file, {}};
    const qint64 missing = file->size - m_store.partSize(file->id);
    if (missing != 0)
        return fail(ErrorCode::Conflict, u"%1 bytes are missing."_s.arg(missing));
    return finishUpload(m_store, *file);
}

Result<File> FileService::putContent(WriteContext &context, const PutContent &request, const FinishedUpload &finished)
{
    const auto file = file_table::find(context.database, request.fileId);
    if (!file)
        return noSuchFile();
    if (file->status == FileStatus::Ready)
        return *file;
    file_table::setReady(context.database, finished.file, context.nowMs + kUnsentMs);
    file_table::addUsage(context.database, file->ownerId, finished.file.size - file->size);
    return *file_table::find(context.database, file->id);
}

Result<QList<Attachment>> FileService::attach(WriteContext &context, const QList<FileId> &files)
{
    QList<Attachment> attachments;
    QSet<FileId> seen;
    for (const FileId id : files) {
        const auto file = file_table::find(context.database, id);
        if (!file || !mayRead(context.database, context.caller, *file))
            return noSuchFile(u"fileIds"_s);
        if (file->status != FileStatus::Ready)
            return fail(ErrorCode::Conflict, u"The file %1 has not been uploaded as a whole."_s.arg(file->name),
                        u"fileIds"_s);
        if (seen.contains(id))
            return fail(ErrorCode::Invalid, u"fileIds names the file %1 twice."_s.arg(file->name), u"fileIds"_s);
        seen.insert(id);
        attachments.append(attachmentOf(*file));
    }
    for (const FileId id : files)
        file_table::setExpiry(context.database, id, std::nullopt);
    return attachments;
}

Result<> FileService::attachPicture(WriteContext &context, FileId id, const QString &field)
{
    const auto file = file_table::find(context.database, id);
    if (!file || file->ownerId != context.caller.userId)
        return noSuchFile(field);
    if (file->status != FileStatus::Ready)
        return fail(ErrorCode::Conflict, u"The file %1 has not been uploaded as a whole."_s.arg(file->name), field);
    if (!file->hasThumbnail)
        return fail(ErrorCode::Invalid, u"The file %1 is no picture that can be shown."_s.arg(file->name), field);
    file_table::setExpiry(context.database, id, std::nullopt);
    return {};
}

void FileService::release(WriteContext &context, FileId file)
{
    if (!isCarried(context.database, file))
        file_table::setExpiry(context.database, file, context.nowMs + kReleasedMs);
}

void FileService::releaseAccount(WriteContext &context, UserId user)
{
    file_table::expireAll(context.database, user, context.nowMs);
}

qint64 FileService::removeExpired(WriteContext &context, int atMost)
{
    const QList<File> expired = file_table::listExpired(context.database, context.nowMs, atMost);
    for (const File &file : expired)
        blank(context, file);
    return expired.size();
}

} // namespace rialto
