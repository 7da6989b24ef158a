#include "features/catalog/model/ProductModel.h"

#include "features/catalog/model/Money.h"
#include "features/catalog/model/ProductStore.h"
#include "features/catalog/model/ProductWriter.h"

#include <QLocale>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

// The first rows are there at once, the rest comes in pieces that the eye does not notice.
constexpr int kFirstRows = 500;
constexpr int kMoreRows = 1000;

} // namespace

ProductModel::ProductModel(ProductStore &store, ProductWriter &writer, QObject *parent)
    : QAbstractTableModel(parent), m_store(store), m_writer(writer)
{
    connect(&m_store, &ProductStore::changed, this, [this](ProductId id) { refresh(ProductWriter::subjectOf(id)); });
    connect(&m_writer.outbox(), &Outbox::changed, this, &ProductModel::refresh);
    connect(&m_writer, &ProductWriter::conflictFound, this, &ProductModel::conflictFound);
    connect(&m_writer, &ProductWriter::writeRefused, this, &ProductModel::writeRefused);
    const QStringList unsent = m_writer.unsent();
    for (const QString &localId : unsent)
        refresh(ProductWriter::subjectOf(localId));
    load(kFirstRows);
}

ProductModel::~ProductModel() = default;

void ProductModel::load(int limit)
{
    const ProductId after = m_loadedUpTo;
    const QList<Product> products = m_store.list(after, limit, m_loadedUpTo);
    appendRows(products);
    if (m_loadedUpTo.isValid())
        QTimer::singleShot(0, this, [this] { load(kMoreRows); });
}

void ProductModel::appendRows(const QList<Product> &products)
{
    QList<ProductRow> rows;
    for (const Product &product : products) {
        const QString subject = ProductWriter::subjectOf(product.id);
        // An event may have brought it before its turn came.
        if (m_index.contains(subject))
            continue;
        if (std::optional<ProductRow> row = rowFor(product, m_writer.outbox().itemsOf(subject)))
            rows.append(std::move(*row));
    }
    if (rows.isEmpty())
        return;
    const int first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
    m_rows += rows;
    reindexFrom(first);
    endInsertRows();
}

int ProductModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ProductModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProductModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ProductRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cell(row.product, index.column());
    case SortRole:
        return sortKey(row.product, index.column());
    case IdRole:
        return row.product.id.value;
    case StateRole:
        return static_cast<int>(row.state);
    case ConflictRole:
        return row.inConflict;
    default:
        return {};
    }
}

QVariant ProductModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case SkuColumn:
        return tr("SKU");
    case NameColumn:
        return tr("Name");
    case DescriptionColumn:
        return tr("Description");
    case QuantityColumn:
        return tr("Quantity");
    case UnitColumn:
        return tr("Unit");
    case PriceColumn:
        return tr("Price");
    case CurrencyColumn:
        return tr("Currency");
    case UpdatedColumn:
        return tr("Changed");
    default:
        return {};
    }
}

QVariant ProductModel::cell(const Product &product, int column) const
{
    switch (column) {
    case SkuColumn:
        return product.sku;
    case NameColumn:
        return product.name;
    case DescriptionColumn:
        return product.description;
    case QuantityColumn:
        return QString::fromLatin1(product.quantity.toDecimal()).replace(u'.', QLocale().decimalPoint());
    case UnitColumn:
        return product.unit;
    case PriceColumn:
        return minorToText(product.price, product.currency);
    case CurrencyColumn:
        return product.currency;
    case UpdatedColumn:
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(product.updatedAt), QLocale::ShortFormat);
    default:
        return {};
    }
}

QVariant ProductModel::sortKey(const Product &product, int column) const
{
    switch (column) {
    case SkuColumn:
        return product.sku.toCaseFolded();
    case NameColumn:
        return product.name.toCaseFolded();
    case DescriptionColumn:
        return product.description.toCaseFolded();
    case QuantityColumn:
        return product.quantity.thousandths;
    case UnitColumn:
        return product.unit.toCaseFolded();
    case PriceColumn:
        return product.price;
    case CurrencyColumn:
        return product.currency;
    case UpdatedColumn:
        return product.updatedAt;
    default:
        return {};
    }
}

QString ProductModel::subjectOf(const ProductRow &row)
{
    return row.localId.isEmpty() ? ProductWriter::subjectOf(row.product.id) : ProductWriter::subjectOf(row.localId);
}

