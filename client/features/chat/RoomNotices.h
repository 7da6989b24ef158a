#pragma once

#include <functional>

#include "protocol/Chat.h"

namespace rialto {

/// A line between the messages of a room, such as "Olena added Jonas".
struct RoomNotice
{
    qint64 time = 0; ///< Epoch milliseconds.
    QString words;
};

/// What the members of a room tell about how it came to be as it is: who made it, who came, who was added by whom, who
/// left or was removed. Of who came back only that is told, and conversations of two tell nothing.
class RoomNotices
{
public:
    /// Reads everything anew. False when nothing is told differently from before.
    /// `members` are those who are in it and those who were.
    bool read(const Room &room, const QList<Member> &members, const std::function<QString(UserId)> &nameOf);

    bool isEmpty() const { return m_changes.isEmpty(); }
    /// Those after one moment and up to another, in order and in the current language. Who came, or
    /// went, within five minutes by the same hand stand in one line.
    QList<RoomNotice> between(qint64 afterMs, qint64 untilMs) const;

private:
    struct Change
    {
        enum class Kind { Made, Came, Went };

        qint64 time = 0;
        Kind kind = Kind::Came;
        QString name;
        QString by; ///< Empty for who came or went by themselves.

        bool operator==(const Change &) const = default;
        bool isTogetherWith(const Change &later) const;
        /// `who`: this one, and those it is together with.
        QString words(const QString &who) const;
    };

    static QList<Change> changesOf(const Room &room, const QList<Member> &members,
                                   const std::function<QString(UserId)> &nameOf);

    QList<Change> m_changes; ///< By time.
};

} // namespace rialto
