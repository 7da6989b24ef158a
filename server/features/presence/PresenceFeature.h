#pragma once

#include "core/Feature.h"
#include "core/PresenceBoard.h"

namespace rialto {

/// Who is here and who is writing.
class PresenceFeature final : public Feature
{
public:
    explicit PresenceFeature(PresenceBoard &board);
    void registerWith(Router &router, Hooks &hooks) override;

private:
    Result<Page<UserPresence>> listPresence(const ListPresence &request) const;
    Result<Nothing> reportActivity(LiveContext &context, const ReportActivity &request);
    static Result<Nothing> reportTyping(LiveContext &context, const ReportTyping &request);

    PresenceBoard &m_board;
};

} // namespace rialto
