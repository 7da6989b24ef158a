#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPointer>

#include "features/chat/Composer.h"
#include "features/chat/RoomPane.h"
#include "features/chat/TimelineView.h"
#include "features/chat/model/RoomListModel.h"
#include "features/chat/model/TypingBook.h"
#include "ui/Button.h"
#include "ui/Confirm.h"
#include "ui/ErrorText.h"

using namespace Qt::StringLiterals;

namespace rialto {

void RoomPane::send(const QString &text)
{
    if (m_messages->canLoadNewer())
        m_messages->jumpToNewest();
    const auto sent = m_messages->send(text);
    if (!sent) {
        m_composer->setProblem(sent.error().code == ErrorCode::Invalid || sent.error().code == ErrorCode::TooLarge
                                   ? tr("This message is too long. Send it in parts.")
                                   : errorText(sent.error()));
        return;
    }
    m_context.typing.stopped();
    m_composer->setText({});
    m_messages->setDraft({});
    m_messages->forgetFirstUnread();
    m_timeline->scrollToBottom();
}

void RoomPane::saveDraft()
{
    m_draftTimer.stop();
    if (m_messages && !m_composer->isEditing() && m_messages->draft() != m_composer->text())
        m_messages->setDraft(m_composer->text());
}

void RoomPane::startEditing(int row)
{
    m_edited = m_messages->index(row, 0);
    m_composer->startEditing(m_messages->row(row).message.text);
}

void RoomPane::editLast()
{
    for (int row = m_messages->rowCount() - 1; row >= 0; --row) {
        if (m_messages->row(row).own && !m_messages->row(row).message.deletedAt) {
            startEditing(row);
            return;
        }
    }
}

void RoomPane::confirmEdit(const QString &text)
{
    if (!m_edited.isValid()) {
        m_composer->setProblem(tr("The message is gone."));
        return;
    }
    const auto edited = m_messages->edit(m_edited.row(), text);
    if (edited)
        m_composer->stopEditing();
    else
        m_composer->setProblem(errorText(edited.error()));
}

void RoomPane::askToDelete(int row)
{
    const QPersistentModelIndex message(m_messages->index(row, 0));
    Confirm question(m_theme, tr("Delete this message?"), tr("It disappears for everybody and cannot be brought back."),
                     tr("Delete"), this);
    if (question.exec() == QDialog::Accepted && message.isValid())
        m_messages->remove(message.row());
}

void RoomPane::join()
{
    m_join->setBusy(true);
    m_context.rooms.joinRoom(m_room, [self = QPointer(this)](const Result<> &result) {
        if (!self)
            return;
        self->m_join->setBusy(false);
        if (!result)
            self->m_context.say(errorText(result.error()), u"circle-alert"_s);
    });
}

bool RoomPane::mayDelete(const TimelineRow &row) const
{
    if (row.message.deletedAt)
        return false;
    const QModelIndex room = m_context.rooms.index(m_context.rooms.rowOf(m_room), 0);
    const bool moderates = room.data(RoomListModel::MyRoleRole).toInt() >= int(MemberRole::Moderator);
    const bool direct = Visibility(room.data(RoomListModel::KindRole).toInt()) == Visibility::Direct;
    return row.own || (!direct && (moderates || m_context.me().role >= Role::Manager));
}

void RoomPane::openMessageMenu(int row, const QPoint &position)
{
    const TimelineRow message = m_messages->row(row);
    const QString selected = m_timeline->selectedText();
    QMenu menu(this);
    const auto icon = [this](const QString &name) { return m_theme.icon(name, &Colors::textMuted); };
    if (message.state == DeliveryState::Failed) {
        menu.addAction(icon(u"rotate-ccw"_s), tr("Send again"), this, [this, row] { m_messages->retry(row); });
        menu.addAction(icon(u"x"_s), tr("Discard"), this, [this, row] { m_messages->discard(row); });
        menu.addSeparator();
    }
    if (!selected.isEmpty() || !message.message.deletedAt)
        menu.addAction(icon(u"copy"_s), selected.isEmpty() ? tr("Copy text") : tr("Copy selected text"), this,
                       [text = selected.isEmpty() ? message.message.text : selected] {
                           QGuiApplication::clipboard()->setText(text);
                       });
    if (message.own && !message.message.deletedAt)
        menu.addAction(icon(u"pencil"_s), tr("Edit"), this, [this, row] { startEditing(row); });
    if (mayDelete(message)) {
        menu.addSeparator();
        menu.addAction(m_theme.icon(u"trash-2"_s, &Colors::danger), tr("Delete for everyone…"), this,
                       [this, row] { askToDelete(row); });
    }
    if (!menu.isEmpty())
        menu.exec(position);
}

void RoomPane::openRoomMenu(const QPoint &position)
{
    const QModelIndex room = m_context.rooms.index(m_context.rooms.rowOf(m_room), 0);
    const bool direct = Visibility(room.data(RoomListModel::KindRole).toInt()) == Visibility::Direct;
    const bool joined = m_context.rooms.isJoined(m_room);
    const int myRole = room.data(RoomListModel::MyRoleRole).toInt();
    QMenu menu(this);
    const auto icon = [this](const QString &name) { return m_theme.icon(name, &Colors::textMuted); };
    if (!direct && joined && (myRole >= int(MemberRole::Moderator) || m_context.me().role >= Role::Manager))
        menu.addAction(icon(u"user-plus"_s), tr("Add a person…"), this, &RoomPane::addPerson);
    if (!direct && joined)
        menu.addAction(icon(u"log-out"_s), tr("Leave room…"), this, [this] { Q_EMIT leaveRequested(m_room); });
    if (!direct && !joined)
        menu.addAction(icon(u"user-plus"_s), tr("Join room"), this, &RoomPane::join);
    if (direct)
        menu.addAction(tr("Only the two of you read this"))->setEnabled(false);
    menu.exec(position - QPoint(menu.sizeHint().width() - 36, 0));
}

void RoomPane::addPerson()
{
    QList<UserId> inside;
    for (const Member &member : m_context.rooms.members(m_room))
        inside.append(member.userId);
    const UserId person = m_context.pickPerson(this, tr("Add a person to the room"), tr("Add"), inside);
    if (!person.isValid())
        return;
    m_context.rooms.addMember(m_room, person, [say = m_context.say](const Result<> &result) {
        if (!result)
            say(errorText(result.error()), u"circle-alert"_s);
    });
}

} // namespace rialto
