#pragma once

#include "core/Authorization.h"
#include "core/Directory.h"
#include "core/FileShelf.h"
#include "features/chat/MessageStore.h"

namespace rialto {

/// What is said in rooms.
class MessageService
{
public:
    MessageService(Directory &directory, FileShelf &files) : m_directory(directory), m_files(files) {}

    Result<Page<Message>> listMessages(ReadContext &context, const ListMessages &request);
    Result<Message> getMessage(ReadContext &context, const GetMessage &request);
    Result<Page<Revision>> listRevisions(ReadContext &context, const ListRevisions &request);
    Result<Message> send(WriteContext &context, const SendMessage &request);
    Result<Message> forward(WriteContext &context, const ForwardMessage &request);
    Result<Message> edit(WriteContext &context, const EditMessage &request);
    Result<Nothing> remove(WriteContext &context, const DeleteMessage &request);
    /// Lets go of what messages of deleted rooms carry, at most `atMost` files; how much it did.
    qint64 releaseDeletedRooms(WriteContext &context, int atMost);

private:
    Result<Message> post(WriteContext &context, NewMessage message);
    static Result<Message> repeated(WriteContext &context, const NewMessage &message);
    void findMentioned(WriteContext &context, Relations inRoom, Message &message);
    void releaseFiles(WriteContext &context, const Message &message) const;

    Directory &m_directory;
    FileShelf &m_files;
};

} // namespace rialto
