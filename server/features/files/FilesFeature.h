#pragma once

#include "features/files/FileService.h"

namespace rialto {

class FilesFeature final : public Feature
{
public:
    FilesFeature(FileStore &store, FileLimits limits) : m_service(store, limits) {}
    void registerWith(Router &router, Hooks &hooks) override;
    FileShelf &shelf() { return m_service; }

private:
    FileService m_service;
};

} // namespace rialto