int ProductModel::rowOf(ProductId id) const
{
    return m_index.value(ProductWriter::subjectOf(id), -1);
}

int ProductModel::rowOf(const QString &localId) const
{
    return m_index.value(ProductWriter::subjectOf(localId), -1);
}

std::optional<Product> ProductModel::find(ProductId id) const
{
    const int row = rowOf(id);
    return row < 0 ? std::nullopt : std::optional(m_rows.at(row).product);
}

// The server's product with one's own writes on top; nothing when it is being deleted.
std::optional<ProductRow> ProductModel::rowFor(const Product &product, const QList<OutboxItem> &items) const
{
    ProductRow row;
    row.product = product;
    for (const OutboxItem &item : items) {
        if (ProductWriter::isRemoval(item) && !item.failed)
            return std::nullopt;
        if (ProductWriter::isChange(item))
            ProductWriter::overlay(row.product, item);
        row.state = item.failed ? DeliveryState::Failed : DeliveryState::Pending;
        row.error = item.error;
        row.inConflict = ProductWriter::isConflict(item);
    }
    return row;
}

std::optional<ProductRow> ProductModel::rowFor(const QString &subject) const
{
    const QList<OutboxItem> items = m_writer.outbox().itemsOf(subject);
    if (const ProductId id = ProductWriter::idOf(subject); id.isValid()) {
        const std::optional<Product> product = m_store.find(id);
        return product ? rowFor(*product, items) : std::nullopt;
    }
    if (items.isEmpty() || !ProductWriter::isCreation(items.first()))
        return std::nullopt;
    std::optional<ProductRow> row = rowFor(ProductWriter::productOf(items.first()), items);
    if (row)
        row->localId = items.first().clientId;
    return row;
}

void ProductModel::refresh(const QString &subject)
{
    if (!ProductWriter::idOf(subject).isValid() && !subject.startsWith("new:"_L1))
        return;
    const int position = m_index.value(subject, -1);
    std::optional<ProductRow> next = rowFor(subject);
    if (position >= 0 && next) {
        m_rows[position] = std::move(*next);
        Q_EMIT dataChanged(index(position, 0), index(position, ColumnCount - 1));
    } else if (position >= 0) {
        beginRemoveRows({}, position, position);
        m_rows.removeAt(position);
        m_index.remove(subject);
        reindexFrom(position);
        endRemoveRows();
    } else if (next) {
        const int end = static_cast<int>(m_rows.size());
        beginInsertRows({}, end, end);
        m_rows.append(std::move(*next));
        reindexFrom(end);
        endInsertRows();
    }
}

void ProductModel::reindexFrom(int first)
{
    for (int row = first; row < m_rows.size(); ++row)
        m_index.insert(subjectOf(m_rows.at(row)), row);
}

Result<QString> ProductModel::createProduct(const Product &product)
{
    return m_writer.create(product);
}

Result<> ProductModel::changeProduct(const Product &edited, qint64 baseVersion)
{
    const std::optional<Product> shown = find(edited.id);
    if (!shown)
        return fail(ErrorCode::NotFound, tr("This product was deleted."));
    return m_writer.change(*shown, edited, baseVersion);
}

Result<> ProductModel::changeUnsent(const QString &localId, const Product &edited)
{
    const int position = rowOf(localId);
    return m_writer.changeUnsent(localId, position < 0 ? Product() : m_rows.at(position).product, edited);
}

void ProductModel::deleteProduct(ProductId id, qint64 baseVersion)
{
    m_writer.remove(id, baseVersion);
}

void ProductModel::retry(int row)
{
    m_writer.retry(subjectOf(m_rows.at(row)));
}

void ProductModel::discard(int row)
{
    m_writer.discard(subjectOf(m_rows.at(row)));
}

std::optional<ProductConflict> ProductModel::conflict(ProductId id) const
{
    const int position = rowOf(id);
    const std::optional<Product> current = m_store.find(id);
    if (position < 0 || !m_rows.at(position).inConflict || !current)
        return std::nullopt;
    return ProductConflict{m_rows.at(position).product, *current};
}

Result<> ProductModel::resolveConflict(ProductId id, const Product &chosen)
{
    const std::optional<Product> current = m_store.find(id);
    if (!current)
        return fail(ErrorCode::NotFound, tr("This product was deleted."));
    return m_writer.resolve(*current, chosen);
}

} // namespace rialto
