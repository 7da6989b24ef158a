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

/// What the members of a room tell about how it came to be as it is: who made it, who came, who was added by whom.
/// Whoever has left is not told of, and conversations of two tell nothing.
class RoomNotices
{
public:
    /// Reads everything anew. False when nothing is told differently from before.
    bool read(const Room &room, const QList<Member> &members, const std::function<QString(UserId)> &nameOf);

    bool isEmpty() const { return m_arrivals.isEmpty(); }
    /// Those after one moment and up to another, in order and in the current language. Who came within five minutes by
    /// the same hand stand in one line.
    QList<RoomNotice> between(qint64 afterMs, qint64 untilMs) const;

private:
    struct Arrival
    {
        qint64 time = 0;
        QString name;
        QString adder; ///< Empty for who came by themselves.
        bool isMaker = false;

        bool operator==(const Arrival &) const = default;
        bool isTogetherWith(const Arrival &later) const;
    };

    QList<Arrival> m_arrivals; ///< By time.
};

} // namespace rialto
