#pragma once

#include "protocol/Message.h"

namespace rialto {

/// One emoji (UTS #51), with its modifiers.
inline constexpr Rules kEmojiRules = {.required = true, .minLength = 1, .maxLength = 16, .text = TextRule::Exact};
inline constexpr int kReactionKinds = 50; ///< At most, of one message.

struct AddReaction
{
    using Reply = Message;
    static constexpr MethodInfo method = {
        "chat.addReaction", Verb::Put,      "rooms/{roomId}/messages/{messageId}/reactions/{emoji}",
        Effect::Change,     Access::Member, "Reacts to a message; doing so twice changes nothing."};
    RoomId roomId;
    MessageId messageId;
    QString emoji;

    static auto fields()
    {
        return std::tuple{Field{"roomId", &AddReaction::roomId, {.required = true}, "The room."},
                          Field{"messageId", &AddReaction::messageId, {.required = true}, "The message."},
                          Field{"emoji", &AddReaction::emoji, kEmojiRules, "One emoji."}};
    }
};

struct RemoveReaction
{
    using Reply = Message;
    static constexpr MethodInfo method = {
        "chat.removeReaction", Verb::Delete,   "rooms/{roomId}/messages/{messageId}/reactions/{emoji}",
        Effect::Change,        Access::Member, "Takes one's reaction back."};
    RoomId roomId;
    MessageId messageId;
    QString emoji;

    static auto fields()
    {
        return std::tuple{Field{"roomId", &RemoveReaction::roomId, {.required = true}, "The room."},
                          Field{"messageId", &RemoveReaction::messageId, {.required = true}, "The message."},
                          Field{"emoji", &RemoveReaction::emoji, kEmojiRules, "One emoji."}};
    }
};

struct PinMessage
{
    using Reply = Message;
    static constexpr MethodInfo method = {"chat.pin",     Verb::Put,      "rooms/{roomId}/pins/{messageId}",
                                          Effect::Change, Access::Member, "Pins a message to the top of its room."};
    RoomId roomId;
    MessageId messageId;

    static auto fields()
    {
        return std::tuple{Field{"roomId", &PinMessage::roomId, {.required = true}, "The room."},
                          Field{"messageId", &PinMessage::messageId, {.required = true}, "The message."}};
    }
};

struct UnpinMessage
{
    using Reply = Message;
    static constexpr MethodInfo method = {"chat.unpin",   Verb::Delete,   "rooms/{roomId}/pins/{messageId}",
                                          Effect::Change, Access::Member, "Unpins a message."};
    RoomId roomId;
    MessageId messageId;

    static auto fields()
    {
        return std::tuple{Field{"roomId", &UnpinMessage::roomId, {.required = true}, "The room."},
                          Field{"messageId", &UnpinMessage::messageId, {.required = true}, "The message."}};
    }
};

struct ListPins
{
    using Reply = Page<Message>;
    static constexpr MethodInfo method = {"chat.listPins",       Verb::Get,
                                          "rooms/{roomId}/pins", Effect::Read,
                                          Access::Guest,         "Lists a room's pinned messages, newest first."};
    RoomId roomId;
    int limit = 50;
    QString after;

    static auto fields()
    {
        return std::tuple{Field{"roomId", &ListPins::roomId, {.required = true}, "The room."},
                          Field{"limit", &ListPins::limit, {.minimum = 1, .maximum = 200}, "Entities a page."},
                          Field{"after", &ListPins::after, {.maxLength = 512}, "The nextCursor of the page before."}};
    }
};

struct ReactionsChanged
{
    using Data = Message;
    static constexpr EventInfo event = {"chat.reactionsChanged", "room:N", "Somebody reacted or took it back."};
};

struct MessagePinned
{
    using Data = Message;
    static constexpr EventInfo event = {"chat.messagePinned", "room:N", "A message was pinned or unpinned."};
};

} // namespace rialto
