#pragma once

#include "core/AccessToken.h"
#include "core/Directory.h"
#include "core/Feature.h"
#include "core/PresenceBoard.h"
#include "features/auth/AuthService.h"

namespace rialto {

/// The features of this server, a line each in Features.cpp.
struct Features
{
    FeatureList list;
    Directory *directory = nullptr; ///< Owned by the feature that keeps people.
};

Features makeFeatures(const AccessTokens &tokens, const QByteArray &secret, Registration registration,
                      PresenceBoard &presence);

} // namespace rialto
