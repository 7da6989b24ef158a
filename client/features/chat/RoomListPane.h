#pragma once

#include "features/chat/ChatContext.h"
#include "ui/Surface.h"

class QLineEdit;

namespace rialto {

class ElidedLabel;
class Button;
class EmptyState;
class IconButton;
class RoomFilter;
class RoomListView;

/// The left pane of the chat: the server's name, the search field and the rooms.
class RoomListPane final : public Surface
{
    Q_OBJECT
public:
    RoomListPane(const Theme &theme, const ChatContext &context, QWidget *parent = nullptr);

    RoomId currentRoom() const;
    void setCurrentRoom(RoomId id);
    /// Goes to the room above (-1) or below (1).
    void step(int direction);
    /// Goes to the next room with unread messages.
    void stepToUnread(int direction);
    void focusList();

Q_SIGNALS:
    void roomChosen(rialto::RoomId id);
    /// No room is called so: perhaps messages say it.
    void messagesRequested(const QString &words);
    void newRoomRequested();
    void peopleRequested();
    void personRequested(rialto::UserId person);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build(const ChatContext &context);
    void retranslate();
    void openNewMenu();
    void openRoomMenu(const QPoint &position);
    void narrow(const QString &text);
    void choose(const QModelIndex &room);
    void showFound();
    void searchMessages();
    void selectionChanged();

    const Theme &m_theme;
    ChatContext m_context;
    RoomFilter *m_filter;
    RoomListView *m_list;
    EmptyState *m_nothing;
    Button *m_searchMessages = nullptr;
    ElidedLabel *m_server;
    IconButton *m_new;
    QLineEdit *m_search;
    RoomId m_open; ///< The room that was chosen last, also while the list is narrowed to others.
};

} // namespace rialto
