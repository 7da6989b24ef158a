#pragma once

#include "core/FileShelf.h"
#include "core/Router.h"

#include <memory>
#include <vector>

namespace rialto {

/// Topics that a person hears, each with the head of the log when that began.
using Topics = QHash<QByteArray, qint64>;

/// What features offer one another without knowing one another: each list is filled at start and read by core.
struct Hooks
{
    /// Adds the topics that a person hears because of this feature. Runs on the domain thread.
    std::vector<std::function<void(Database &, UserId, Topics &)>> topics;
    /// An account is being deleted, in the same transaction. Every feature erases or releases what it holds of it.
    std::vector<std::function<void(WriteContext &, UserId)>> accountDeleted;
    /// An account may no longer be used (disabled, password changed): its sessions end in the same transaction.
    std::vector<std::function<void(WriteContext &, UserId)>> sessionsEnded;
    /// Features that want to know of events while they are recorded.
    Observers observers;
    /// Features whose things carry files.
    std::vector<FileHolder> fileHolders;
    /// Of the feature that keeps the files: whether a row names a stored content, whether one awaits an upload.
    std::function<bool(Database &, const QByteArray &hash)> isContentNamed;
    std::function<bool(Database &, FileId)> isUploadAwaited;
    /// Of the same: bytes of the largest file that is taken.
    qint64 largestFile = 0;
    /// Removes what has outlived its time, at most so many rows; returns how many went. Runs on the domain thread.
    std::vector<std::function<qint64(WriteContext &, int)>> housekeeping;
    /// Does at most so much of what follows writes at a distance (see FollowUps); returns how much it did. Runs on the
    /// domain thread.
    std::vector<std::function<qint64(WriteContext &, int)>> followUps;
};

/// A feature of the server: it registers its methods and hooks once, at start.
class Feature
{
public:
    virtual ~Feature() = default;
    virtual void registerWith(Router &router, Hooks &hooks) = 0;
};

using FeatureList = std::vector<std::unique_ptr<Feature>>;

} // namespace rialto
