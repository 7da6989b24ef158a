#pragma once

#include "features/chat/ChatContext.h"
#include "protocol/Chat.h"
#include "ui/Dialog.h"

class QListWidget;
class QListWidgetItem;

namespace rialto {

class TextField;

/// Asks for people who are not in the room yet and adds them; `done` is called for each.
void addPeopleTo(RoomId room, const ChatContext &context, QWidget &parent, const std::function<void(Result<>)> &done);

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
    void addFields();
    void addMembers();
    void addButtons();
    void fillMembers();
    UserId personAt(int row) const;
    QString memberWords(const Member &member) const;
    void openMemberMenu(const QPoint &position);
    void addPeople();
    void setRole(UserId user, MemberRole role);
    void remove(UserId user);
    RoomListModel &rooms() const { return m_context.rooms; }
    bool mayChange() const;
    bool ownsRoom() const;
    bool mayRemove(UserId user, MemberRole role) const;
    MemberRole myRole() const;

    ChatContext m_context;
    const RoomId m_room;
    TextField *m_name;
    TextField *m_topic;
    QListWidget *m_members;
    Button *m_save = nullptr;
};

} // namespace rialto
