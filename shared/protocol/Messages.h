#pragma once

#include "protocol/Method.h"

namespace rialto {

/// Byte-exact, at most 16,000 code points and 64 KiB.
inline constexpr Rules kMessageTextRules = {.required = true,
                                            .minLength = 1,
                                            .maxLength = 16'000,
                                            .maxBytes = 65'536,
                                            .text = TextRule::Exact,
                                            .notBlank = true};

struct Message
{
    MessageId id;
    RoomId roomId;
    UserId authorId;
    QString clientId;
    QString text;
    qint64 createdAt = 0;
    std::optional<qint64> editedAt;
    std::optional<qint64> deletedAt;
    qint64 version = 1;

    static auto fields()
    {
        return std::tuple{
            Field{"id", &Message::id, {}, "Key of the message; grows with time."},
            Field{"roomId", &Message::roomId, {}, "Where it was said."},
            Field{"authorId", &Message::authorId, {}, "Who said it."},
            Field{"clientId", &Message::clientId, {}, "The author's own key for it."},
            Field{"text", &Message::text, {}, "What was said, byte-exact; empty once deleted."},
            Field{"createdAt", &Message::createdAt, {}, "Epoch milliseconds, for display; the order is that of ids."},
            Field{"editedAt", &Message::editedAt, {}, "Last edit, or null."},
            Field{"deletedAt", &Message::deletedAt, {}, "When it was deleted, or null."},
            Field{"version", &Message::version, {}, "Grows with every change."}};
    }
};

struct ListMessages
{
    using Reply = Page<Message>;
    static constexpr MethodInfo method = {"chat.listMessages",
                                          Verb::Get,
                                          "rooms/{roomId}/messages",
                                          Effect::Read,
                                          Access::Guest,
                                          "Without a cursor the newest page, newest first; `before` goes back in time, "
                                          "`after` pages forward, oldest first."};
    RoomId roomId;
    int limit = 50;
    QString before;
    QString after;

    static auto fields()
    {
        return std::tuple{
            Field{"roomId", &ListMessages::roomId, {.required = true}, "The room."},
            Field{"limit", &ListMessages::limit, {.minimum = 1, .maximum = 200}, "Entities a page."},
            Field{"before", &ListMessages::before, {.maxLength = 512}, "Cursor: messages older than that place."},
            Field{"after", &ListMessages::after, {.maxLength = 512}, "Cursor: messages newer than that place."}};
    }
};

struct SendMessage
{
    using Reply = Message;
    static constexpr MethodInfo method = {
        "chat.send",    Verb::Post,     "rooms/{roomId}/messages",
        Effect::Create, Access::Member, "Posts a message to a room one is a member of."};
    /// The message itself remembers its clientId, for ever.
    static constexpr bool keepsClientId = true;
    RoomId roomId;
    QString clientId;
    QString text;

    static auto fields()
    {
        return std::tuple{
            Field{"roomId", &SendMessage::roomId, {.required = true}, "The room."},
            Field{"clientId", &SendMessage::clientId, kClientIdRules, "Idempotency key; kept with the message."},
            Field{"text", &SendMessage::text, kMessageTextRules, "What to say."}};
    }
};

struct EditMessage
{
    using Reply = Message;
    static constexpr MethodInfo method = {"chat.edit",    Verb::Patch,    "rooms/{roomId}/messages/{messageId}",
                                          Effect::Change, Access::Member, "Changes the text of one's own message."};
    RoomId roomId;
    MessageId messageId;
    QString clientId;
    std::optional<qint64> baseVersion;
    QString text;

    static auto fields()
    {
        return std::tuple{
            Field{"roomId", &EditMessage::roomId, {.required = true}, "The room."},
            Field{"messageId", &EditMessage::messageId, {.required = true}, "The message."},
            Field{"clientId", &EditMessage::clientId, kClientIdRules, "Idempotency key."},
            Field{"baseVersion", &EditMessage::baseVersion, {}, "The version that was changed; refused when stale."},
            Field{"text", &EditMessage::text, kMessageTextRules, "The new text."}};
    }
};

struct DeleteMessage
{
    using Reply = Nothing;
    static constexpr MethodInfo method = {"chat.delete",  Verb::Delete,   "rooms/{roomId}/messages/{messageId}",
                                          Effect::Delete, Access::Member, "Deletes a message; its text is erased."};
    RoomId roomId;
    MessageId messageId;
    QString clientId;

    static auto fields()
    {
        return std::tuple{Field{"roomId", &DeleteMessage::roomId, {.required = true}, "The room."},
                          Field{"messageId", &DeleteMessage::messageId, {.required = true}, "The message."},
                          Field{"clientId", &DeleteMessage::clientId, kClientIdRules, "Idempotency key."}};
    }
};

struct MessagePosted
{
    using Data = Message;
    static constexpr EventInfo event = {"chat.messagePosted", "room:N", "A message was posted."};
};

struct MessageEdited
{
    using Data = Message;
    static constexpr EventInfo event = {"chat.messageEdited", "room:N", "A message's text changed."};
};

struct MessageDeleted
{
    using Data = Message;
    static constexpr EventInfo event = {"chat.messageDeleted", "room:N",
                                        "A message was deleted; its text is empty now."};
};

} // namespace rialto
