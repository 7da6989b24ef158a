#pragma once

#include "base/Clock.h"
#include "cache/OutboxTable.h"
#include "net/Backoff.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace rialto {

class ApiClient;

/// What a feature knows about its writes in the outbox.
class OutboxHandler
{
public:
    enum class Refusal {
        Park,   ///< Keep it, failed, until the person retries or discards it.
        Forget, ///< It no longer matters.
    };

    virtual ~OutboxHandler() = default;
    /// The server has done it: merge the reply. Called inside a transaction of the cache; the item has left the outbox.
    virtual void acknowledged(const OutboxItem &item, const QJsonObject &reply) = 0;
    /// The server will never do it.
    virtual Refusal refused(const OutboxItem &item, const Error &error) = 0;
};

/// Writes on their way to the server: kept in the cache before they are sent, sent one at a time in the order they were
/// made, and again with the same clientId until the server answers, so that each is done exactly once. A refusal for
/// good parks the item and lets the next go; a passing one (unavailable, rate limit, full disk) makes all wait, because
/// their order matters. Lives on: the GUI thread.
class Outbox : public QObject
{
    Q_OBJECT

public:
    Outbox(Database &database, OutboxTable &table, ApiClient &api, const Clock &clock, Backoff backoff = Backoff(),
           QObject *parent = nullptr);

    /// Who answers for the items of a method, for example "chat.send". Before the first item of that method is added.
    void setHandler(const QString &method, OutboxHandler &handler) { m_handlers.insert(method, &handler); }
    /// Whether the connection is there and all missed events are applied.
    void setReady(bool ready);

    /// Keeps the item and sends it when its turn comes. StorageFull: it could not be kept and will not be sent.
    Result<> add(OutboxItem item);
    const QList<OutboxItem> &items() const { return m_items; }
    /// Null when it is not, or no longer, in the outbox. The pointer is good until the outbox changes.
    const OutboxItem *find(const QString &clientId) const;
    QList<OutboxItem> itemsOf(const QString &subject) const;
    /// What an item depends on that is not to be sent before its files are; whoever sends those clears it.
    static inline const QString kHeldByFiles = QStringLiteral("files");

    /// Whether its params may still be changed: it was never sent, or it was refused.
    static bool isMutable(const OutboxItem &item) { return !item.attempted || item.failed; }

    /// Changes items in place; `change` is called for each and returns whether it did. Not for clientId. StorageFull:
    /// the changes could not be kept, and none was made.
    Result<> alter(const std::function<bool(OutboxItem &)> &change);
    /// Sends a failed item once more, behind all others.
    void retry(const QString &clientId);
    /// Keeps an item, failed, until the person retries or discards it.
    void park(const QString &clientId, const Error &error);
    /// Forgets an item, and those that depend on it. One that is on its way at this moment stays.
    void discard(const QString &clientId);
    /// The server has done the item, as an event told before the reply came.
    void settle(const QString &clientId, const QJsonObject &reply);

Q_SIGNALS:
    /// Items about this subject came, went or changed.
    void changed(const QString &subject);
    /// An item was parked.
    void parked(const rialto::OutboxItem &item);

private:
    OutboxItem *findMutable(const QString &clientId);
    OutboxItem *nextSendable();
    OutboxItem take(const QString &clientId);
    void sendNext();
    bool reserveNext();
    void transmit();
    void answered(const QString &clientId, const Result<QJsonObject> &reply);
    void refuse(OutboxItem &item, const Error &error);
    void waitAndRetry(const Error &error);

    Database &m_database;
    OutboxTable &m_table;
    ApiClient &m_api;
    const Clock &m_clock;
    Backoff m_backoff;
    QHash<QString, OutboxHandler *> m_handlers;
    QList<OutboxItem> m_items;
    QTimer m_retryTimer;
    QString m_inFlight;
    bool m_ready = false;
};

} // namespace rialto
