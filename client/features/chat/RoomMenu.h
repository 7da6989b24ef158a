#pragma once

#include <QMenu>

#include "features/chat/ChatContext.h"
#include "protocol/Chat.h"

namespace rialto {

class Theme;

/// What can be done with a room, behind the button of its header and on its row in the list. What does not apply or is
/// not allowed is not offered. Dialogs that an entry opens have returned when exec() does. Lives on: GUI thread.
class RoomMenu final : public QMenu
{
    Q_OBJECT
public:
    RoomMenu(const Theme &theme, const ChatContext &context, RoomId room, QWidget *parent);

    /// The part of it about what one wants to be told; null for who is not in the room.
    QMenu *levels() const { return m_levels; }
    void addPeople();
    void askToLeave();

Q_SIGNALS:
    /// Who the other one of a conversation of two is.
    void personRequested(rialto::UserId person);

private:
    QAction *add(const QString &icon, const QString &words, void (RoomMenu::*act)());
    void addWishes();
    void addLevels();
    void addRoomActions();
    void addEnds();
    void addDirectActions();

    QVariant data(int role) const;
    bool isJoined() const;
    void changeWishes(const ChangeMembership &wishes);
    std::function<void(const Result<> &)> whenDone() const;

    void markRead();
    void showDetails();
    void exportRoom();
    void copyLink();
    void join();
    void askToDelete();
    void showOther();

    const Theme &m_theme;
    const ChatContext m_context;
    const RoomId m_room;
    QMenu *m_levels = nullptr;
};

/// About what one is told, in words.
QString levelWords(NotifyLevel level);

} // namespace rialto
