#include "features/files/FilesFeature.h"

#include "features/files/FileTable.h"

namespace rialto {

void FilesFeature::registerWith(Router &router, Hooks &hooks)
{
    FileService &service = m_service;
    service.setHooks(hooks);
    router.onWrite<CreateFile>([&](auto &context, const auto &request) { return service.create(context, request); });
    router.onRead<GetFile>([&](auto &context, const auto &request) { return service.get(context, request.fileId); });
    router.onWrite<DeleteFile>([&](auto &context, const auto &request) { return service.remove(context, request); });
    router.onPrepared<PutContent, FinishedUpload>(
        [&](auto &context, const auto &request) { return service.prepareContent(context, request); },
        [&](auto &context, const auto &request, const auto &finished) {
            return service.putContent(context, request, finished);
        },
        Workers::Files);
    router.onRead<GetContent>([&](auto &context, const auto &request) { return service.get(context, request.fileId); });
    router.onRead<GetThumbnail>(
        [&](auto &context, const auto &request) { return service.getReady(context, request.fileId); });
    hooks.largestFile = service.largestFile();
    hooks.isContentNamed = file_table::isNamed;
    hooks.isUploadAwaited = file_table::isUploading;
    hooks.accountDeleted.push_back([&](WriteContext &context, UserId user) { service.releaseAccount(context, user); });
    hooks.housekeeping.push_back(
        [&](WriteContext &context, int atMost) { return service.removeExpired(context, atMost); });
}

} // namespace rialto
