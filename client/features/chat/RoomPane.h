#pragma once

#include <QPointer>
#include <QTimer>

#include "features/chat/ChatContext.h"
#include "features/chat/TimelineEntry.h"
#include "ui/Surface.h"

class QLabel;
class QStackedWidget;

namespace rialto {

class Button;
class Composer;
class RoomHeader;
class TypingLine;
class TimelineView;

/// The right pane of the chat: one room with its header, its messages and the composer.
class RoomPane final : public Surface
{
    Q_OBJECT
public:
    RoomPane(const Theme &theme, const ChatContext &context, QWidget *parent = nullptr);
    ~RoomPane() override;

    void showRoom(RoomId id);
    RoomId room() const { return m_room; }
    void focusComposer();
    /// Shows nothing any more, because the room is gone.
    void leaveRoom();

Q_SIGNALS:
    void leaveRequested(rialto::RoomId id);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    QWidget *buildJoinBar();
    void retranslate();
    void refreshHeader();
    void refreshAccess();
    void refreshTyping();
    int countHere() const;
    void draftTyped(const QString &text);
    void connectModel();
    void loadMore(void (MessageModel::*load)());
    TimelineEntry entry(int row) const;

    void send(const QString &text);
    void startEditing(int row);
    void editLast();
    void confirmEdit(const QString &text);
    void askToDelete(int row);
    void join();
    void saveDraft();
    void showFirstUnread();
    void markSeen();
    void openMessageMenu(int row, const QPoint &position);
    void openRoomMenu(const QPoint &position);
    void addPerson();
    bool mayDelete(const TimelineRow &row) const;

    const Theme &m_theme;
    ChatContext m_context;
    RoomId m_room;
    QPointer<MessageModel> m_messages;
    RoomHeader *m_header;
    TimelineView *m_timeline;
    TypingLine *m_typing;
    Composer *m_composer;
    QStackedWidget *m_foot;
    Button *m_join;
    QLabel *m_joinHint;
    QPersistentModelIndex m_edited;
    QTimer m_draftTimer;
};

} // namespace rialto
