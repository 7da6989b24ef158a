#pragma once

#include "protocol/Message.h"

namespace rialto {

// What features tell one another within a transaction (see Observers) besides the events of the contract: what those do
// not say. Nothing of it is logged or sent.

/// A message has another text.
struct MessageReworded
{
    using Data = MessageReworded;
    Message before;
    Message after;
};

/// A message is being deleted; as it was until now.
struct MessageErased
{
    using Data = MessageErased;
    Message before;
};

/// Somebody reacted to a message; taking it back tells nobody.
struct ReactionAdded
{
    using Data = ReactionAdded;
    Message message;
    QString emoji;
};

} // namespace rialto
