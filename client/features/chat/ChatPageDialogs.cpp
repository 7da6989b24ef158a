// What ChatPage asks in windows over it: where to go, whom to write to, what to do with what was not sent.
#include <QPointer>

#include "features/chat/ChatPage.h"
#include "features/chat/NewRoomDialog.h"
#include "features/chat/RoomSwitcher.h"
#include "features/chat/StrandedDialog.h"
#include "features/chat/model/ChatWriter.h"
#include "features/chat/model/RoomListModel.h"
#include "net/ErrorText.h"

using namespace Qt::StringLiterals;

namespace rialto {

/// Over the page that is shown, which stays when one thinks better of it.
void ChatPage::openSwitcher()
{
    auto *switcher = new RoomSwitcher(m_theme, m_context, {tr("Go to a room or a person"), tr("Open")}, this);
    switcher->setAttribute(Qt::WA_DeleteOnClose);
    connect(switcher, &QDialog::accepted, this, [this, switcher] {
        if (!switcher->chosen().isValid() && !switcher->chosenPerson().isValid())
            return;
        Q_EMIT wanted();
        switcher->chosen().isValid() ? openRoom(switcher->chosen()) : openDirect(switcher->chosenPerson());
    });
    switcher->open();
}

void ChatPage::showStranded()
{
    const QStringList texts = m_context.writer.strandedTexts();
    if (texts.isEmpty() || m_showsStranded)
        return;
    m_showsStranded = true;
    auto *dialog = new StrandedDialog(m_theme, texts, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, [this, count = texts.size()](int result) {
        m_showsStranded = false;
        if (result != QDialog::Accepted)
            return;
        m_context.writer.discardStranded(count);
        showStranded();
    });
    dialog->open();
}

void ChatPage::createRoom()
{
    NewRoomDialog dialog(m_theme, m_context, this);
    if (dialog.exec() == QDialog::Accepted)
        openRoom(dialog.createdRoom());
}

void ChatPage::showPeople()
{
    m_context.showPeople(this, [this](UserId person) {
        Q_EMIT wanted();
        openDirect(person);
    });
}

void ChatPage::openDirect(UserId person)
{
    if (person == m_context.me().id)
        return;
    m_context.rooms.openDirect(person, [self = QPointer(this)](const Result<Room> &room) {
        if (self && room)
            self->openRoom(room->id);
        else if (self)
            self->m_context.say(errorText(room.error()), u"circle-alert"_s);
    });
}

void ChatPage::showPerson(UserId person)
{
    m_context.showPerson(this, person, [this](UserId other) { openDirect(other); });
}

} // namespace rialto
