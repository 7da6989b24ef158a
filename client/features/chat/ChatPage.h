#pragma once

#include "features/chat/ChatContext.h"
#include "ui/FramePage.h"

class QSplitter;
class QStackedWidget;

namespace rialto {

class ChatSide;
class EmptyState;
class MessagePreview;
class NarrowPanes;
class RoomListPane;
class RoomPane;
class Theme;
class UiSettings;

/// Rooms on the left, the open room on the right.
class ChatPage final : public FramePage
{
    Q_OBJECT
public:
    ChatPage(const Theme &theme, UiSettings &settings, const ChatContext &context, QWidget *parent = nullptr);
    ~ChatPage() override;

    QString pageId() const override;
    QString iconName() const override;
    QString title() const override;
    int badgeCount() const override;
    void addShortcutsTo(QWidget &frame) override;
    void openLink(const QUrl &url) override;
    /// For pages that tell of messages; the caller owns it.
    MessagePreview *makePreview() const;
    void openRoom(RoomId id);
    /// Opens a room at one of its messages.
    void openMessage(RoomId room, MessageId message);
    /// The same, and begins an answer to it.
    void answerMessage(RoomId room, MessageId message);
    /// What links lead to has changed.
    void refreshCards();
    /// Whether the room is in front of the person at this moment.
    bool isReading(RoomId id) const;

protected:
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void keepListWidth();
    void fitList();
    void connectPanes();
    void openSwitcher();
    void retranslate();
    void restoreRoom();
    void roomChosen(RoomId id);
    void roomGone(RoomId id);
    void createRoom();
    void showPeople();
    void openDirect(UserId person);
    void showPerson(UserId person);
    void showStranded();
    void searchHere();
    void openSearch(RoomId room, const QString &words = {});
    void toggleDetails(bool byKey);
    void showFound(RoomId room, MessageId message);
    void leaveSide();
    void goBack();

    const Theme &m_theme;
    UiSettings &m_settings;
    ChatContext m_context;
    RoomListPane *m_rooms;
    RoomPane *m_room;
    ChatSide *m_side;
    EmptyState *m_empty;
    QStackedWidget *m_right;
    QSplitter *m_splitter;
    int m_listWidth = 0; ///< As it was chosen, at a text of 100 %; 0 until the page is shown.
    NarrowPanes *m_panes = nullptr;
    bool m_showsStranded = false;
    RoomId m_wanted; ///< The room to open as soon as the list has it.
};

} // namespace rialto
