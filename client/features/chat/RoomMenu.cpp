#include "features/chat/RoomMenu.h"

#include <QActionGroup>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QStandardPaths>

#include "features/chat/ExportDialog.h"
#include "features/chat/MemberList.h"
#include "features/chat/RoomDetailsDialog.h"
#include "features/chat/RoomRights.h"
#include "features/chat/model/ChatWriter.h"
#include "features/chat/model/MarkWriter.h"
#include "features/chat/model/RoomListModel.h"
#include "net/ErrorText.h"
#include "net/LinkStatus.h"
#include "net/ServerLinks.h"
#include "ui/Confirm.h"

using namespace Qt::StringLiterals;

namespace rialto {

QString levelWords(NotifyLevel level)
{
    switch (level) {
    case NotifyLevel::Every:
        return RoomMenu::tr("Every message");
    case NotifyLevel::All:
        return RoomMenu::tr("What concerns me");
    case NotifyLevel::Mentions:
        return RoomMenu::tr("Only mentions and answers");
    case NotifyLevel::None:
        break;
    }
    return RoomMenu::tr("Nothing");
}

RoomMenu::RoomMenu(const Theme &theme, const ChatContext &context, RoomId room, QWidget *parent)
    : QMenu(parent), m_theme(theme), m_context(context), m_room(room)
{
    if (isJoined()) {
        if (data(RoomListModel::UnreadCountRole).toInt() > 0)
            add(u"check-check"_s, tr("Mark as read"), &RoomMenu::markRead);
        addWishes();
    }
    if (Visibility(data(RoomListModel::KindRole).toInt()) == Visibility::Direct) {
        addDirectActions();
    } else {
        addRoomActions();
        addEnds();
    }
}

QAction *RoomMenu::add(const QString &icon, const QString &words, void (RoomMenu::*act)())
{
    return addAction(m_theme.icon(icon, &Colors::textMuted), words, this, act);
}

QVariant RoomMenu::data(int role) const
{
    return m_context.rooms.index(m_context.rooms.rowOf(m_room), 0).data(role);
}

bool RoomMenu::isJoined() const
{
    return m_context.rooms.isJoined(m_room);
}

/// Tells what went wrong, also when the menu is long gone.
std::function<void(const Result<> &)> RoomMenu::whenDone() const
{
    return [say = m_context.say](const Result<> &result) {
        if (!result)
            say(errorText(result.error()), u"circle-alert"_s);
    };
}

void RoomMenu::changeWishes(const ChangeMembership &wishes)
{
    whenDone()(m_context.marks.changeMembership(wishes));
}

void RoomMenu::addWishes()
{
    const auto icon = [this](const QString &name) { return m_theme.icon(name, &Colors::textMuted); };
    const bool pinned = data(RoomListModel::PinnedRole).toBool();
    const bool muted = data(RoomListModel::MutedRole).toBool();
    const bool archived = data(RoomListModel::ArchivedRole).toBool();
    addAction(icon(pinned ? u"pin-off"_s : u"pin"_s), pinned ? tr("Unpin from the top") : tr("Pin to the top"), this,
              [this, pinned] {
                  changeWishes({m_room, {}, {}, {}, !pinned, {}});
              });
    addAction(icon(muted ? u"bell"_s : u"bell-off"_s), muted ? tr("Unmute") : tr("Mute"), this, [this, muted] {
        changeWishes({m_room, {}, {}, !muted, {}, {}});
    });
    addLevels();
    addAction(icon(archived ? u"archive-restore"_s : u"archive"_s),
              archived ? tr("Take out of the archive") : tr("Move to the archive"), this, [this, archived] {
                  changeWishes({m_room, {}, {}, {}, {}, !archived});
              });
    addSeparator();
}

void RoomMenu::addLevels()
{
    m_levels = addMenu(m_theme.icon(u"bell"_s, &Colors::textMuted), tr("Notifications"));
    auto *group = new QActionGroup(m_levels);
    for (const NotifyLevel level : {NotifyLevel::Every, NotifyLevel::All, NotifyLevel::Mentions, NotifyLevel::None}) {
        QAction *const action = m_levels->addAction(levelWords(level), this, [this, level] {
            changeWishes({m_room, {}, level, {}, {}, {}});
        });
        action->setCheckable(true);
        action->setChecked(data(RoomListModel::NotifyLevelRole).toInt() == int(level));
        group->addAction(action);
    }
}

void RoomMenu::addRoomActions()
{
    add(u"users"_s, tr("Members and settings…"), &RoomMenu::showDetails);
    if (RoomRights(m_context, m_room).mayAdd())
        add(u"user-plus"_s, tr("Add people…"), &RoomMenu::addPeople);
    add(u"link"_s, tr("Copy link"), &RoomMenu::copyLink);
    if (isJoined())
        add(u"download"_s, tr("Export…"), &RoomMenu::exportRoom)->setEnabled(m_context.link.isOnline());
}

void RoomMenu::addEnds()
{
    if (isJoined())
        add(u"log-out"_s, tr("Leave room…"), &RoomMenu::askToLeave);
    else
        add(u"user-plus"_s, tr("Join room"), &RoomMenu::join);
    if (data(RoomListModel::MyRoleRole).toInt() == int(MemberRole::Owner) || m_context.me().role >= Role::Manager)
        addAction(m_theme.icon(u"trash-2"_s, &Colors::danger), tr("Delete room…"), this, &RoomMenu::askToDelete);
}

void RoomMenu::addDirectActions()
{
    if (isJoined())
        add(u"download"_s, tr("Export…"), &RoomMenu::exportRoom)->setEnabled(m_context.link.isOnline());
    add(u"user"_s, tr("Show profile…"), &RoomMenu::showOther);
    addAction(tr("Only the two of you read this"))->setEnabled(false);
}

void RoomMenu::markRead()
{
    m_context.writer.markAllRead(m_room);
}

void RoomMenu::showDetails()
{
    RoomDetailsDialog(m_theme, m_context, m_room, parentWidget()).exec();
}

void RoomMenu::addPeople()
{
    addPeopleTo(m_room, m_context, *parentWidget(), whenDone());
}

void RoomMenu::copyLink()
{
    const QUrl link = m_context.links.to(u"rooms/%1"_s.arg(m_room.value));
    QGuiApplication::clipboard()->setText(link.toString());
    m_context.say(tr("Copied"), u"link"_s);
}

void RoomMenu::exportRoom()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString name = m_context.rooms.title(m_room).replace(u'/', u'-') + u".md"_s;
    // The chooser itself puts the ending to the name, so that it asks about the file that will be replaced.
    QFileDialog chooser(parentWidget(), tr("Export room"), QDir(folder).filePath(name),
                        tr("Text") + u" (*.md);;JSON (*.json)"_s);
    chooser.setAcceptMode(QFileDialog::AcceptSave);
    chooser.setDefaultSuffix(u"md"_s);
    connect(&chooser, &QFileDialog::filterSelected, &chooser, [&chooser](const QString &kind) {
        const QString ending = kind.contains("*.json"_L1) ? u"json"_s : u"md"_s;
        chooser.setDefaultSuffix(ending);
        if (const QStringList chosen = chooser.selectedFiles(); !chosen.isEmpty())
            chooser.selectFile(QFileInfo(chosen.first()).completeBaseName() + u'.' + ending);
    });
    if (chooser.exec() != QDialog::Accepted)
        return;
    const QString path = chooser.selectedFiles().value(0);
    auto *dialog = new ExportDialog(m_theme, m_context.exportRoom(m_room, path), parentWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, dialog,
            [say = m_context.say, path] { say(tr("Saved as %1").arg(QFileInfo(path).fileName()), u"download"_s); });
    dialog->open();
}

