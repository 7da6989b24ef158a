#pragma once

#include "features/chat/ChatContext.h"
#include "protocol/Chat.h"
#include "ui/Dialog.h"

class QCheckBox;

namespace rialto {

class ElidedLabel;
class TextField;

/// Opens a room: name, topic, public or private, and with whom. Accepted once the server has made it.
class NewRoomDialog final : public Dialog
{
    Q_OBJECT
public:
    NewRoomDialog(const Theme &theme, const ChatContext &context, QWidget *parent);

    RoomId createdRoom() const { return m_created; }
    void accept() override;

private:
    void choosePeople();
    void setPeople(const QList<UserId> &people);
    void finish(const Result<Room> &result);
    void addPeople();

    const ChatContext m_context;
    TextField *m_name;
    TextField *m_topic;
    QCheckBox *m_private;
    ElidedLabel *m_names;
    IconButton *m_forget;
    QList<UserId> m_people; ///< Who shall be in it, besides oneself.
    Button *m_create;
    RoomId m_created;
};

} // namespace rialto
