#pragma once

#include "core/Feature.h"
#include "features/auth/AuthService.h"

namespace rialto {

class AuthFeature final : public Feature
{
public:
    AuthFeature(Directory &directory, const AccessTokens &tokens, const QByteArray &secret, Registration registration);
    void registerWith(Router &router, Hooks &hooks) override;

private:
    AuthService m_service;
};

} // namespace rialto
