#include "features/catalog/model/ProductWriter.h"

#include "features/catalog/model/ProductStore.h"
#include "net/ClientId.h"
#include "protocol/Codec.h"

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

const QString kCreate = QString::fromLatin1(CreateProduct::method.name);
const QString kChange = QString::fromLatin1(ChangeProduct::method.name);
const QString kDelete = QString::fromLatin1(DeleteProduct::method.name);

template <Described T> QJsonObject objectOf(const T &value)
{
    return parseObject(toJson(value)).value_or(QJsonObject());
}

// The fields that a person edits, of which `edited` has another value.
QJsonObject differenceOf(const Product &shown, const Product &edited)
{
    const QJsonObject before = objectOf(shown);
    const QJsonObject after = objectOf(edited);
    QJsonObject difference;
    for (const auto name :
         {"sku"_L1, "name"_L1, "description"_L1, "price"_L1, "currency"_L1, "quantity"_L1, "unit"_L1}) {
        if (before.value(name) != after.value(name))
            difference.insert(name, after.value(name));
    }
    return difference;
}

template <Method Request> Result<> check(QJsonObject params)
{
    // The rules want an id, which a product on its way will have only later.
    if (params.value("productId"_L1).toInteger() == 0)
        params.insert("productId"_L1, 1);
    Request request;
    return decodeObject(params, Check::Rules, request);
}

} // namespace

ProductWriter::ProductWriter(ProductStore &store, Outbox &outbox, const Clock &clock, QObject *parent)
    : QObject(parent), m_store(store), m_outbox(outbox), m_clock(clock)
{
    for (const QString &method : {kCreate, kChange, kDelete})
        m_outbox.setHandler(method, *this);
    connect(&m_outbox, &Outbox::parked, this, &ProductWriter::parked);
    connect(&m_store, &ProductStore::changed, this, &ProductWriter::forgetIfGone);
}

bool ProductWriter::isCreation(const OutboxItem &item)
{
    return item.method == kCreate;
}
bool ProductWriter::isChange(const OutboxItem &item)
{
    return item.method == kChange;
}
bool ProductWriter::isRemoval(const OutboxItem &item)
{
    return item.method == kDelete;
}

bool ProductWriter::isConflict(const OutboxItem &item)
{
    return item.failed && item.error.code == ErrorCode::Conflict && !item.error.current.isEmpty();
}

QString ProductWriter::subjectOf(ProductId id)
{
    return u"product:%1"_s.arg(id.value);
}

QString ProductWriter::subjectOf(const QString &localId)
{
    return u"new:%1"_s.arg(localId);
}

ProductId ProductWriter::idOf(const QString &subject)
{
    return ProductId{subject.startsWith("product:"_L1) ? QStringView(subject).mid(8).toLongLong() : 0};
}

Product ProductWriter::productOf(const OutboxItem &creation)
{
    Product product = fromJson<Product>(creation.params, Check::Shape).value_or(Product());
    product.createdAt = product.updatedAt = creation.createdAtMs;
    return product;
}

void ProductWriter::overlay(Product &product, const OutboxItem &change)
{
    QJsonObject merged = objectOf(product);
    for (const auto name :
         {"sku"_L1, "name"_L1, "description"_L1, "price"_L1, "currency"_L1, "quantity"_L1, "unit"_L1}) {
        if (const QJsonValue value = change.params.value(name); !value.isUndefined() && !value.isNull())
            merged.insert(name, value);
    }
    product = fromJson<Product>(merged, Check::Shape).value_or(product);
}

QStringList ProductWriter::unsent() const
{
    QStringList ids;
    for (const OutboxItem &item : m_outbox.items()) {
        if (isCreation(item))
            ids.append(item.clientId);
    }
    return ids;
}

Result<QString> ProductWriter::create(const Product &product)
{
    const QString clientId = makeClientId(m_clock);
    const QJsonObject params = objectOf(CreateProduct{clientId, product.sku, product.name, product.description,
                                                      product.price, product.currency, product.quantity, product.unit});
    const Result<CreateProduct> checked = fromJson<CreateProduct>(params, Check::Rules);
    if (!checked)
        return tl::unexpected(checked.error());
    if (const Result<> kept = add(CreateProduct::method.name, clientId, subjectOf(clientId), {}, objectOf(*checked));
        !kept)
        return tl::unexpected(kept.error());
    return clientId;
}

