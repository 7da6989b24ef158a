#pragma once

#include "protocol/Chat.h"
#include "text/SearchQuery.h"

#include <QAbstractListModel>
#include <optional>

namespace rialto {

class ApiClient;
class ChatStore;
class LinkStatus;

/// The messages that a search found, newest first. The server is asked while it can be reached; else, or when it does
/// not answer, the cache, which finds the same in what it holds. What is found follows later edits and deletions. More
/// is fetched as a view asks for it (fetchMore). Lives on: the GUI thread.
class SearchModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Roles {
        IdRole = Qt::UserRole + 1, ///< qint64
        RoomIdRole,                ///< qint64
        RoomTitleRole,             ///< QString
        AuthorIdRole,              ///< qint64
        AuthorNameRole,            ///< QString
        TextRole,                  ///< QString, also DisplayRole; plain text
        FileNamesRole,             ///< QStringList, of what it carries
        TimeRole,                  ///< qint64, epoch milliseconds. AccessibleTextRole: all that the row shows.
    };
    enum class State {
        Idle,      ///< Nothing is looked for.
        Searching, ///< And nothing was found yet.
        Done,
        Refused, ///< problem() or error() says why.
    };

    SearchModel(ChatStore &store, ApiClient &api, LinkStatus &link, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    /// Looks for what somebody typed, in a room or, where none is given, everywhere. Days are those of this machine.
    void search(const QString &text, RoomId room = {});
    void clear();
    /// From now on what is written in the room that is looked in is found at once, too, and when much of it was missed,
    /// everything is looked for again.
    void followNew() { m_followsNew = true; }

    State state() const { return m_state; }
    /// Only what is stored here was looked through.
    bool isFromCache() const { return m_fromCache; }
    /// Whether there may be more than what was found yet.
    bool hasMore() const { return m_isMore; }
    /// What is wrong with what was typed.
    std::optional<SearchProblem> problem() const { return m_problem; }
    std::optional<Error> error() const { return m_error; }
    const Message &message(int row) const { return m_found.at(row); }
    /// Where the words stand in a text.
    QList<Word> placesIn(const QString &text) const { return m_query.findIn(text); }

Q_SIGNALS:
    /// state(), problem(), error() or isFromCache() changed.
    void stateChanged();

private:
    static constexpr int kPageRows = 50;

    QString wordsFor(const Message &message) const;
    void askNext();
    void askServer();
    void askCache();
    void arrived(const Result<Page<Message>> &page);
    void append(QList<Message> messages);
    void insertNew(const Message &message);
    void setState(State state);
    void messageChanged(const Message &message);
    void removeRoom(RoomId room);
    void removeAt(int row);
    int findRow(MessageId id) const;
    void linkChanged();
    void historyChanged(RoomId room);
    void namesChanged();
    QSet<RoomId> roomsToLookIn() const;
    bool isRoomNamed(const SearchTerm &name, RoomId id) const;
    QSet<UserId> authorsToLookFor() const;

    ChatStore &m_store;
    ApiClient &m_api;
    LinkStatus &m_link;
    QList<Message> m_found;
    QString m_text; ///< As it was typed.
    SearchQuery m_query;
    RoomId m_room;
    State m_state = State::Idle;
    std::optional<SearchProblem> m_problem;
    std::optional<Error> m_error;
    QString m_cursor;   ///< Of the server, for what comes next.
    MessageId m_before; ///< Of the cache, likewise.
    int m_wanted = 0;   ///< Rows that are wanted now; pages may be short.
    bool m_isMore = false;
    bool m_followsNew = false;
    bool m_isAsking = false;
    bool m_fromCache = false;
    bool m_isCut = false;     ///< The connection was lost between two pages.
    quint64 m_generation = 0; ///< Of the search; late answers to an earlier one are not taken.
};

} // namespace rialto
