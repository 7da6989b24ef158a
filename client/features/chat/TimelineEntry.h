#pragma once

#include "features/chat/model/MessageModel.h"
#include "ui/LinkCard.h"

namespace rialto {

/// One message as the timeline shows it: the model's row and what its page knows besides.
struct TimelineEntry : TimelineRow
{
    QString author;               ///< The name to show.
    bool firstUnread = false;     ///< The "New messages" line stands above it.
    bool spoilersShown = false;   ///< One has clicked at what it hides.
    UserId me;                    ///< Whose view this is.
    QString myName;               ///< The account name of that person.
    std::optional<LinkCard> card; ///< Of what it refers to.
};

} // namespace rialto
