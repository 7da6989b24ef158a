#pragma once

#include "protocol/Messages.h"

namespace rialto {

struct SearchMessages
{
    using Reply = Page<Message>;
    static constexpr MethodInfo method = {"chat.search",
                                          Verb::Get,
                                          "search",
                                          Effect::Read,
                                          Access::Guest,
                                          "Messages that one may read, newest first. All words are wanted, in the text "
                                          "or the names of files, by their beginnings; \"in quotes\" as they stand; "
                                          "from:name, from:me, in:room, before:2026-12-31, after:2026-12-31 (days of "
                                          "UTC), has:link, has:file, has:image. A page may be short, "
                                          "even empty, and go on all the same: ask until nextCursor is null."};
    QString q;
    std::optional<RoomId> roomId;
    int limit = 50;
    QString before;

    static auto fields()
    {
        return std::tuple{
            Field{"q",
                  &SearchMessages::q,
                  {.required = true, .minLength = 1, .text = TextRule::Exact},
                  "What to look for."},
            Field{"roomId", &SearchMessages::roomId, {}, "Only in this room."},
            Field{"limit", &SearchMessages::limit, {.minimum = 1, .maximum = 200}, "Entities a page."},
            Field{"before", &SearchMessages::before, {.maxLength = 512}, "Cursor: what is older than that place."}};
    }
};

} // namespace rialto
