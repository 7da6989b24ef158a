#pragma once

#include "base/Clock.h"
#include "net/Outbox.h"
#include "protocol/Catalog.h"

namespace rialto {

class ProductStore;

/// One's own changes of the catalogue on their way to the server. Lives on: the GUI thread.
class ProductWriter : public QObject, public OutboxHandler
{
    Q_OBJECT

public:
    ProductWriter(ProductStore &store, Outbox &outbox, const Clock &clock, QObject *parent = nullptr);

    Outbox &outbox() { return m_outbox; }

    /// Returns the localId, which is the clientId of the write.
    Result<QString> create(const Product &product);
    /// Sends the fields in which `edited` differs from `shown`.
    Result<> change(const Product &shown, const Product &edited, qint64 baseVersion);
    Result<> changeUnsent(const QString &localId, const Product &shown, const Product &edited);
    void remove(ProductId id, qint64 baseVersion);
    void retry(const QString &subject);
    void discard(const QString &subject);
    /// Puts `chosen` in the place of the change that met a newer version.
    Result<> resolve(const Product &current, const Product &chosen);

    /// localIds of products that the server has not stored.
    QStringList unsent() const;
    /// The product that an unsent creation will make.
    static Product productOf(const OutboxItem &creation);
    /// Lays the fields of a change over a product.
    static void overlay(Product &product, const OutboxItem &change);
    static bool isCreation(const OutboxItem &item);
    static bool isChange(const OutboxItem &item);
    static bool isRemoval(const OutboxItem &item);
    static bool isConflict(const OutboxItem &item);

    static QString subjectOf(ProductId id);
    static QString subjectOf(const QString &localId);
    /// 0 for the subject of an unsent product or of something else.
    static ProductId idOf(const QString &subject);

    void acknowledged(const OutboxItem &item, const QJsonObject &reply) override;
    Refusal refused(const OutboxItem &item, const Error &error) override;

Q_SIGNALS:
    void conflictFound(rialto::ProductId id);
    void writeRefused(rialto::ProductId id, const rialto::Error &error);

private:
    static void insertAll(QJsonObject &into, const QJsonObject &fields);
    Result<> fold(const OutboxItem &item, const QJsonObject &difference);
    Result<> addChange(const QString &subject, const QString &dependsOn, ProductId id,
                       std::optional<qint64> baseVersion, const QJsonObject &difference);
    Result<> add(const char *method, const QString &clientId, const QString &subject, const QString &dependsOn,
                 const QJsonObject &params);
    void created(const QString &clientId, const Product &product);
    void changed(const QString &subject, const Product &product);
    void removed(ProductId id);
    void forgetIfGone(ProductId id);
    void parked(const OutboxItem &item);
    std::optional<OutboxItem> mutableChange(const QString &subject) const;

    ProductStore &m_store;
    Outbox &m_outbox;
    const Clock &m_clock;
};

} // namespace rialto
