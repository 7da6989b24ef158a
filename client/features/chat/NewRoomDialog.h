#pragma once

#include "protocol/Chat.h"
#include "ui/Dialog.h"

class QCheckBox;

namespace rialto {

class RoomListModel;
class TextField;

/// Opens a room: name, topic, public or private. Accepted once the server has made it.
class NewRoomDialog final : public Dialog
{
    Q_OBJECT
public:
    NewRoomDialog(const Theme &theme, RoomListModel &rooms, QWidget *parent);

    RoomId createdRoom() const { return m_created; }
    void accept() override;

private:
    void finish(const Result<Room> &result);

    RoomListModel &m_rooms;
    TextField *m_name;
    TextField *m_topic;
    QCheckBox *m_private;
    Button *m_create;
    RoomId m_created;
};

} // namespace rialto
