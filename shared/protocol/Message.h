#pragma once

#include "protocol/Files.h"

namespace rialto {

/// Byte-exact, at most 16,000 code points and 64 KiB. May be empty, or blank, only where a file says something instead.
inline constexpr Rules kMessageTextRules = {.maxLength = 16'000, .maxBytes = 65'536, .text = TextRule::Exact};

/// One kind of reaction to a message and everybody who reacted so, in the order in which they did.
struct Reaction
{
    QString emoji;
    QList<UserId> userIds;

    static auto fields()
    {
        return std::tuple{Field{"emoji", &Reaction::emoji, {}, "One emoji."},
                          Field{"userIds", &Reaction::userIds, {}, "Who reacted so, the first one first."}};
    }
};

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
    std::optional<MessageId> replyToId;
    std::optional<UserId> forwardedFromId;
    std::optional<qint64> pinnedAt;
    bool mentionsEveryone = false;
    QList<UserId> mentionedIds;
    QList<Reaction> reactions;
    QList<Attachment> attachments;

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
            Field{"version", &Message::version, {}, "Grows with every change, reactions included."},
            Field{"replyToId", &Message::replyToId, {.sparse = true}, "The message of this room that it answers."},
            Field{"forwardedFromId",
                  &Message::forwardedFromId,
                  {.sparse = true},
                  "Who said it first, when it was forwarded."},
            Field{"pinnedAt", &Message::pinnedAt, {.sparse = true}, "When it was pinned, epoch milliseconds."},
            Field{"mentionsEveryone",
                  &Message::mentionsEveryone,
                  {.sparse = true},
                  "It addresses all members: `@everyone`."},
            Field{
                "mentionedIds", &Message::mentionedIds, {.sparse = true}, "The members whom it addresses by `@name`."},
            Field{"reactions", &Message::reactions, {.sparse = true}, "In the order in which the kinds came up."},
            Field{"attachments", &Message::attachments, {.sparse = true}, "Files that it carries, in order."}};
    }
};

/// What a message said before it was edited.
struct Revision
{
    qint64 version = 1;
    QString text;
    qint64 createdAt = 0;

    static auto fields()
    {
        return std::tuple{Field{"version", &Revision::version, {}, "The message's version that said so first."},
                          Field{"text", &Revision::text, {}, "What it said."},
                          Field{"createdAt", &Revision::createdAt, {}, "When it said so first, epoch milliseconds."}};
    }
};

} // namespace rialto
