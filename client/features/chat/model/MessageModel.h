#pragma once

#include "net/LinkState.h"
#include "protocol/Chat.h"

#include <QAbstractListModel>
#include <QPointer>
#include <optional>

namespace rialto {

class ChatFetcher;
class ChatStore;
class ChatWriter;
class MarkWriter;
struct LocalFile;
struct OutboxItem;

/// One row of a timeline. A message that the server has not stored yet has no valid id; its clientId names it.
struct TimelineRow
{
    Message message;
    DeliveryState state = DeliveryState::Sent;
    Error error;              ///< Why it failed; only then.
    bool own = false;         ///< Oneself wrote it.
    bool read = false;        ///< One's own, and somebody else has read it.
    bool addressesMe = false; ///< It mentions oneself or everyone.
    UserId quoteAuthorId;
    QString quoteAuthor;    ///< Of a reply: who wrote the message that it answers; empty until that is known.
    QString quoteText;      ///< What that message says; empty when it is deleted or not known.
    QString forwardedFrom;  ///< Who said it first.
    qint64 uploadSent = 0;  ///< Bytes of its files that have arrived ...
    qint64 uploadTotal = 0; ///< ... of how many; 0 when none are to be sent.
    QStringList localFiles; ///< Where its files are on this machine, while they are on their way.
};

/// Whether somebody has read a message, by the read marker. Whoever comes into a room later begins with the marker at
/// its end, and has read nothing of what was said before.
bool hasRead(const Member &member, const Message &message);

/// The messages of one room, oldest first: a bounded window over the cache, filled from the server where the cache
/// ends. Messages not sent yet stand at the end. Deleted messages stay as rows with `deletedAt` set and no text.
/// Lives on: the GUI thread.
class MessageModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Roles {
        IdRole = Qt::UserRole + 1, ///< qint64, 0 while unsent
        ClientIdRole,              ///< QString
        AuthorIdRole,              ///< qint64
        AuthorNameRole,            ///< QString
        TextRole,                  ///< QString, also DisplayRole; plain text
        TimeRole,                  ///< qint64, epoch milliseconds
        EditedRole,                ///< bool
        DeletedRole,               ///< bool
        OwnRole,                   ///< bool
        StateRole,                 ///< int, a DeliveryState
    };

    static constexpr int kPageRows = 50;      ///< What one loadOlder() or loadNewer() brings.
    static constexpr int kMaximumRows = 1000; ///< Stored messages in the window; beyond that its far end is let go.

    /// What a timeline is made of; all of it outlives the model.
    struct Parts
    {
        ChatStore &store;
        ChatFetcher &fetcher;
        ChatWriter &writer;
        MarkWriter &marks;
    };

    MessageModel(RoomId room, const Parts &parts, QObject *parent = nullptr);
    ~MessageModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    RoomId room() const { return m_room; }
    const TimelineRow &row(int row) const { return m_rows.at(row); }
    QString authorName(int row) const;
    int rowOf(MessageId id) const;
    int rowOf(const QString &clientId) const;
    /// Where a message stands that one has seen before, perhaps unsent then; -1 when it is not among the rows.
    int rowOf(const Message &known) const;

    /// The first message of others that was unread when the room was opened, or none. Stays until
    /// forgetFirstUnread(), so that the "New" line does not run away while one reads. Where more is unread than the
    /// window holds, it is the first of about kMaximumRows.
    MessageId firstUnreadId() const { return m_firstUnread; }
    void forgetFirstUnread();

    /// Brings up to kPageRows older rows above the first one, from the cache or the server. Does nothing while loading.
    void loadOlder();
    /// Brings newer rows after the window's end had been let go.
    void loadNewer();
    /// Goes back to the newest messages.
    void jumpToNewest();
    /// Makes the window one around a message, from the cache or the server; placeReady tells when it is there,
    /// loadFailed when it cannot be had. What is asked for later takes its place.
    void openAround(MessageId id);
    /// The same at once, where the cache has that message and what lies around it; else false, and nothing changes.
    bool openCached(MessageId id);
    bool canLoadOlder() const { return m_canLoadOlder; }
    /// Whether the first row is the first message of the room, as far as that is known.
    bool beginsHere() const;
    bool canLoadNewer() const { return !m_atEnd; }
    bool isLoading() const { return m_loading; }

