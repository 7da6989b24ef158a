#pragma once

#include <QAbstractListModel>
#include <optional>

#include "features/chat/ChatContext.h"

namespace rialto {

/// The rooms whose titles, or the other one's account name, match what is typed, letter after letter, the best match
/// first; among equals the newest. People one has no talk with yet stand among them, with the roles of a room that is
/// not there. Lives on: GUI thread.
class RoomMatches final : public QAbstractListModel
{
    Q_OBJECT
public:
    struct Scope
    {
        bool onlyJoined = false; ///< And no people.
        RoomId without;
    };

    RoomMatches(const ChatContext &context, const Scope &scope, QObject *parent);
    void setText(const QString &text);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    /// How well a title matches: 0 not at all; more for beginnings of the title and of its words.
    static int score(const QString &title, const QString &typed);
    /// How well somebody matches, by either of their names.
    static int score(const User &person, const QString &typed);
    /// How well a room of the model matches: by its title or, where it is a talk with one person, their account name.
    static int score(const QModelIndex &room, const QString &typed, const ChatContext &context);

private:
    struct Match
    {
        std::tuple<int, bool, qint64> rank; ///< Score, whether one is in it, time of the newest message.
        RoomId room;
        UserId person; ///< Where there is no room.
    };

    void find();
    void findPeople();
    static QVariant personData(const User &person, int role);

    const ChatContext m_context;
    const Scope m_scope;
    QString m_text;
    QList<Match> m_matches;
};

} // namespace rialto
