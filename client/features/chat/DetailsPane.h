#pragma once

#include "features/chat/ChatContext.h"
#include "protocol/Chat.h"
#include "ui/Surface.h"

class QLabel;
class QStackedWidget;

namespace rialto {

class AttachmentPane;
class Button;
class ElidedLabel;
class IconButton;
class MemberList;
class RowButton;

/// The pane beside the timeline that tells about the open room: its topic, what one is told of it, everything that was
/// sent in it, who is in it. Lives on: GUI thread.
class DetailsPane final : public Surface
{
    Q_OBJECT
public:
    DetailsPane(const Theme &theme, const ChatContext &context, QWidget *parent = nullptr);

    /// An invalid one shows nothing.
    void showRoom(RoomId room);
    RoomId room() const { return m_room; }

Q_SIGNALS:
    void closeRequested();
    void messageChosen(rialto::RoomId room, rialto::MessageId message);
    void personRequested(rialto::UserId person);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildHeader();
    QWidget *buildOverview();
    void connectRows();
    void refresh();
    void retranslate();
    void showFiles();
    void showOverview();
    void goBack();
    void openLevels();
    void leave();
    UserId otherPerson() const;

    const Theme &m_theme;
    ChatContext m_context;
    RoomId m_room;
    IconButton *m_back;
    ElidedLabel *m_title;
    IconButton *m_close;
    QStackedWidget *m_pages;
    QLabel *m_topic;
    RowButton *m_person;
    RowButton *m_levels;
    RowButton *m_files;
    QWidget *m_people;
    ElidedLabel *m_count;
    Button *m_add;
    MemberList *m_members;
    RowButton *m_leave;
    AttachmentPane *m_attachments;
};

} // namespace rialto
