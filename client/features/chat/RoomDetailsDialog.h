#pragma once

#include "features/chat/ChatContext.h"
#include "protocol/Chat.h"
#include "ui/Dialog.h"

class QListWidget;
class QListWidgetItem;

namespace rialto {

class TextField;

/// A room as it can be changed: name, topic, and who is in it with what role. What one may not do is not offered; the
/// server decides in the end. Deleting and leaving are in the room's menu.
class RoomDetailsDialog final : public Dialog
{
    Q_OBJECT
public:
    RoomDetailsDialog(const Theme &theme, const ChatContext &context, RoomId room, QWidget *parent);

    void accept() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fillMembers();
    UserId personAt(int row) const;
    QString memberWords(const Member &member) const;
    void openMemberMenu(const QPoint &position);
    void setRole(UserId user, MemberRole role);
    void remove(UserId user);
    RoomListModel &rooms() const { return m_context.rooms; }
    bool mayChange() const;
    MemberRole myRole() const;

    ChatContext m_context;
    const RoomId m_room;
    TextField *m_name;
    TextField *m_topic;
    QListWidget *m_members;
    Button *m_save = nullptr;
};

} // namespace rialto
