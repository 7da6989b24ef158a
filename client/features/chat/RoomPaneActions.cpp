#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPointer>

#include "features/chat/Composer.h"
#include "features/chat/EmojiList.h"
#include "features/chat/RoomDetailsDialog.h"
#include "features/chat/RoomMenu.h"
#include "features/chat/RoomPane.h"
#include "features/chat/TimelineView.h"
#include "features/chat/model/RoomListModel.h"
#include "features/chat/model/TypingBook.h"
#include "net/ErrorText.h"
#include "ui/Banner.h"
#include "ui/Button.h"
#include "ui/Metrics.h"

using namespace Qt::StringLiterals;

namespace rialto {

void RoomPane::send(const QString &text)
{
    if (m_messages->canLoadNewer())
        m_messages->jumpToNewest();
    const auto sent = m_messages->send(withEmoji(text), m_replyTo);
    if (sent)
        cleanUpAfterSending();
    else
        m_composer->setProblem(refusalWords(text, sent.error()));
}

QString RoomPane::refusalWords(const QString &text, const Error &error) const
{
    const qsizetype length = text.toUcs4().size();
    if (length > kMessageTextRules.maxLength)
        return tr("This message has %1 characters; %2 is the most. Send it in parts, or as a file.")
            .arg(QLocale().toString(length), QLocale().toString(kMessageTextRules.maxLength));
    const bool isTooLong = error.code == ErrorCode::Invalid || error.code == ErrorCode::TooLarge;
    return isTooLong && !error.isLocal ? tr("This message is too long. Send it in parts.") : errorText(error);
}

void RoomPane::cleanUpAfterSending()
{
    m_context.typing.stopped();
    m_replyTo.reset();
    if (!m_composer->isEditing()) {
        m_composer->setText({});
        m_messages->setDraft({});
    }
    m_messages->forgetFirstUnread();
    m_timeline->clearSelection();
    m_timeline->scrollToBottom();
}

/// Does something with a message when its turn comes, wherever that stands by then: while a menu is open, pages arrive
/// and rooms go.
std::function<void()> RoomPane::onMessage(int row, const std::function<void(int)> &act)
{
    return [this, message = m_messages->row(row).message, act] {
        if (const int now = m_messages ? m_messages->rowOf(message) : -1; now >= 0)
            act(now);
        else
            m_context.say(tr("The message is gone."), u"circle-alert"_s);
    };
}

void RoomPane::saveDraft()
{
    m_draftTimer.stop();
    if (m_messages && !m_composer->isEditing() && m_messages->draft() != m_composer->text())
        m_messages->setDraft(m_composer->text());
}

void RoomPane::startEditing(int row)
{
    m_edited = m_messages->row(row).message;
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
    const auto edited = m_messages->edit(*m_edited, withEmoji(text));
    if (edited)
        m_composer->stopEditing();
    else
        m_composer->setProblem(refusalWords(text, edited.error()));
}

/// The message disappears here at once; for everybody when the strip with "Undo" has gone.
void RoomPane::deleteWithUndo(int row)
{
    finishDeleting();
    m_deleted = m_messages->row(row).message;
    m_messages->setHidden(*m_deleted, true);
    m_undo->setText(tr("The message is deleted for everybody in a moment."));
    m_undo->setAction(tr("Undo"));
    m_undo->show();
    constexpr int kUndoMs = 5000;
    m_undoTimer.start(kUndoMs);
}

void RoomPane::finishDeleting()
{
    m_undoTimer.stop();
    m_undo->hide();
    const std::optional<Message> deleted = std::exchange(m_deleted, std::nullopt);
    if (!deleted || !m_messages)
        return;
    if (const Result<> kept = m_messages->remove(*deleted); !kept)
        m_context.say(errorText(kept.error()), u"circle-alert"_s);
}

void RoomPane::undoDeleting()
{
    m_undoTimer.stop();
    m_undo->hide();
    const std::optional<Message> deleted = std::exchange(m_deleted, std::nullopt);
    if (deleted && m_messages)
        m_messages->setHidden(*deleted, false);
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

void RoomPane::openRoomMenu(const QPoint &position)
{
    RoomMenu menu(m_theme, m_context, m_room, this);
    connect(&menu, &RoomMenu::personRequested, this, &RoomPane::personRequested);
    menu.exec(position - QPoint(menu.sizeHint().width() - m_theme.grown(metrics::iconButton), 0));
}

/// Of a conversation of two: who the other is.
void RoomPane::showOther()
{
    const QModelIndex room = m_context.rooms.index(m_context.rooms.rowOf(m_room), 0);
    if (const qint64 other = room.data(RoomListModel::OtherUserIdRole).toLongLong(); other > 0)
        Q_EMIT personRequested(UserId{other});
    else
        RoomDetailsDialog(m_theme, m_context, m_room, this).exec();
}

} // namespace rialto
