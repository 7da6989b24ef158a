#pragma once

#include "core/Contexts.h"
#include "protocol/Files.h"

namespace rialto {

/// Files, for features whose things carry some, without knowing the feature that keeps them. On the domain thread.
class FileShelf
{
public:
    virtual ~FileShelf() = default;
    /// What a message is to carry, in this order: ready files that the caller owns or may read. From now on they stay.
    virtual Result<QList<Attachment>> attach(WriteContext &context, const QList<FileId> &files) = 0;
    /// The same for one picture that everybody may see from now on, so it has to be the caller's own. An error names
    /// `field`.
    virtual Result<> attachPicture(WriteContext &context, FileId file, const QString &field) = 0;
    /// One of the things that carried the file is gone; without any other it goes, too, in an hour.
    virtual void release(WriteContext &context, FileId file) = 0;
};

/// What a feature whose things carry files tells the feature that keeps them.
struct FileHolder
{
    /// Whether something living carries the file.
    std::function<bool(Database &, FileId)> carries;
    /// Whether the caller may read something that carries it.
    std::function<bool(Database &, const Caller &, FileId)> mayRead;
    /// Whether the caller may say something in a room; empty where the feature has none.
    std::function<Result<>(Database &, const Caller &, RoomId)> mayPost;
};

} // namespace rialto
