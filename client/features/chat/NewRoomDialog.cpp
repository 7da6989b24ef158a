#include "features/chat/NewRoomDialog.h"

#include <QCheckBox>
#include <QPointer>

#include "features/chat/model/RoomListModel.h"
#include "net/ErrorText.h"
#include "ui/TextField.h"

using namespace Qt::StringLiterals;

namespace rialto {

NewRoomDialog::NewRoomDialog(const Theme &theme, RoomListModel &rooms, QWidget *parent)
    : Dialog(theme, tr("New room"), parent),
      m_rooms(rooms),
      m_name(new TextField(theme)),
      m_topic(new TextField(theme)),
      m_private(new QCheckBox(tr("Private: only people who are added see it")))
{
    m_name->setLabel(tr("Name"));
    m_name->line().setMaxLength(kRoomNameRules.maxLength);
    m_topic->setLabel(tr("Topic (may be left empty)"));
    m_topic->line().setMaxLength(kRoomTopicRules.maxLength);
    content().addWidget(m_name);
    content().addWidget(m_topic);
    content().addWidget(m_private);
    addCancel();
    m_create = &addPrimary(tr("Create room"));
    m_name->line().setFocus();
}

void NewRoomDialog::accept()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) {
        m_name->setError(tr("Type a name for the room."));
        m_name->line().setFocus();
        return;
    }
    if (m_create->isBusy())
        return;
    m_create->setBusy(true);
    setProblem({});
    m_rooms.createRoom(name, m_topic->text().trimmed(),
                       m_private->isChecked() ? Visibility::Private : Visibility::Public,
                       [self = QPointer(this)](const Result<Room> &result) {
                           if (self)
                               self->finish(result);
                       });
}

void NewRoomDialog::finish(const Result<Room> &result)
{
    m_create->setBusy(false);
    if (!result) {
        setRefusal(result.error());
        return;
    }
    m_created = result->id;
    Dialog::accept();
}

} // namespace rialto
