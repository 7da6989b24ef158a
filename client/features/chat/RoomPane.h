#pragma once

#include <QPointer>
#include <QTimer>

#include "features/chat/ChatContext.h"
#include "features/chat/CompletionPopup.h"
#include "features/chat/TimelineEntry.h"
#include "ui/Surface.h"

class QLabel;
class QMenu;
class QMimeData;
class QStackedWidget;

namespace rialto {

class Banner;
class Button;
class Composer;
class MessageToolbar;
class PinBar;
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
    /// What links lead to has changed.
    void refreshCards();
    /// Goes to a message of the room that is shown.
    void openMessage(MessageId id);
    /// Begins an answer to a message that is there.
    void startAnswer(MessageId id);

    /// Where the rooms are not to be seen beside this one.
    void setBackShown(bool shown);
    void setDetailsShown(bool shown);

Q_SIGNALS:
    void backRequested();
    void searchRequested();
    void detailsRequested();
    void personClicked(rialto::UserId id);
    /// A link to a room or a message of this or another server.
    void placeClicked(const QUrl &url);
    void personRequested(rialto::UserId person);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    QWidget *buildJoinBar();
    void retranslate();
    void showEmptyWords();
    void refreshHeader();
    void refreshMembers(RoomId room);
    void refreshAccess();
    void refreshTyping();
    int countHere() const;
    void draftTyped(const QString &text);
    void connectModel();
    void loadMore(void (MessageModel::*load)());
    TimelineEntry entry(int row) const;
    void addNotices(TimelineEntry &entry, int row) const;
    qint64 timeOf(int row) const;
    void readMembers();
    QString noticeLines() const;
    QString pastedWords(const QString &text) const;
    std::optional<LinkCard> cardOf(const Message &message) const;

    void send(const QString &text);
    void cleanUpAfterSending();
    QString refusalWords(const QString &text, const Error &error) const;
    std::function<void()> onMessage(int row, const std::function<void(int)> &act);
    void startEditing(int row);
    void editLast();
    void confirmEdit(const QString &text);
    void deleteWithUndo(int row);
    void finishDeleting();
    void undoDeleting();
    void join();
    void saveDraft();
    void showFirstUnread();
    void savePlace();
    void restorePlace();
    void keepPlace();
    void comeBack();
    void markSeen();
    void refreshUnseen();
    void openMessageMenu(int row, const QPoint &position);
    void openRoomMenu(const QPoint &position);
    void showOther();
    bool mayDelete(const TimelineRow &row) const;
    void addMessageActions(QMenu &menu, int row);
    void addTextActions(QMenu &menu, int row);
    void openByKey(int row);
    QString nameOf(UserId id) const;
    void showReactions(int row);
    QList<UserId> readersOf(const Message &message) const;
    void showReaders(int row);

    // Files (RoomPaneFiles.cpp)
    void connectFiles();
    void chooseFiles();
    void offerContent(const QMimeData *content);
    void offerFiles(RoomId room, const QStringList &paths);
    Result<> sendFiles(RoomId room, const QString &caption, const QList<LocalFile> &files,
                       const std::optional<MessageId> &replyTo);
    void openFile(int row, int index);
    void addFileActions(QMenu &menu, int row);
    void addSaveActions(QMenu &menu, const Attachment &file, const QString &name);
    QMap<int, FileTransfer> downloadsOf(const Message &message) const;
    void refreshDownload(FileId id);

    // Answers, reactions, pins, links (RoomPaneMarks.cpp)
    void connectMarks();
    void showToolbar(int row);
    void startReply(int row);
    void pickReaction(const QRect &anchor);
    void react(int row, const QString &emoji);
    void togglePin(int row);
    void openPinMenu(const QPoint &position);
    void forward(const QList<Message> &messages);
    QList<Message> chosenMessages(int row) const;
    void showRevisions(int row);
    void openQuoted(int row);
    void placeReady(MessageId id);
    void openLink(const QUrl &url);
    QString linkTo(const Message &message) const;
    QList<Completion> completions(QChar sign, const QString &typed) const;

    const Theme &m_theme;
    ChatContext m_context;
    RoomId m_room;
    QPointer<MessageModel> m_messages;
    QTimer m_membersTimer;   ///< Their names and numbers may change many at a time.
    bool m_isDirect = false; ///< That room is a conversation of two.
    RoomNotices m_notices;
    QList<Member> m_members; ///< Of that room; not read anew with every event.
    RoomHeader *m_header;
    PinBar *m_pins;
    TimelineView *m_timeline;
    TypingLine *m_typing;
    Composer *m_composer;
    QStackedWidget *m_foot;
    Button *m_join;
    QLabel *m_joinHint;
    MessageToolbar *m_toolbar;
    std::optional<Message> m_edited;
    QPersistentModelIndex m_pointed; ///< The message that the toolbar belongs to.
    std::optional<MessageId> m_replyTo;
    MessageId m_restored;            ///< Where one was reading last time; until it is there.
    bool m_isMoving = false;         ///< To another room, or to the rows made anew.
    mutable bool m_hasCards = false; ///< The rows that were painted have some.
    QTimer m_draftTimer;
    Banner *m_undo;
    QTimer m_undoTimer;
    std::optional<Message> m_deleted; ///< The message that is deleted unless one thinks better of it.
};

} // namespace rialto
