#pragma once

#include "net/LinkState.h"
#include "protocol/Catalog.h"

#include <QAbstractTableModel>
#include <optional>

namespace rialto {

class ProductStore;
class ProductWriter;
struct OutboxItem;

/// A product as it is shown: what the server has, with one's own unsent changes on top.
struct ProductRow
{
    Product product;
    DeliveryState state = DeliveryState::Sent;
    Error error;             ///< Why a change was refused; only then.
    QString localId;         ///< Set while the server has not stored the product yet (product.id is not valid then).
    bool inConflict = false; ///< Somebody else changed it first; see conflict().
};

/// One's own change against what somebody else made of the product meanwhile.
struct ProductConflict
{
    Product mine;
    Product current;
};

/// All products, one row each, in no particular order: sort and filter with a proxy (SortRole). Products not sent yet,
/// changes not sent yet and refused ones are rows with a state. Writes go through the outbox and work offline.
/// Lives on: the GUI thread.
class ProductModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        SkuColumn,
        NameColumn,
        DescriptionColumn,
        QuantityColumn,
        UnitColumn,
        PriceColumn,
        CurrencyColumn,
        UpdatedColumn,
        ColumnCount
    };
    enum Roles {
        SortRole = Qt::UserRole + 1, ///< The cell as a number or a folded text, to sort by.
        IdRole,                      ///< qint64, 0 while unsent
        StateRole,                   ///< int, a DeliveryState
        ConflictRole,                ///< bool
    };

    ProductModel(ProductStore &store, ProductWriter &writer, QObject *parent = nullptr);
    ~ProductModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    const ProductRow &row(int row) const { return m_rows.at(row); }
    int rowOf(ProductId id) const;
    /// The row of a product that is not stored yet.
    int rowOf(const QString &localId) const;
    std::optional<Product> find(ProductId id) const;

    /// Puts a new product into the outbox and shows it. id, owner, times and version of `product` are not used.
    /// Returns its localId, or which field breaks which rule.
    Result<QString> createProduct(const Product &product);
    /// Sends what differs between `edited` and the shown row. `baseVersion` is the version that the person saw when the
    /// editing began; if the server has a newer one the row goes into conflict.
    Result<> changeProduct(const Product &edited, qint64 baseVersion);
    /// The same for a product that is not stored yet: it is changed before it leaves.
    Result<> changeUnsent(const QString &localId, const Product &edited);
    void deleteProduct(ProductId id, qint64 baseVersion);
    /// Sends what was refused once more.
    void retry(int row);
    /// Forgets what was refused or not sent yet; the row shows what the server has, or goes.
    void discard(int row);

    /// Both sides of a conflict, empty when the row is in none.
    std::optional<ProductConflict> conflict(ProductId id) const;
    /// Ends a conflict with `chosen` (mine, or a mixture), on top of the current version. Taking theirs is discard().
    Result<> resolveConflict(ProductId id, const Product &chosen);

Q_SIGNALS:
    /// A change of one's own met a newer version; conflict(id) has both sides.
    void conflictFound(rialto::ProductId id);
    /// A write was refused for another reason; the row shows it.
    void writeRefused(rialto::ProductId id, const rialto::Error &error);

private:
    void load(int limit);
    void appendRows(const QList<Product> &products);
    void refresh(const QString &subject);
    void reindexFrom(int first);
    std::optional<ProductRow> rowFor(const Product &product, const QList<OutboxItem> &items) const;
    std::optional<ProductRow> rowFor(const QString &subject) const;
    QVariant cell(const Product &product, int column) const;
    QVariant sortKey(const Product &product, int column) const;
    static QString subjectOf(const ProductRow &row);

    ProductStore &m_store;
    ProductWriter &m_writer;
    QList<ProductRow> m_rows;
    QHash<QString, int> m_index; ///< Subject ("product:7", "new:<clientId>") to row.
    ProductId m_loadedUpTo;      ///< How far the cache was read; 0 once all is.
};

} // namespace rialto