    /// Whether one may write here: a member, and not a guest.
    bool canWrite() const;
    /// Puts a message into the outbox and shows it at once. Returns its clientId, or why it cannot be sent (too long,
    /// blank). Works offline.
    Result<QString> send(const QString &text, const std::optional<MessageId> &replyTo = {});
    /// The same for a message with files, whose text may be empty. They are read when their turn comes.
    Result<QString> sendFiles(const QString &text, const QList<LocalFile> &files,
                              const std::optional<MessageId> &replyTo = {});
    /// Sends a failed message, edit or deletion once more.
    void retry(int row);
    /// Forgets an unsent message, or a failed edit or deletion.
    void discard(int row);
    /// Changes the text of one's own message; an unsent one is changed before it leaves.
    Result<> edit(int row, const QString &text);
    Result<> edit(const Message &known, const QString &text);
    /// Shows a message as deleted, or as it is again, without doing anything.
    void setHidden(const Message &known, bool hidden);
    /// Deletes a message, also one that is no longer among the rows; an unsent one is simply forgotten.
    Result<> remove(const Message &known);
    Result<> remove(int row) { return remove(Message(m_rows.at(row).message)); }
    /// Adds one's reaction to a stored message, or takes it back.
    Result<> toggleReaction(int row, const QString &emoji);
    Result<> setPinned(int row, bool pinned);
    /// All down to this row has been on screen.
    void sawUpTo(int row);
    /// Messages of others below everything that has been on screen or was read before; among the rows or not.
    int countUnseen() const;
    /// The newest message is visible: all up to it is read. Cheap to call again.
    void markRead();

    QString draft() const;
    void setDraft(const QString &text);

Q_SIGNALS:
    void loadingChanged();
    /// canLoadOlder or canLoadNewer changed.
    void edgesChanged();
    void firstUnreadChanged();
    /// countUnseen may have changed.
    void unseenChanged();
    /// canWrite changed.
    void accessChanged();
    /// The message that openAround() asked for is among the rows.
    void placeReady(rialto::MessageId id);
    /// A page could not be fetched; what is cached stays.
    void loadFailed(const rialto::Error &error);
    /// The rows are made anew because of what was missed, and not because one asked to go elsewhere. Afterwards the
    /// message that one was looking at may not be among them.
    void reloading();
    void reloaded();
    /// The room was deleted, or one was removed from it; the rows are gone.
    void roomGone();

private:
    void listen();
    void reloadWindow();
    void reloadMissed();
    Message latest(const Message &known) const;
    void resetTo(const QList<Message> &messages);
    void applyMessage(const Message &message);
    void placeMessage(const Message &message);
    void refreshRow(int row, TimelineRow next);
    void refreshQuotesOf(const Message &message);
    void refreshReaders(RoomId room);
    QList<Member> others() const;
    bool isRead(const TimelineRow &row) const;
    void quote(TimelineRow &row) const;
    void decorate(TimelineRow &row) const;
    void aroundArrived(MessageId id, const Result<QList<Message>> &page);
    void besideArrived(bool older, const Result<QList<Message>> &page);
    void fetchBeside(bool older);
    void refreshUnsent();
    void refreshSubject(const QString &subject);
    void refreshNames();
    void linkChanged();
    void pageArrived(const Result<> &result);
    void prepend(const QList<Message> &older);
    void append(const QList<Message> &newer);
    void insertRowAt(int position, const TimelineRow &row);
    void removeRowsAt(int first, int last);
    void trimTop();
    void trimBottom();
    /// Whether nothing is older than what is known of the room: the cache's history, or the island.
    bool isBeginningKnown() const;
    void updateEdges();
    int storedCount() const { return static_cast<int>(m_rows.size()) - m_unsent; }
    int storedPosition(MessageId id) const;
    MessageId oldestId() const;
    MessageId newestId() const;
    MessageId floor() const;
    QList<Message> olderInCache(int limit) const;
    TimelineRow rowFor(const Message &message) const;
    TimelineRow rowFor(const OutboxItem &item) const;
    void overlay(TimelineRow &row, const QList<OutboxItem> &changes) const;
    void setLoading(bool loading);
    void findFirstUnread();
    void vanish(RoomId room);

    const RoomId m_room;
    ChatStore &m_store;
    ChatFetcher &m_fetcher;
    const QPointer<ChatFetcher> m_opener; ///< The same; a model may go after the session's parts.
    ChatWriter &m_writer;
    MarkWriter &m_marks;
    QList<Member> m_others;      ///< Who else is in the room.
    MessageId m_awaited;         ///< What openAround() has asked the server for.
    QString m_hidden;            ///< The clientId of the message that setHidden() hides.
    bool m_isIsland = false;     ///< The rows lie where the cache may have gaps; the server pages on both sides.
    bool m_islandBegins = false; ///< Nothing is older than the island.
    QList<TimelineRow> m_rows;   ///< Stored messages by id, then the unsent in the order they were written.
    int m_unsent = 0;
    MessageId m_readAtOpening;
    MessageId m_seen; ///< The newest that has been on screen.
    MessageId m_firstUnread;
    bool m_lookForUnread = true;
    bool m_canLoadOlder = false;
    bool m_atEnd = true;
    bool m_loading = false;
};

} // namespace rialto
