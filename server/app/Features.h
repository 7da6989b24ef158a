#pragma once

#include "core/AccessToken.h"
#include "core/Directory.h"
#include "core/Feature.h"
#include "core/PresenceBoard.h"
#include "features/auth/AuthService.h"
#include "features/files/FileService.h"

namespace rialto {

/// The features of this server, a line each in Features.cpp.
struct Features
{
    FeatureList list;
    Directory *directory = nullptr; ///< Owned by the feature that keeps people.
};

/// What features are made of besides one another; borrowed, but for the values.
struct FeatureParts
{
    const AccessTokens &tokens;
    const QByteArray &secret;
    Registration registration;
    FileStore &files;
    FileLimits fileLimits;
    PresenceBoard &presence;
};

Features makeFeatures(const FeatureParts &parts);

} // namespace rialto
