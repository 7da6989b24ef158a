#pragma once

#include "chaos/History.h"
#include "chaos/World.h"
#include "features/auth/model/SignIn.h"
#include "session/Session.h"

#include <QRandomGenerator>
#include <QTimer>
#include <memory>

namespace rialto {
class Cache;
}

namespace rialto::chaos {

/// The client's own core, without windows, in a process of its own that may be killed at any moment and started again
/// on its folder. It is told what to do in lines on its standard input and tells its state in lines on its standard
/// output: `link STATE UNSENT`, `burst done`, `state HASH`. Lives on: the main thread.
class HeadlessClient : public QObject
{
    Q_OBJECT

public:
    struct Setup
    {
        QString folder;
        QString server; ///< For example "http://127.0.0.1:3000".
        QString name;
        QString history;
        quint32 seed = 0;
    };

    explicit HeadlessClient(const Setup &setup);

    void begin();
    /// `room N`: joins this room and works in it from then on. `work`, `pause`. `burst N`: N messages at once.
    /// `settle`: lets go what was refused. `show`: records and tells what is shown at this moment.
    void obey(const QString &line);

private:
    void signIn();
    void open();
    void joinRoom();
    void tellState();
    static void tellProblem(const QString &problem);
    void work();
    void send();
    void changeMessage();
    void changeProduct();
    // HeadlessSocial.cpp
    void beSocial();
    void changeFriend();
    void changeNotification();
    void removeNotification();
    void readAllNotifications();
    void showSocial(World &world, Cache &cache);
    void settle();
    void show();
    void discardRefused();
    void readHistoryBack();
    World shown();
    void showMessages(World &world, RoomId room);
    qint64 invoke(const QString &method, const QJsonObject &params);
    int chance(int below) { return static_cast<int>(m_random.bounded(below)); }

    const Setup m_setup;
    HistoryWriter m_history;
    SystemClock m_clock;
    Profile m_profile;
    SignIn m_signIn;
    std::unique_ptr<Session> m_session;
    QRandomGenerator m_random;
    QTimer m_work;
    QTimer m_settle;
    RoomId m_room;
    bool m_joining = false;
    bool m_registered = false;
    qint64 m_lastOperation = 0;
    QMap<QString, qint64> m_creations; ///< Operation by clientId, to tell which one was refused.
};

} // namespace rialto::chaos
