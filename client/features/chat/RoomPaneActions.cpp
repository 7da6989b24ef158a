#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPointer>

#include "features/chat/Composer.h"
#include "features/chat/EmojiList.h"
#include "features/chat/RoomMenu.h"
#include "features/chat/RoomPane.h"
#include "features/chat/TimelineView.h"
#include "features/chat/model/RoomListModel.h"
#include "features/chat/model/TypingBook.h"
#include "ui/Banner.h"
#include "ui/Button.h"
#include "ui/ErrorText.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

/// More would hold up what one writes after them.
constexpr qsizetype kForwardedTogether = 100;

} // namespace

void RoomPane::send(const QString &text)
{
    if (m_messages->canLoadNewer())
        m_messages->jumpToNewest();
    const auto sent = m_messages->send(withEmoji(text), m_replyTo);
    if (sent)
        cleanUpAfterSending();
    else
        m_composer->setProblem(refusalWords(sent.error()));
}

QString RoomPane::refusalWords(const Error &error) const
{
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
        m_composer->setProblem(refusalWords(edited.error()));
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

bool RoomPane::mayDelete(const TimelineRow &row) const
{
    if (row.message.deletedAt)
        return false;
    const QModelIndex room = m_context.rooms.index(m_context.rooms.rowOf(m_room), 0);
    const bool moderates = room.data(RoomListModel::MyRoleRole).toInt() >= int(MemberRole::Moderator);
    const bool direct = Visibility(room.data(RoomListModel::KindRole).toInt()) == Visibility::Direct;
    return row.own || (!direct && (moderates || m_context.me().role >= Role::Manager));
}

void RoomPane::addMessageActions(QMenu &menu, int row)
{
    const TimelineRow message = m_messages->row(row);
    if (!message.message.id.isValid() || message.message.deletedAt)
        return;
    const auto icon = [this](const QString &name) { return m_theme.icon(name, &Colors::textMuted); };
    addFileActions(menu, row);
    if (const auto card = cardOf(message.message))
        menu.addAction(icon(card->icon), tr("Open “%1”").arg(QString(card->title).replace(u'&', "&&"_L1)), this,
                       [this, url = card->url] { openLink(url); });
    if (m_messages->canWrite()) {
        const bool pinned = message.message.pinnedAt.has_value();
        menu.addAction(icon(u"reply"_s), tr("Reply"), this, onMessage(row, [this](int now) { startReply(now); }));
        menu.addAction(icon(u"smile-plus"_s), tr("React…"), this, onMessage(row, [this](int now) {
                           m_pointed = m_messages->index(now, 0);
                           const QRect bubble = m_timeline->bubbleRect(now);
                           pickReaction({m_timeline->viewport()->mapToGlobal(bubble.topLeft()), bubble.size()});
                       }));
        menu.addAction(icon(pinned ? u"pin-off"_s : u"pin"_s), pinned ? tr("Unpin") : tr("Pin"), this,
                       onMessage(row, [this](int now) { togglePin(now); }));
    }
    const QList<Message> chosen = chosenMessages(row);
    menu.addAction(icon(u"forward"_s),
                   chosen.size() > 1 ? tr("Forward %n message(s)…", nullptr, int(chosen.size())) : tr("Forward…"), this,
                   [this, chosen] { forward(chosen); })
        ->setEnabled(chosen.size() <= kForwardedTogether);
    menu.addAction(icon(u"link"_s), tr("Copy link"), this, [this, link = linkTo(message.message)] {
        QGuiApplication::clipboard()->setText(link);
        m_context.say(tr("Copied"), u"link"_s);
    });
    if (message.message.editedAt)
        menu.addAction(icon(u"history"_s), tr("What it said before…"), this,
                       onMessage(row, [this](int now) { showRevisions(now); }));
    menu.addSeparator();
}

void RoomPane::openMessageMenu(int row, const QPoint &position)
{
    if (row < 0)
        return;
    const TimelineRow message = m_messages->row(row);
    const QString selected = m_timeline->selectedText();
    QMenu menu(this);
    const auto icon = [this](const QString &name) { return m_theme.icon(name, &Colors::textMuted); };
    if (message.state == DeliveryState::Failed) {
        menu.addAction(icon(u"rotate-ccw"_s), tr("Send again"), this,
                       onMessage(row, [this](int now) { m_messages->retry(now); }));
        menu.addAction(icon(u"x"_s), tr("Discard"), this,
                       onMessage(row, [this](int now) { m_messages->discard(now); }));
        menu.addSeparator();
    }
    addMessageActions(menu, row);
    if (!selected.isEmpty() || !message.message.deletedAt)
        menu.addAction(icon(u"copy"_s), selected.isEmpty() ? tr("Copy text") : tr("Copy selected text"), this,
                       [text = selected.isEmpty() ? message.message.text : selected] {
                           QGuiApplication::clipboard()->setText(text);
                       });
    if (!message.own)
        menu.addAction(icon(u"user"_s), tr("Show profile…"), this,
                       [this, author = message.message.authorId] { Q_EMIT personRequested(author); });
    if (message.own && !message.message.deletedAt)
        menu.addAction(icon(u"pencil"_s), tr("Edit"), this, onMessage(row, [this](int now) { startEditing(now); }));
    if (mayDelete(message)) {
        menu.addSeparator();
        menu.addAction(m_theme.icon(u"trash-2"_s, &Colors::danger), tr("Delete for everyone"), this,
                       onMessage(row, [this](int now) { deleteWithUndo(now); }));
    }
    if (!menu.isEmpty())
        menu.exec(position);
}

void RoomPane::openRoomMenu(const QPoint &position)
{
    RoomMenu menu(m_theme, m_context, m_room, this);
    connect(&menu, &RoomMenu::personRequested, this, &RoomPane::personRequested);
    menu.exec(position - QPoint(menu.sizeHint().width() - 36, 0));
}

/// Of a conversation of two: who the other is.
void RoomPane::showOther()
{
    const QModelIndex room = m_context.rooms.index(m_context.rooms.rowOf(m_room), 0);
    if (const qint64 other = room.data(RoomListModel::OtherUserIdRole).toLongLong(); other > 0)
        Q_EMIT personRequested(UserId{other});
}

} // namespace rialto
