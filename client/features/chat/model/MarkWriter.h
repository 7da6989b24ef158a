#pragma once

#include "base/Clock.h"
#include "net/Outbox.h"
#include "protocol/Chat.h"

namespace rialto {

class ChatStore;

/// One's reactions, pins, forwards and wishes for a room on their way to the server. They are shown as done at once;
/// what the server refuses is taken back and told. Lives on: the GUI thread.
class MarkWriter : public QObject, public OutboxHandler
{
    Q_OBJECT

public:
    MarkWriter(ChatStore &store, Outbox &outbox, const Clock &clock, QObject *parent = nullptr);

    /// Adds one's reaction, or takes it back when it is there.
    Result<> toggleReaction(const Message &message, const QString &emoji);
    Result<> setPinned(const Message &message, bool pinned);
    Result<> forward(const Message &message, RoomId toRoom);
    /// `wishes.roomId` names the room; what is empty stays as it is.
    Result<> changeMembership(const ChangeMembership &wishes);

    /// The message as it will be when everything on its way has arrived.
    Message withPending(Message message) const;

    void acknowledged(const OutboxItem &item, const QJsonObject &reply) override;
    Refusal refused(const OutboxItem &item, const Error &error) override;

Q_SIGNALS:
    /// The server will not do it; what was shown is taken back.
    void taken(const rialto::Error &reason);

private:
    template <Method Request> Result<> add(const Request &request, const QString &subject);
    void restoreWishes();

    ChatStore &m_store;
    Outbox &m_outbox;
    const Clock &m_clock;
};

} // namespace rialto
