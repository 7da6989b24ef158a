#pragma once

#include "features/catalog/CatalogContext.h"
#include "features/catalog/model/ProductModel.h"
#include "ui/Surface.h"

class QLabel;

namespace rialto {

class Button;
class ElidedLabel;
class IconButton;
class ProductForm;

/// The right pane of the catalogue: one product to read and change, or a new one.
class ProductPane final : public Surface
{
    Q_OBJECT
public:
    ProductPane(const Theme &theme, const CatalogContext &context, QWidget *parent = nullptr);

    void startNew();
    void showRow(const ProductRow &row);
    /// What is shown has changed in the model: an untouched form follows, a touched one says so.
    void refresh();
    bool isNew() const { return m_new; }
    ProductId product() const { return m_row.product.id; }
    QString localId() const { return m_row.localId; }
    bool isDirty() const;
    /// Sends what was typed; false when something is wrong with it.
    bool save();

Q_SIGNALS:
    void closed();
    void created(const QString &localId);
    void deleteRequested();
    void conflictOpened(rialto::ProductId id);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void retranslate();
    void refreshButtons();
    void refreshNote();
    void showNote(const QString &text, const QString &tone, const QString &action);
    void act();
    void cancel();
    bool mayChange() const;
    std::optional<ProductRow> findRow() const;

    const Theme &m_theme;
    CatalogContext m_context;
    ProductRow m_row;
    bool m_new = false;
    bool m_changedMeanwhile = false;
    ElidedLabel *m_title;
    IconButton *m_close;
    QWidget *m_noteRow;
    QLabel *m_note;
    Button *m_noteAction;
    Button *m_noteDiscard;
    ProductForm *m_form;
    QLabel *m_changed;
    Button *m_delete;
    Button *m_cancel;
    Button *m_save;
};

} // namespace rialto
