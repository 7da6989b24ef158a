#include "features/chat/RoomDetailsDialog.h"

#include <QLineEdit>
#include <QPointer>

#include "features/chat/MemberList.h"
#include "features/chat/RoomRights.h"
#include "features/chat/model/RoomListModel.h"
#include "ui/TextField.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int listHeight = 300;
constexpr int dialogWidth = 440;

} // namespace

RoomDetailsDialog::RoomDetailsDialog(const Theme &theme, const ChatContext &context, RoomId room, QWidget *parent)
    : Dialog(theme, context.rooms.title(room), parent),
      m_context(context),
      m_room(room),
      m_name(new TextField(theme)),
      m_topic(new TextField(theme)),
      m_members(new MemberList(theme, context, [this](const Result<> &result) {
          result ? setProblem(QString()) : setRefusal(result.error());
      }))
{
    setMinimumWidth(dialogWidth);
    addFields();
    addMembers();
    addButtons();
    m_members->showRoom(room);
}

void RoomDetailsDialog::addFields()
{
    const auto known = m_context.rooms.find(m_room);
    m_name->setLabel(tr("Name"));
    m_name->line().setMaxLength(kRoomNameRules.maxLength);
    m_name->line().setText(known ? known->name : QString());
    m_topic->setLabel(tr("Topic"));
    m_topic->line().setMaxLength(kRoomTopicRules.maxLength);
    m_topic->line().setText(known ? known->topic : QString());
    for (TextField *field : {m_name, m_topic}) {
        field->line().setReadOnly(!RoomRights(m_context, m_room).mayChange());
        content().addWidget(field);
    }
}

void RoomDetailsDialog::addMembers()
{
    m_members->setMinimumHeight(listHeight);
    content().addWidget(m_members, 1);
}

void RoomDetailsDialog::addButtons()
{
    if (!RoomRights(m_context, m_room).mayChange()) {
        addPrimary(tr("Close"));
        return;
    }
    Button &add = addSecondary(tr("Add people…"));
    add.setAutoDefault(false);
    connect(&add, &Button::clicked, this, &RoomDetailsDialog::addPeople);
    addCancel();
    m_save = &addPrimary(tr("Save"));
}

void RoomDetailsDialog::addPeople()
{
    setProblem({}); // Once: of several one may be refused.
    addPeopleTo(m_room, m_context, *this, [self = QPointer(this)](const Result<> &result) {
        if (self && !result)
            self->setRefusal(result.error());
    });
}

void RoomDetailsDialog::accept()
{
    if (m_save && m_save->isBusy())
        return;
    const auto known = m_context.rooms.find(m_room);
    const QString name = m_name->text().trimmed();
    const QString topic = m_topic->text().trimmed();
    if (!m_save || !known || (name == known->name && topic == known->topic)) {
        Dialog::accept();
        return;
    }
    if (name.isEmpty()) {
        m_name->setError(tr("Type a name for the room."));
        return;
    }
    m_save->setBusy(true);
    m_context.rooms.changeRoom(m_room, name, topic, [self = QPointer(this)](const Result<Room> &result) {
        if (!self)
            return;
        self->m_save->setBusy(false);
        if (result)
            self->Dialog::accept();
        else
            self->setRefusal(result.error());
    });
}

} // namespace rialto
