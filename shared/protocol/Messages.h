#pragma once

#include "protocol/Message.h"

namespace rialto {

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
    std::optional<MessageId> beforeId;
    std::optional<MessageId> afterId;

    static auto fields()
    {
        return std::tuple{
            Field{"roomId", &ListMessages::roomId, {.required = true}, "The room."},
            Field{"limit", &ListMessages::limit, {.minimum = 1, .maximum = 200}, "Entities a page."},
            Field{"before", &ListMessages::before, {.maxLength = 512}, "Cursor: messages older than that place."},
            Field{"after", &ListMessages::after, {.maxLength = 512}, "Cursor: messages newer than that place."},
            Field{"beforeId", &ListMessages::beforeId, {}, "As `before`, from a message one knows."},
            Field{"afterId", &ListMessages::afterId, {}, "As `after`, from a message one knows."}};
    }
};

struct GetMessage
{
    using Reply = Message;
    static constexpr MethodInfo method = {"chat.getMessage", Verb::Get,     "rooms/{roomId}/messages/{messageId}",
                                          Effect::Read,      Access::Guest, "Reads one message, also a deleted one."};
    RoomId roomId;
    MessageId messageId;

    static auto fields()
    {
        return std::tuple{Field{"roomId", &GetMessage::roomId, {.required = true}, "The room."},
                          Field{"messageId", &GetMessage::messageId, {.required = true}, "The message."}};
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
    std::optional<MessageId> replyToId;
    QList<FileId> fileIds;

    static auto fields()
    {
        return std::tuple{
            Field{"roomId", &SendMessage::roomId, {.required = true}, "The room."},
            Field{"clientId", &SendMessage::clientId, kClientIdRules, "Idempotency key; kept with the message."},
            Field{"text", &SendMessage::text, kMessageTextRules, "What to say; may be empty beside a file."},
            Field{"replyToId", &SendMessage::replyToId, {.sparse = true}, "A message of the same room to answer."},
            Field{"fileIds",
                  &SendMessage::fileIds,
                  {.maxItems = kMaximumAttachments, .sparse = true},
                  "Ready files to carry."}};
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
            Field{"text", &EditMessage::text, required(kMessageTextRules), "The new text."}};
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

struct ForwardMessage
{
    using Reply = Message;
    static constexpr MethodInfo method = {
        "chat.forward",
        Verb::Post,
        "rooms/{roomId}/messages/{messageId}/forward",
        Effect::Create,
        Access::Member,
        "Says a message again in another room, naming who said it first; answers the new message."};
    static constexpr bool keepsClientId = true;
    RoomId roomId;
    MessageId messageId;
    RoomId toRoomId;
    QString clientId;

    static auto fields()
    {
        return std::tuple{
            Field{"roomId", &ForwardMessage::roomId, {.required = true}, "The room where it was said."},
            Field{"messageId", &ForwardMessage::messageId, {.required = true}, "The message."},
            Field{"toRoomId", &ForwardMessage::toRoomId, {.required = true}, "The room to say it in."},
            Field{"clientId", &ForwardMessage::clientId, kClientIdRules, "Idempotency key; kept with the message."}};
    }
};

struct ListRevisions
{
    using Reply = Page<Revision>;
    static constexpr MethodInfo method = {
        "chat.listRevisions", Verb::Get,     "rooms/{roomId}/messages/{messageId}/revisions",
        Effect::Read,         Access::Guest, "Lists what an edited message said before, newest first."};
    RoomId roomId;
    MessageId messageId;
    int limit = 50;
    QString after;

    static auto fields()
    {
        return std::tuple{
            Field{"roomId", &ListRevisions::roomId, {.required = true}, "The room."},
            Field{"messageId", &ListRevisions::messageId, {.required = true}, "The message."},
            Field{"limit", &ListRevisions::limit, {.minimum = 1, .maximum = 200}, "Entities a page."},
            Field{"after", &ListRevisions::after, {.maxLength = 512}, "The nextCursor of the page before."}};
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
