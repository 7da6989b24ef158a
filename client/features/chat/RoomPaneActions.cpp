#include <QActionGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPointer>

#include "features/chat/Composer.h"
#include "features/chat/EmojiList.h"
#include "features/chat/RoomDetailsDialog.h"
#include "features/chat/RoomPane.h"
#include "features/chat/TimelineView.h"
#include "features/chat/model/MarkWriter.h"
#include "features/chat/model/RoomListModel.h"
#include "features/chat/model/TypingBook.h"
#include "net/LinkStatus.h"
#include "ui/Banner.h"
#include "ui/Button.h"
#include "ui/Confirm.h"
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

void RoomPane::askToDeleteRoom()
{
    const RoomId room = m_room; // While one thinks, another one may come to be shown.
    Confirm question(m_theme, tr("Delete “%1”?").arg(m_context.rooms.title(room)),
                     tr("It closes for everybody, with all that was said in it."), tr("Delete"), this);
    if (question.exec() != QDialog::Accepted)
        return;
    m_context.rooms.deleteRoom(room, [say = m_context.say](const Result<> &result) {
        if (!result)
            say(errorText(result.error()), u"circle-alert"_s);
    });
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

void RoomPane::changeWishes(const ChangeMembership &wishes)
{
    if (const Result<> kept = m_context.marks.changeMembership(wishes); !kept)
        m_context.say(errorText(kept.error()), u"circle-alert"_s);
}

void RoomPane::addWishes(QMenu &menu, const QModelIndex &room)
{
    const auto icon = [this](const QString &name) { return m_theme.icon(name, &Colors::textMuted); };
    const bool pinned = room.data(RoomListModel::PinnedRole).toBool();
    const bool muted = room.data(RoomListModel::MutedRole).toBool();
    const bool archived = room.data(RoomListModel::ArchivedRole).toBool();
    const RoomId id = m_room;
    menu.addAction(icon(pinned ? u"pin-off"_s : u"pin"_s), pinned ? tr("Unpin from the top") : tr("Pin to the top"),
                   this, [this, id, pinned] {
                       changeWishes({id, {}, {}, {}, !pinned, {}});
                   });
    menu.addAction(icon(muted ? u"bell"_s : u"bell-off"_s), muted ? tr("Unmute") : tr("Mute"), this, [this, id, muted] {
        changeWishes({id, {}, {}, !muted, {}, {}});
    });
    QMenu *const level = menu.addMenu(icon(u"bell"_s), tr("Tell me about"));
    auto *group = new QActionGroup(level);
    const std::pair<NotifyLevel, QString> levels[] = {{NotifyLevel::All, tr("Everything that concerns me")},
                                                      {NotifyLevel::Mentions, tr("Only mentions and answers")},
                                                      {NotifyLevel::None, tr("Nothing")}};
    for (const auto &[value, words] : levels) {
        QAction *const action = level->addAction(words, this, [this, id, chosen = value] {
            changeWishes({id, {}, chosen, {}, {}, {}});
        });
        action->setCheckable(true);
        action->setChecked(room.data(RoomListModel::NotifyLevelRole).toInt() == int(value));
        group->addAction(action);
    }
    menu.addAction(icon(archived ? u"archive-restore"_s : u"archive"_s),
                   archived ? tr("Take out of the archive") : tr("Archive"), this, [this, id, archived] {
                       changeWishes({id, {}, {}, {}, {}, !archived});
                   });
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
    const QModelIndex room = m_context.rooms.index(m_context.rooms.rowOf(m_room), 0);
    const bool direct = Visibility(room.data(RoomListModel::KindRole).toInt()) == Visibility::Direct;
    const bool joined = m_context.rooms.isJoined(m_room);
    const int myRole = room.data(RoomListModel::MyRoleRole).toInt();
    QMenu menu(this);
    const auto icon = [this](const QString &name) { return m_theme.icon(name, &Colors::textMuted); };
    if (joined)
        addWishes(menu, room);
    if (!direct)
        menu.addAction(icon(u"users"_s), tr("Members and settings…"), this,
                       [this] { RoomDetailsDialog(m_theme, m_context, m_room, this).exec(); });
    if (!direct && joined && (myRole >= int(MemberRole::Moderator) || m_context.me().role >= Role::Manager))
        menu.addAction(icon(u"user-plus"_s), tr("Add a person…"), this, &RoomPane::addPerson);
    if (joined)
        menu.addAction(icon(u"download"_s), tr("Export…"), this, &RoomPane::exportRoom)
            ->setEnabled(m_context.link.isOnline());
    if (!direct && joined)
        menu.addAction(icon(u"log-out"_s), tr("Leave room…"), this,
                       [this, room = m_room] { Q_EMIT leaveRequested(room); });
    if (!direct && !joined)
        menu.addAction(icon(u"user-plus"_s), tr("Join room"), this, &RoomPane::join);
    if (!direct && (myRole == int(MemberRole::Owner) || m_context.me().role >= Role::Manager))
        menu.addAction(m_theme.icon(u"trash-2"_s, &Colors::danger), tr("Delete room…"), this,
                       &RoomPane::askToDeleteRoom);
    if (direct)
        menu.addAction(icon(u"user"_s), tr("Show profile…"), this, &RoomPane::showOther);
    if (direct)
        menu.addAction(tr("Only the two of you read this"))->setEnabled(false);
    menu.exec(position - QPoint(menu.sizeHint().width() - 36, 0));
}

/// Of a conversation of two: who the other is.
void RoomPane::showOther()
{
    const QModelIndex room = m_context.rooms.index(m_context.rooms.rowOf(m_room), 0);
    if (const qint64 other = room.data(RoomListModel::OtherUserIdRole).toLongLong(); other > 0)
        Q_EMIT personRequested(UserId{other});
}

void RoomPane::addPerson()
{
    const RoomId room = m_room;
    QList<UserId> inside;
    for (const Member &member : m_context.rooms.members(room))
        inside.append(member.userId);
    const UserId person = m_context.pickPerson(this, tr("Add a person to the room"), tr("Add"), inside);
    if (!person.isValid())
        return;
    m_context.rooms.addMember(room, person, [say = m_context.say](const Result<> &result) {
        if (!result)
            say(errorText(result.error()), u"circle-alert"_s);
    });
}

} // namespace rialto
