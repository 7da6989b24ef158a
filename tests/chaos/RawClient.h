#pragma once

#include "chaos/History.h"
#include "chaos/World.h"

#include <QNetworkAccessManager>
#include <QRandomGenerator>
#include <QSet>
#include <QTimer>
#include <QWebSocket>
#include <memory>

namespace rialto::chaos {

/// A client of the protocol alone, written for the trial: it works at random, resends what was not answered with the
/// same keys, resumes, and records all it does and is told. Lives on: the thread of the driver.
class RawClient : public QObject
{
    Q_OBJECT

public:
    struct Setup
    {
        QString name;
        quint16 port = 0; ///< On 127.0.0.1: the proxy's.
        quint32 seed = 0;
        RoomId general; ///< The room that nobody leaves; an invalid one until work() is allowed.
        /// Whose further device this is: it signs in to that account, and changes only what two devices of one person
        /// may change at the same time. Empty: an account of its own.
        QString deviceOf = {};
    };

    static constexpr const char *kPassword = "correct horse battery";

    RawClient(const Setup &setup, HistoryWriter &history);
    ~RawClient() override;

    const QString &name() const { return m_setup.name; }
    UserId me() const { return m_world.me(); }
    const QString &accessToken() const { return m_accessToken; }
    const World &world() const { return m_world; }
    /// Registers the account or signs in, and stays connected from then on.
    void begin();
    void setGeneral(RoomId room) { m_setup.general = room; }
    /// Makes a room; its id appears in world().
    void createRoom();
    void join(RoomId room);
    /// Whether it goes on with new operations of its own choice.
    void setWorking(bool working);
    /// Connected, nothing missed, nothing unanswered.
    bool isSettled() const { return isCaughtUp() && m_operations.isEmpty() && m_toFetch.isEmpty() && m_lists == 0; }
    bool isCaughtUp() const { return m_started && m_caughtUp; }
    /// Asks once more how far the server has come; isCaughtUp() is false until it answers.
    void askHowFar();

private:
    using Answer = std::function<void(const ServerFrame &)>;
    struct Operation
    {
        qint64 number = 0;
        QByteArray method;
        QJsonObject params;
        QString target; ///< What it changes; nothing else changes that before the answer.
        bool sent = false;
        bool waiting = false; ///< Refused for the moment; sent again soon.
    };

    // RawClient.cpp: the connection.
    void post(const QString &path, const QJsonObject &body);
    void signedIn(const QJsonObject &reply);
    void connectNow();
    void lost();
    void startSession();
    void started(const ServerFrame &reply, qint64 after);
    void receive(const QString &text);
    void applyEvent(const ServerFrame &event);
    void call(const QByteArray &method, const QJsonObject &params, Answer answer);
    void watch();
    void listAll(qsizetype from = 0);
    void take(const QByteArray &method, const QJsonObject &item);
    void fetchRoom(RoomId room);
    void page(const QByteArray &method, const QJsonObject &params, std::function<void(const QJsonObject &)> each,
              std::function<void()> done);
    void transmit(Operation &operation);
    void answered(qint64 number, const ServerFrame &reply);
    void giveUpSome();

    // RawWork.cpp: what it does.
    void work();
    void invoke(const QByteArray &method, QJsonObject params, const QString &target, const QJsonObject &more = {});
    void send();
    void changeMessage();
    void markMessage();
    void changeProduct();
    void createProduct();
    void markRead();
    void moveBetweenRooms();
    void changeRooms();
    void readPage();
    bool isBusy(const QString &target) const;
    QString account() const { return m_setup.deviceOf.isEmpty() ? m_setup.name : m_setup.deviceOf; }
    int chance(int below) { return static_cast<int>(m_random.bounded(below)); }
    RoomId someJoinedRoom();
    QString token() const;

    // RawSocial.cpp: friends, notifications, and what makes them.
    void beSocial();
    void answer();
    void changeFriend();
    void changeNotification();
    void removeNotification();
    void readAllNotifications();
    void invite();
    void openDirect();
    void changeWishes();
    std::optional<Notification> someNotification();
    QString words(RoomId room);
    static bool isByInvitation(RoomId room) { return room.value % 2 == 0; }

    // RawFiles.cpp: uploads, and the messages that carry them.
    void sendFile();
    void askHttp(const QByteArray &verb, const QString &path, const QByteArray &type, const QByteArray &body,
                 std::function<void(const QJsonObject &)> then);

    Setup m_setup;
    HistoryWriter &m_history;
    World m_world;
    QRandomGenerator m_random;
    QNetworkAccessManager m_http;
    std::unique_ptr<QWebSocket> m_socket;
    QTimer m_reconnect;
    QTimer m_watch;
    QTimer m_work;
    QString m_accessToken;
    QString m_refreshToken;
    QString m_epoch;
    qint64 m_seq = -1;
    qint64 m_head = 0;
    qint64 m_heardAt = 0;
    qint64 m_lastCall = 0;
    qint64 m_lastOperation = 0;
    int m_connection = 0;
    int m_lists = 0;
    bool m_started = false;
    bool m_caughtUp = false;
    bool m_listed = false;
    QMap<qint64, Answer> m_calls;
    QList<Operation> m_operations; ///< Not answered yet, in the order of invocation.
    QSet<RoomId> m_toFetch;
    QMap<UserId, QString> m_names; ///< Of people, for calling them.
};

} // namespace rialto::chaos
