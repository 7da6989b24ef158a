#include "features/presence/PresenceFeature.h"

#include "core/Paging.h"
#include "core/Topic.h"

using namespace Qt::StringLiterals;

namespace rialto {

PresenceFeature::PresenceFeature(PresenceBoard &board) : m_board(board) {}

void PresenceFeature::registerWith(Router &router, Hooks &hooks)
{
    router.onLive<ListPresence>([this](LiveContext &, const auto &request) { return listPresence(request); });
    router.onLive<ReportActivity>(
        [this](LiveContext &context, const auto &request) { return reportActivity(context, request); });
    router.onLive<ReportTyping>(&PresenceFeature::reportTyping);
    hooks.topics.push_back([](Database &, UserId, Topics &topics) { topics.insert(topic::kPresence, 0); });
    hooks.accountDeleted.push_back([](WriteContext &context, UserId user) {
        context.database.run("DELETE FROM last_seen WHERE user_id = ?", user);
    });
}

Result<Page<UserPresence>> PresenceFeature::listPresence(const ListPresence &request) const
{
    return pageByKey<UserPresence>(
        u"presence"_s, request.after, request.limit,
        [this](qint64 after, int limit) { return m_board.list(UserId{after}, limit); },
        [](const UserPresence &person) { return person.userId.value; });
}

Result<Nothing> PresenceFeature::reportActivity(LiveContext &context, const ReportActivity &request)
{
    m_board.setIdle(context.device, request.idle);
    return Nothing{};
}

// Only members hear a room, so whoever hears it is one: no query is needed for what is so frequent.
Result<Nothing> PresenceFeature::reportTyping(LiveContext &context, const ReportTyping &request)
{
    const QByteArray room = topic::room(request.roomId);
    if (!context.device || !context.device->hears(room))
        return fail(ErrorCode::NotFound, u"There is no such room of yours."_s);
    context.broadcaster.send<UserTyping>(room, {request.roomId, context.caller.userId});
    return Nothing{};
}

} // namespace rialto