void RoomMenu::join()
{
    m_context.rooms.joinRoom(m_room, whenDone());
}

void RoomMenu::askToLeave()
{
    QString consequence =
        tr("You are not told of news from it any more. A private room lets you in again only when somebody adds you.");
    if (RoomRights(m_context, m_room).isLastOwner())
        consequence +=
            u' ' + tr("You are its only owner: a moderator, or whoever has been in it longest, takes your place.");
    Confirm question(m_theme, tr("Leave “%1”?").arg(m_context.rooms.title(m_room)), consequence, tr("Leave"),
                     parentWidget());
    if (question.exec() == QDialog::Accepted)
        m_context.rooms.leaveRoom(m_room, whenDone());
}

void RoomMenu::askToDelete()
{
    Confirm question(m_theme, tr("Delete “%1”?").arg(m_context.rooms.title(m_room)),
                     tr("It closes for everybody, with all that was said in it."), tr("Delete"), parentWidget());
    if (question.exec() == QDialog::Accepted)
        m_context.rooms.deleteRoom(m_room, whenDone());
}

void RoomMenu::showOther()
{
    if (const qint64 other = data(RoomListModel::OtherUserIdRole).toLongLong(); other > 0)
        Q_EMIT personRequested(UserId{other});
}

} // namespace rialto
