#pragma once

#include "features/chat/model/SearchModel.h"

#include <memory>

namespace rialto {

/// What the messages of a room carry, the newest first: its pictures, or its other files. They are found as messages
/// are (SearchModel): on the server while it can be reached, else in the cache; they follow what comes, is edited and
/// is deleted. More is fetched as a view asks for it (fetchMore); that may take many pages, of which few have any of
/// the kind. Lives on: GUI thread.
class AttachmentModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class Kind { Pictures, Files };

    struct Row
    {
        Attachment file;
        MessageId message;
        QString author;  ///< Their name.
        qint64 time = 0; ///< Of the message, epoch milliseconds.

        bool operator==(const Row &other) const;
    };

    AttachmentModel(std::unique_ptr<SearchModel> messages, Kind kind, QObject *parent = nullptr);

    /// Goes on where it was when the room is the same.
    void showRoom(RoomId room);
    /// Looks no further until showRoom().
    void pause() { m_wanted = 0; }
    /// Shows nothing, and follows nothing.
    void clear();

    int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole: the name; AccessibleTextRole: with size, person and time.
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    const Row &row(int row) const { return m_rows.at(row); }
    QList<Attachment> files() const;
    /// Size, person and time in words.
    QString detailsOf(int row) const;
    /// How the search of them stands.
    const SearchModel &search() const { return *m_messages; }
    /// Whether more is being looked for.
    bool isLooking() const;

Q_SIGNALS:
    /// Of the search, or of the rows.
    void stateChanged();

private:
    QList<Row> found() const;
    void follow();
    void refresh();
    void replaceRows(const QList<Row> &rows);
    void fillPage();
    bool isShort() const;

    const std::unique_ptr<SearchModel> m_messages;
    const Kind m_kind;
    RoomId m_room;
    QList<Row> m_rows;
    int m_wanted = 0; ///< Rows.
};

} // namespace rialto
