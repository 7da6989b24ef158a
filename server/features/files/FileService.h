#pragma once

#include "core/Feature.h"
#include "features/files/UploadFinisher.h"

namespace rialto {

/// How much people may keep. Bytes; 0: as much as there is room.
struct FileLimits
{
    qint64 file = 1024LL * 1024 * 1024;
    qint64 person = 0;
    qint64 store = 0;
};

/// Who may upload, read and remove files, and how long those stay that nothing carries.
class FileService final : public FileShelf
{
public:
    FileService(FileStore &store, FileLimits limits);
    /// Where to ask what carries a file; before the first request.
    void setHooks(const Hooks &hooks) { m_hooks = &hooks; }

    qint64 largestFile() const { return m_limits.file; }

    Result<File> create(WriteContext &context, const CreateFile &request);
    Result<File> get(ReadContext &context, FileId id);
    /// A ready file that the caller may read.
    Result<File> getReady(ReadContext &context, FileId id);
    Result<Nothing> remove(WriteContext &context, const DeleteFile &request);
    /// Finishes an upload whose content has come; on a worker. Nothing is decided yet.
    Result<FinishedUpload> prepareContent(ReadContext &context, const PutContent &request);
    Result<File> putContent(WriteContext &context, const PutContent &request, const FinishedUpload &finished);

    Result<QList<Attachment>> attach(WriteContext &context, const QList<FileId> &files) override;
    Result<> attachPicture(WriteContext &context, FileId id, const QString &field) override;
    void release(WriteContext &context, FileId file) override;

    void releaseAccount(WriteContext &context, UserId user);
    /// Removes what has expired, at most `atMost`; how many went.
    qint64 removeExpired(WriteContext &context, int atMost);

private:
    Result<> checkRoom(WriteContext &context, RoomId room) const;
    bool mayRead(Database &database, const Caller &caller, const File &file) const;
    bool isCarried(Database &database, FileId id) const;
    Result<> checkQuota(Database &database, UserId owner, qint64 size) const;
    void blank(WriteContext &context, const File &file);

    FileStore &m_store;
    const FileLimits m_limits;
    const Hooks *m_hooks = nullptr;
};

} // namespace rialto
