#pragma once

#include "features/chat/ChatContext.h"
#include "protocol/Chat.h"
#include "ui/Dialog.h"

namespace rialto {

class MemberList;
class TextField;

/// A room as it can be changed: name, topic, and who is in it with what role. What one may not do is not offered; the
/// server decides in the end. Deleting and leaving are in the room's menu.
class RoomDetailsDialog final : public Dialog
{
    Q_OBJECT
public:
    RoomDetailsDialog(const Theme &theme, const ChatContext &context, RoomId room, QWidget *parent);

    void accept() override;

private:
    void addFields();
    void addMembers();
    void addButtons();
    void addPeople();

    ChatContext m_context;
    const RoomId m_room;
    TextField *m_name;
    TextField *m_topic;
    MemberList *m_members;
    Button *m_save = nullptr;
};

} // namespace rialto
