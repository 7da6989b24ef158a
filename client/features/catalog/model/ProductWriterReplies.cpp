// The part of ProductWriter that hears what became of the writes.
#include "features/catalog/model/ProductStore.h"
#include "features/catalog/model/ProductWriter.h"
#include "protocol/Codec.h"

using namespace Qt::StringLiterals;

namespace rialto {

void ProductWriter::acknowledged(const OutboxItem &item, const QJsonObject &reply)
{
    if (isRemoval(item)) {
        removed(idOf(item.subject));
        return;
    }
    const Result<Product> product = fromJson<Product>(reply, Check::Shape);
    if (!product)
        return;
    m_store.apply(*product);
    if (isCreation(item))
        created(item.clientId, *product);
    else
        changed(item.subject, *product);
}

// What was done to the product while it had no id can go now.
void ProductWriter::created(const QString &clientId, const Product &product)
{
    (void)m_outbox.alter([&](OutboxItem &item) {
        if (item.dependsOn != clientId)
            return false;
        item.params.insert("productId"_L1, product.id.value);
        item.params.insert("baseVersion"_L1, product.version);
        item.subject = subjectOf(product.id);
        item.dependsOn.clear();
        return true;
    });
}

// The changes behind were made on top of this one, so they are meant for its version.
void ProductWriter::changed(const QString &subject, const Product &product)
{
    (void)m_outbox.alter([&](OutboxItem &item) {
        if (item.subject != subject || item.attempted || item.failed)
            return false;
        item.params.insert("baseVersion"_L1, product.version);
        return true;
    });
}

// The event will say the same; until then the product must not come back to sight.
void ProductWriter::removed(ProductId id)
{
    std::optional<Product> product = m_store.find(id);
    if (!product)
        return;
    product->deletedAt = m_clock.nowMs();
    ++product->version;
    m_store.apply(*product);
}

OutboxHandler::Refusal ProductWriter::refused(const OutboxItem &item, const Error &error)
{
    if (isRemoval(item) && (error.code == ErrorCode::NotFound || !m_store.find(idOf(item.subject))))
        return Refusal::Forget;
    if (isChange(item) && (error.code == ErrorCode::NotFound || !m_store.find(idOf(item.subject)))) {
        Q_EMIT writeRefused(idOf(item.subject), error);
        return Refusal::Forget;
    }
    if (const Result<Product> current = fromJson<Product>(error.current, Check::Shape);
        current && current->id.isValid())
        m_store.apply(*current);
    return Refusal::Park;
}

// With the product goes its row, and with the row the place where a person could do something about a refusal.
void ProductWriter::forgetIfGone(ProductId id)
{
    if (m_store.find(id))
        return;
    for (const OutboxItem &item : m_outbox.itemsOf(subjectOf(id))) {
        if (item.failed)
            m_outbox.discard(item.clientId);
    }
}

// Later changes of the same product stand on the refused one: they become part of it.
void ProductWriter::parked(const OutboxItem &item)
{
    if (!isCreation(item) && !isChange(item) && !isRemoval(item))
        return;
    for (const OutboxItem &later : m_outbox.itemsOf(item.subject)) {
        if (!isChange(later) || later.clientId == item.clientId || !Outbox::isMutable(later) || isRemoval(item))
            continue;
        QJsonObject difference = later.params;
        for (const auto name : {"productId"_L1, "clientId"_L1, "baseVersion"_L1})
            difference.remove(name);
        m_outbox.discard(later.clientId);
        (void)m_outbox.alter([&](OutboxItem &other) {
            if (other.clientId == item.clientId)
                insertAll(other.params, difference);
            return other.clientId == item.clientId;
        });
    }
    if (isConflict(item) && isChange(item))
        Q_EMIT conflictFound(idOf(item.subject));
    else
        Q_EMIT writeRefused(idOf(item.subject), item.error);
}

} // namespace rialto
