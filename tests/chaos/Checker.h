#pragma once

#include "chaos/History.h"

#include <QMap>
#include <QSet>

namespace rialto::chaos {

/// What a history can be guilty of.
enum class Fault {
    LostWrite,            ///< Acknowledged, and not there in the end.
    DoubledWrite,         ///< Acknowledged once, there twice.
    UnknownTwice,         ///< Its outcome was unknown, and it was done twice.
    Phantom,              ///< Nobody asked for it, or it was refused, and it is there.
    LostContent,          ///< A file that an acknowledged message carries is gone or has other bytes.
    LostChange,           ///< An acknowledged edit, deletion or change that the end does not show.
    Reordered,            ///< Written or told in another order than it was acknowledged.
    Gap,                  ///< A reader was not told what concerns it.
    DoubledEvent,         ///< A reader was told twice.
    EventWithoutCommit,   ///< A reader was told what the log does not hold.
    LogHole,              ///< The log is not contiguous.
    ChangeBeforeCreation, ///< The log changes what it has not created yet.
    TwoTruths,            ///< Two contents for one version of an entity.
    StaleRead,            ///< A read that began after an acknowledgement did not show it.
    MarkerWentBack,       ///< A read marker moved to an older message.
    WrongMembership,      ///< The last acknowledged joining or leaving is not what stands.
    Untold,               ///< What must have made a notification made none.
    Miscounted,           ///< A notification counts or quotes something else than what it tells of.
    Diverged,             ///< A client ended in another state than the server.
};

QString nameOf(Fault fault);

struct Finding
{
    Fault fault;
    QString detail;
};

struct Verdict
{
    QList<Finding> findings;
    qint64 operations = 0;
    qint64 acknowledged = 0; ///< Writes answered with success, or taken over by an outbox.
    qint64 unknown = 0;
    qint64 refused = 0;
    qint64 events = 0; ///< Delivered to all readers together.

    qint64 count(QList<Fault> faults) const;
};

struct Notice;

/// Decides over the histories of all clients together with the server's final state. A message is known by its
/// clientId and by its token, the first word of its text; a product by its SKU; a room by its name: whoever writes a
/// history makes these unique and leaves them alone.
class Checker
{
public:
    void add(const Record &record);
    Verdict verdict();

private:
    enum class Outcome { Open, Kept, Ok, Failed, Unknown };
    struct Operation
    {
        QString client;
        qint64 op = 0;
        QString method;
        QJsonObject params;
        bool ordered = false;
        qint64 invokedAt = 0;
        qint64 endedAt = 0;
        Outcome outcome = Outcome::Open;
        QString clientId;
        QJsonObject reply;

        bool isPromised() const { return outcome == Outcome::Ok || outcome == Outcome::Kept; }
        QString name() const { return QStringLiteral("%1/%2 %3").arg(client).arg(op).arg(method); }
    };
    struct Delivered
    {
        qint64 seq = 0;
        QString topic;
        QString type;
    };
    struct Reader
    {
        qint64 user = 0;
        qint64 from = -1; ///< Everything after this event is owed to it.
        qint64 caughtUp = -1;
        QList<Delivered> events; ///< In the order of arrival.
    };
    struct LogEntry
    {
        QString topic;
        QString type;
        QJsonObject data;
    };

    Operation &operation(const Record &record);
    void addToReader(const Record &record);
    void find(Fault fault, const QString &detail);

    // CheckerWrites.cpp: operations against rows.
    void indexRows();
    void checkCreations();
    void checkCreation(const Operation &operation);
    void checkContents();
    void checkDoubles();
    void checkPhantoms();
    void checkReplies();
    void checkLastChanges();
    void checkMemberships();
    void checkMarks();
    void checkFriends();
    void checkFriendsOf(const QPair<qint64, qint64> &pair, const QList<const Operation *> &operations);
    static const Operation *lastWordOf(const QList<const Operation *> &operations);
    void checkOrder();
    void checkOrderIn(QList<const Operation *> sends);
    void checkReads();
    QList<const QJsonObject *> rowsOf(const Operation &operation) const;
    const QJsonObject *messageFor(const Operation &operation) const;

    // CheckerNotices.cpp: what the log must have told, and what stands of it.
    void checkNotices();
    void checkNotice(const QString &name, const Notice &notice);
    void checkCalmed(const QString &name, const Notice &notice, const QJsonObject &row);
    void checkReadAll();
    bool wasAsked(const QString &method, const QString &notification, std::optional<bool> read, qint64 since = 0) const;

    // CheckerEvents.cpp: the log, the readers, the final states.
    void checkLog();
    void checkReaders();
    void checkReader(const QString &name, const Reader &reader);
    void checkCoverage(const QString &name, const Reader &reader);
    QMap<QString, qint64> roomsOf(qint64 user, qint64 upTo) const;
    void checkFinals();
    void noteTruth(const QString &kind, const QJsonObject &data, const QString &where);

    QMap<QPair<QString, qint64>, Operation> m_operations;
    QMap<QString, Reader> m_readers;
    QList<Record> m_reads;
    QMap<qint64, LogEntry> m_log;
    QMap<QString, QList<QJsonObject>> m_rows; ///< By kind.
    QMap<QString, QJsonObject> m_finals;
    QMap<QString, QJsonObject> m_truths;

    QMap<QString, QList<const QJsonObject *>> m_byClientId; ///< Messages.
    QMap<QString, QList<const QJsonObject *>> m_byToken;    ///< Messages by first word, products by SKU, rooms by name.
    QMap<QString, const QJsonObject *> m_byEntity;          ///< "message:7", "member:3:8".
    QMap<QString, QPair<QByteArray, QString>> m_versions;   ///< Content by "message:7@2", and where it was seen first.
    QSet<QString> m_deleted; ///< By clientId: one that was deleted before it left need never have been there.
    QMap<Fault, int> m_found;
    Verdict m_verdict;
};

/// Judges all records of these files.
Verdict judge(const QStringList &files);

} // namespace rialto::chaos
