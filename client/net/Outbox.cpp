#include "net/Outbox.h"

#include "net/ApiClient.h"

#include <QJsonDocument>
#include <QSet>

namespace rialto {
namespace {

// The same request may succeed later; nothing was done.
bool isPassing(ErrorCode code)
{
    return code == ErrorCode::Unavailable || code == ErrorCode::RateLimited || code == ErrorCode::StorageFull ||
           code == ErrorCode::Unauthenticated;
}

} // namespace

Outbox::Outbox(Database &database, OutboxTable &table, ApiClient &api, const Clock &clock, Backoff backoff,
               QObject *parent)
    : QObject(parent),
      m_database(database),
      m_table(table),
      m_api(api),
      m_clock(clock),
      m_backoff(std::move(backoff)),
      m_items(table.all())
{
    m_retryTimer.setSingleShot(true);
    connect(&m_retryTimer, &QTimer::timeout, this, &Outbox::sendNext);
}

void Outbox::setReady(bool ready)
{
    if (m_ready == ready)
        return;
    m_ready = ready;
    m_retryTimer.stop();
    if (m_ready) {
        m_backoff.reset();
        sendNext();
    }
}

Result<> Outbox::add(OutboxItem item)
{
    item.createdAtMs = m_clock.nowMs();
    // It leaves at once: then one durable write tells both that it exists and that it was sent.
    item.attempted =
        m_ready && m_inFlight.isEmpty() && !m_retryTimer.isActive() && item.dependsOn.isEmpty() && !nextSendable();
    Transaction transaction(m_database);
    item.position = m_table.add(item);
    if (const Result<> kept = transaction.commit(); !kept)
        return kept;
    const QString subject = item.subject;
    m_items.append(std::move(item));
    Q_EMIT changed(subject);
    // Not from here: when this happens inside a transaction, what is sent must wait for its commit.
    QMetaObject::invokeMethod(this, &Outbox::sendNext, Qt::QueuedConnection);
    return {};
}

const OutboxItem *Outbox::find(const QString &clientId) const
{
    const auto found =
        std::find_if(m_items.begin(), m_items.end(), [&](const OutboxItem &item) { return item.clientId == clientId; });
    return found == m_items.end() ? nullptr : &*found;
}

OutboxItem *Outbox::findMutable(const QString &clientId)
{
    const auto found =
        std::find_if(m_items.begin(), m_items.end(), [&](const OutboxItem &item) { return item.clientId == clientId; });
    return found == m_items.end() ? nullptr : &*found;
}

QList<OutboxItem> Outbox::itemsOf(const QString &subject) const
{
    QList<OutboxItem> found;
    std::copy_if(m_items.begin(), m_items.end(), std::back_inserter(found),
                 [&](const OutboxItem &item) { return item.subject == subject; });
    return found;
}

Result<> Outbox::alter(const std::function<bool(OutboxItem &)> &change)
{
    const QList<OutboxItem> before = m_items;
    QSet<QString> subjects;
    Transaction transaction(m_database);
    for (OutboxItem &item : m_items) {
        const QString subject = item.subject;
        if (!change(item))
            continue;
        m_table.update(item);
        subjects += {subject, item.subject};
    }
    if (Result<> kept = transaction.commit(); !kept) {
        m_items = before;
        return kept;
    }
    for (const QString &subject : std::as_const(subjects))
        Q_EMIT changed(subject);
    QMetaObject::invokeMethod(this, &Outbox::sendNext, Qt::QueuedConnection);
    return {};
}

void Outbox::retry(const QString &clientId)
{
    const OutboxItem *found = find(clientId);
    if (!found || !found->failed)
        return;
    Transaction transaction(m_database);
    OutboxItem item = take(clientId);
    item.failed = item.attempted = false;
    item.error = {};
    item.position = m_table.add(item);
    (void)transaction.commit();
    m_items.append(item);
    Q_EMIT changed(item.subject);
    QMetaObject::invokeMethod(this, &Outbox::sendNext, Qt::QueuedConnection);
}

void Outbox::discard(const QString &clientId)
{
    if (clientId == m_inFlight || !find(clientId))
        return;
    QStringList gone{clientId};
    for (const OutboxItem &item : std::as_const(m_items)) {
        if (gone.contains(item.dependsOn))
            gone.append(item.clientId);
    }
    QSet<QString> subjects;
    {
        Transaction transaction(m_database);
        for (const QString &id : std::as_const(gone))
            subjects.insert(take(id).subject);
        (void)transaction.commit();
    }
    for (const QString &subject : std::as_const(subjects))
        Q_EMIT changed(subject);
}

void Outbox::settle(const QString &clientId, const QJsonObject &reply)
{
    if (!find(clientId))
        return;
    OutboxItem item;
    {
        // If this commit fails, the item comes back at the next start and the server repeats its answer.
        Transaction transaction(m_database);
        item = take(clientId);
        if (OutboxHandler *const handler = m_handlers.value(item.method))
            handler->acknowledged(item, reply);
        (void)transaction.commit();
    }
    Q_EMIT changed(item.subject);
}

OutboxItem *Outbox::nextSendable()
{
    for (OutboxItem &item : m_items) {
        if (!item.failed && item.dependsOn != kHeldByFiles && (item.dependsOn.isEmpty() || !find(item.dependsOn)))
            return &item;
    }
    return nullptr;
}

OutboxItem Outbox::take(const QString &clientId)
{
    m_table.remove(clientId);
    const auto found =
        std::find_if(m_items.begin(), m_items.end(), [&](const OutboxItem &item) { return item.clientId == clientId; });
    OutboxItem item = *found;
    m_items.erase(found);
    return item;
}

void Outbox::sendNext()
{
    if (reserveNext())
        transmit();
}

// Chooses what goes next and notes durably that it may have arrived.
bool Outbox::reserveNext()
{
    if (!m_ready || !m_inFlight.isEmpty() || m_retryTimer.isActive())
        return false;
    OutboxItem *const item = nextSendable();
    if (!item)
        return false;
    if (!item->attempted) {
        item->attempted = true;
        Transaction transaction(m_database);
        m_table.update(*item);
        if (const Result<> kept = transaction.commit(); !kept) {
            item->attempted = false;
            waitAndRetry(kept.error());
            return false;
        }
    }
    m_inFlight = item->clientId;
    return true;
}

void Outbox::transmit()
{
    const OutboxItem *const item = find(m_inFlight);
    const QByteArray params = QJsonDocument(item->params).toJson(QJsonDocument::Compact);
    m_api.callRaw(item->method.toLatin1(), params, this,
                  [this, id = item->clientId](const Result<QJsonObject> &reply) { answered(id, reply); });
}

void Outbox::answered(const QString &clientId, const Result<QJsonObject> &reply)
{
    m_inFlight.clear();
    OutboxItem *const item = findMutable(clientId);
    bool hasNext = false;
    {
        // One durable write for the end of this item and the beginning of the next.
        Transaction transaction(m_database);
        if (reply) {
            m_backoff.reset();
            settle(clientId, *reply);
        } else if (isPassing(reply.error().code)) {
            waitAndRetry(reply.error());
        } else if (item) {
            refuse(*item, reply.error());
        }
        hasNext = reserveNext();
        if (const Result<> kept = transaction.commit(); !kept) {
            // What could not be noted must not be sent: it might be altered after a restart and sent again.
            hasNext = false;
            m_inFlight.clear();
            waitAndRetry(kept.error());
        }
    }
    if (hasNext)
        transmit();
}

void Outbox::refuse(OutboxItem &item, const Error &error)
{
    OutboxHandler *const handler = m_handlers.value(item.method);
    if (handler && handler->refused(item, error) == OutboxHandler::Refusal::Forget) {
        discard(item.clientId);
        return;
    }
    park(item.clientId, error);
}

void Outbox::park(const QString &clientId, const Error &error)
{
    OutboxItem *const item = findMutable(clientId);
    if (!item)
        return;
    item->failed = true;
    item->error = error;
    const OutboxItem copy = *item;
    Transaction transaction(m_database);
    m_table.update(copy);
    (void)transaction.commit();
    Q_EMIT changed(copy.subject);
    Q_EMIT parked(copy);
}

void Outbox::waitAndRetry(const Error &error)
{
    const qint64 delay = std::max(m_backoff.nextDelayMs(), qint64{error.retryAfterSeconds} * 1000);
    if (m_ready)
        m_retryTimer.start(static_cast<int>(std::min<qint64>(delay, 600'000)));
}

} // namespace rialto
