#pragma once

#include "base/Error.h"
#include "features/catalog/CatalogContext.h"
#include "ui/FramePage.h"
#include "ui/Theme.h"

class QLabel;
class QLineEdit;
class QItemSelection;
class QStackedWidget;
class QTableView;

namespace rialto {

class Button;
class EmptyState;
class ProductFilter;
class ProductPane;
class UiSettings;

/// The catalogue: a table of all products, and the chosen one in the pane on the right.
class CatalogPage final : public FramePage
{
    Q_OBJECT
public:
    CatalogPage(const Theme &theme, UiSettings &settings, const CatalogContext &context, QWidget *parent = nullptr);
    ~CatalogPage() override;

    QString pageId() const override;
    QString iconName() const override;
    QString title() const override;

    /// Shows a product; false when it is not there, or the person wants to go on with what is being typed.
    bool openProduct(ProductId id);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    QWidget *buildHeader();
    void buildTable();
    void fitRows();
    void addShortcuts();
    void retranslate();
    void refreshCount();
    void setPaneVisible(bool visible);
    void fitPane();
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected);
    void rowsLeaving(int first, int last);
    void modelChanged();
    void startNew();
    void closePane();
    void showCreated(const QString &localId);
    void showRow(int row);
    void askToDelete();
    void showConflict(ProductId id);
    void showRefusal(ProductId id, const Error &error);
    /// Asks what shall become of what was typed; false when the person wants to go on typing.
    bool leaveForm();

    const Theme &m_theme;
    UiSettings &m_settings;
    CatalogContext m_context;
    ProductFilter *m_filter;
    QLabel *m_title;
    QLineEdit *m_search;
    QLabel *m_count;
    Button *m_add;
    QTableView *m_table;
    QStackedWidget *m_stack;
    EmptyState *m_nothing;
    EmptyState *m_noHit;
    Button *m_clear;
    Button *m_addFirst;
    ProductPane *m_pane;
    bool m_returning = false;
};

} // namespace rialto
