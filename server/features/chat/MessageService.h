#pragma once

#include "core/Directory.h"
#include "features/chat/MessageStore.h"

namespace rialto {

/// What is said in rooms.
class MessageService
{
public:
    explicit MessageService(Directory &directory) : m_directory(directory) {}

    Result<Page<Message>> listMessages(ReadContext &context, const ListMessages &request);
    Result<Message> getMessage(ReadContext &context, const GetMessage &request);
    Result<Page<Revision>> listRevisions(ReadContext &context, const ListRevisions &request);
    Result<Message> send(WriteContext &context, const SendMessage &request);
    Result<Message> forward(WriteContext &context, const ForwardMessage &request);
    Result<Message> edit(WriteContext &context, const EditMessage &request);
    Result<Nothing> remove(WriteContext &context, const DeleteMessage &request);

private:
    Result<Message> post(WriteContext &context, NewMessage message);
    static Result<Message> repeated(WriteContext &context, const NewMessage &message);
    void findMentioned(WriteContext &context, Message &message);

    Directory &m_directory;
};

} // namespace rialto