Result<> ProductWriter::change(const Product &shown, const Product &edited, qint64 baseVersion)
{
    const QJsonObject difference = differenceOf(shown, edited);
    if (difference.isEmpty())
        return {};
    const QString subject = subjectOf(edited.id);
    const std::optional<OutboxItem> waiting = mutableChange(subject);
    if (waiting && isConflict(*waiting))
        return resolve(m_store.find(edited.id).value_or(shown), edited);
    if (waiting)
        return fold(*waiting, difference);
    return addChange(subject, {}, edited.id, baseVersion, difference);
}

Result<> ProductWriter::changeUnsent(const QString &localId, const Product &shown, const Product &edited)
{
    const QString subject = subjectOf(localId);
    const QJsonObject difference = differenceOf(shown, edited);
    const OutboxItem *const creation = m_outbox.find(localId);
    if (!creation)
        return fail(ErrorCode::NotFound, tr("This product has been stored meanwhile; open it again."));
    if (difference.isEmpty())
        return {};
    if (Outbox::isMutable(*creation))
        return fold(OutboxItem(*creation), difference);
    if (const std::optional<OutboxItem> waiting = mutableChange(subject))
        return fold(*waiting, difference);
    // The creation may have arrived already: this follows once the product's id and version are known.
    return addChange(subject, localId, {}, std::nullopt, difference);
}

void ProductWriter::insertAll(QJsonObject &into, const QJsonObject &fields)
{
    for (auto it = fields.begin(); it != fields.end(); ++it)
        into.insert(it.key(), it.value());
}

Result<> ProductWriter::fold(const OutboxItem &item, const QJsonObject &difference)
{
    QJsonObject params = item.params;
    insertAll(params, difference);
    if (const Result<> checked = isCreation(item) ? check<CreateProduct>(params) : check<ChangeProduct>(params);
        !checked)
        return checked;
    const Result<> kept = m_outbox.alter([&](OutboxItem &other) {
        if (other.clientId != item.clientId)
            return false;
        other.params = params;
        return true;
    });
    if (!kept)
        return kept;
    // Whoever mends what was refused wants it sent.
    m_outbox.retry(item.clientId);
    return {};
}

Result<> ProductWriter::addChange(const QString &subject, const QString &dependsOn, ProductId id,
                                  std::optional<qint64> baseVersion, const QJsonObject &difference)
{
    const QString clientId = makeClientId(m_clock);
    QJsonObject params = difference;
    params.insert("clientId"_L1, clientId);
    params.insert("productId"_L1, id.value);
    if (const Result<> checked = check<ChangeProduct>(params); !checked)
        return checked;
    if (baseVersion)
        params.insert("baseVersion"_L1, *baseVersion);
    return add(ChangeProduct::method.name, clientId, subject, dependsOn, params);
}

void ProductWriter::remove(ProductId id, qint64 baseVersion)
{
    const QString subject = subjectOf(id);
    for (const OutboxItem &item : m_outbox.itemsOf(subject)) {
        if (Outbox::isMutable(item))
            m_outbox.discard(item.clientId);
    }
    const QString clientId = makeClientId(m_clock);
    (void)add(DeleteProduct::method.name, clientId, subject, {}, objectOf(DeleteProduct{id, baseVersion, clientId}));
}

void ProductWriter::retry(const QString &subject)
{
    for (const OutboxItem &item : m_outbox.itemsOf(subject))
        m_outbox.retry(item.clientId);
}

void ProductWriter::discard(const QString &subject)
{
    for (const OutboxItem &item : m_outbox.itemsOf(subject)) {
        if (Outbox::isMutable(item))
            m_outbox.discard(item.clientId);
    }
}

Result<> ProductWriter::resolve(const Product &current, const Product &chosen)
{
    const QString subject = subjectOf(current.id);
    const QJsonObject difference = differenceOf(current, chosen);
    if (!difference.isEmpty()) {
        if (const Result<> added = addChange(subject, {}, current.id, current.version, difference); !added)
            return added;
    }
    for (const OutboxItem &item : m_outbox.itemsOf(subject)) {
        if (isConflict(item))
            m_outbox.discard(item.clientId);
    }
    return {};
}

Result<> ProductWriter::add(const char *method, const QString &clientId, const QString &subject,
                            const QString &dependsOn, const QJsonObject &params)
{
    OutboxItem item;
    item.clientId = clientId;
    item.method = QString::fromLatin1(method);
    item.subject = subject;
    item.dependsOn = dependsOn;
    item.params = params;
    return m_outbox.add(std::move(item));
}

std::optional<OutboxItem> ProductWriter::mutableChange(const QString &subject) const
{
    for (const OutboxItem &item : m_outbox.itemsOf(subject)) {
        if (isChange(item) && Outbox::isMutable(item))
            return item;
    }
    return std::nullopt;
}

} // namespace rialto
