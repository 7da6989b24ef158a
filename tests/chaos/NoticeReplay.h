#pragma once

#include "chaos/OwnerReplay.h"

#include <functional>

namespace rialto::chaos {

/// A notification as it must stand in the end.
struct Notice
{
    qint64 user = 0;
    QString kind;
    qint64 room = 0;
    qint64 actor = 0;
    QList<qint64> messages; ///< That it counts, in the order in which they were told.
    int told = 0;
    bool gone = false;   ///< What it told of was withdrawn.
    bool edited = false; ///< One of its messages called later, by an edit.

    bool countsMessages() const { return kind != u"reaction" && !messages.isEmpty(); }
};

/// Reads a server's log from its beginning and works out, with rules of its own, whom each message, edit, reaction,
/// invitation, friendship and inherited room must have told: exactly those events `notify.posted` must stand beside
/// their cause. From them come the notifications that must stand in the end, and what each of them counts.
class NoticeReplay
{
public:
    using Find = std::function<void(Fault, const QString &)>;

    explicit NoticeReplay(const Find &find) : m_find(find), m_owners(find) {}

    // What the log does not say, or no longer, from those who did it. Before the first play().
    void addUser(const QString &name, qint64 id) { m_users.insert(name, id); }
    void addText(const QString &clientId, const QString &text) { m_texts.insert(clientId, text); }
    /// Somebody was taken into a room by others, or went in alone, or may have.
    void addInvitation(qint64 room, qint64 user) { m_invited.insert({room, user}); }
    void addEntry(qint64 room, qint64 user) { m_entered.insert({room, user}); }

    void play(const QString &topic, const QString &type, const QJsonObject &data);
    /// After the last event.
    void end() { settle({}); }
    const QMap<qint64, Notice> &notices() const { return m_notices; }

private:
    struct Told
    {
        qint64 user = 0;
        QJsonObject data;
    };
    struct Owed
    {
        qint64 user = 0;
        QString kind;
        qint64 message = 0;
        bool edited = false;
        bool optional = false;
    };
    struct Said
    {
        qint64 author = 0;
        bool everyone = false;
        QSet<qint64> called;
        QSet<QString> reactions;
    };

    void settle(const QString &before);
    void claim(const Told &told, const Owed &owed);
    bool claimFrom(QList<Owed> &owed, const Told &told);
    void playMessage(const QString &type, const QJsonObject &data);
    void posted(const QJsonObject &message);
    void edited(const QJsonObject &message);
    void reacted(const QJsonObject &message);
    void erased(qint64 message);
    void playMembership(const QString &type, const QJsonObject &data);
    void playFriend(const QJsonObject &friendship);
    void withdraw(const std::function<bool(const Notice &)> &which);
    Said saidIn(const QJsonObject &message, const QString &text) const;
    bool isWanted(qint64 user, const QString &kind, qint64 room) const;
    QList<qint64> calledBy(const Said &said, qint64 room) const;

    const Find m_find;
    OwnerReplay m_owners;
    QMap<QString, qint64> m_users;
    QMap<QString, QString> m_texts;
    QSet<QPair<qint64, qint64>> m_invited;
    QSet<QPair<qint64, qint64>> m_entered;
    QMap<qint64, QMap<qint64, QString>> m_members; ///< By room: how closely each follows it.
    QSet<qint64> m_known;                          ///< Rooms that somebody was in.
    QMap<qint64, QSet<qint64>> m_direct;
    QMap<qint64, Said> m_said; ///< By message.
    QMap<QPair<qint64, qint64>, QString> m_friends;
    QList<Owed> m_owed; ///< By the event just played, which comes before what it tells.
    QList<Told> m_told; ///< Not owed by what stands before it; what stands behind it must owe it.
    QMap<qint64, Notice> m_notices;
};

} // namespace rialto::chaos
