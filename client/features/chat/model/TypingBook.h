#pragma once

#include "base/Clock.h"
#include "protocol/Presence.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace rialto {

class ApiClient;
class EventBus;
class UserDirectory;

/// Who is writing in which room at this moment, and the word that oneself is. Lives on: the GUI thread.
class TypingBook : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 kForgetMs = 6000; ///< Without news of somebody.
    static constexpr qint64 kTellMs = 3000;   ///< Between two words of one's own.

    TypingBook(EventBus &bus, ApiClient &api, UserDirectory &directory, UserId me, const Clock &clock,
               QObject *parent = nullptr);

    /// "Olena is typing…", "Olena and Dmytro are typing…"; empty while nobody is.
    QString words(RoomId room) const;
    /// Something was typed in this room: the others are told, now and then.
    void typed(RoomId room);
    /// What was typed was sent or thrown away: the next key is told at once.
    void stopped();

Q_SIGNALS:
    void changed(rialto::RoomId room);

private:
    void heard(const Typing &typing);
    void forget(RoomId room, UserId user);
    void forgetOld();

    ApiClient &m_api;
    UserDirectory &m_directory;
    const UserId m_me;
    const Clock &m_clock;
    QHash<RoomId, QList<std::pair<UserId, qint64>>> m_typing; ///< With the moment to forget it (monotonic).
    QTimer m_timer;
    RoomId m_toldRoom;
    qint64 m_toldAtMs = 0;
};

} // namespace rialto
